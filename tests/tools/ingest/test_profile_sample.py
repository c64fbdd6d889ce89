"""Measures what is read out of the bundled people against what their authors wrote down."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

from tools.candidates import Candidate
from tools.ingest.profile import build_candidate

ROOT = Path(__file__).parents[3]
TODAY = datetime.date(2026, 11, 22)
FLOORS = {}


def _records(pattern: str) -> list[dict]:
    return [
        json.loads(line)
        for path in sorted(ROOT.glob(pattern))
        for line in path.read_text(encoding="utf-8").splitlines()
    ]


def _people() -> list[tuple[dict, Candidate]]:
    truth = {row["candidate_id"]: row for row in _records("tests/data/sample_truth/*.jsonl")}
    return [
        (
            truth[row["candidate_id"]],
            build_candidate(
                row["candidate_id"],
                row["text"],
                source="sample",
                content_hash=row["candidate_id"],
                today=TODAY,
            ),
        )
        for row in _records("tools/sample/people/*.jsonl")
    ]
