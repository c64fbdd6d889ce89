"""Runs: who was ranked for each request, as a system gave them or as a TREC file keeps them."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from pathlib import Path

import msgspec

from tools.evaluate.faults import EvaluationError
from tools.evaluate.judged import read_text
from tools.whole_file import write_whole

_TAG = re.compile(r"\W+")


class Run(msgspec.Struct, frozen=True):
    """A system by name and, by request_id, the candidate_ids it ranked, best first."""

    name: str
    ranked: Mapping[str, tuple[str, ...]]


def read_run(path: Path) -> Run:
    """Return the run of a TREC file: `request_id Q0 candidate_id rank score tag` on each line.

    People are put in order by score, ties by rank. Raises EvaluationError for other lines and for
    a person ranked twice.
    """
    rows: dict[str, dict[str, tuple[float, float]]] = {}
    name = ""
    for number, line in enumerate(read_text(path).splitlines(), start=1):
        if not line.strip():
            continue
        cells = line.split()
        try:
            request_id, _, candidate_id, rank, score = cells[:5]
            place = (-float(score), float(rank))
        except ValueError as error:
            raise EvaluationError(
                f"{path}, line {number} is no line of a TREC run: write request_id Q0 candidate_id "
                "rank score tag."
            ) from error
        if not all(map(math.isfinite, place)):
            raise EvaluationError(
                f"{path}, line {number} has the rank {rank} and the score {score}, which put "
                "nobody in order: write numbers."
            )
        held = rows.setdefault(request_id, {})
        if candidate_id in held:
            raise EvaluationError(
                f"{path}, line {number} ranks {candidate_id!r} for {request_id!r} a second time: "
                "keep the better line."
            )
        held[candidate_id] = place
        name = name or " ".join(cells[5:])
    if not rows:
        raise EvaluationError(f"{path} holds no ranking: it is no TREC run.")
    ranked = {r: tuple(sorted(held, key=lambda c: (held[c], c))) for r, held in rows.items()}
    return Run(name or path.stem, ranked)


def write_run(run: Run, path: Path) -> None:
    """Write a run as a TREC file, whole or not at all; scores only repeat the order."""
    tag = _TAG.sub("-", run.name).strip("-") or "run"
    lines = [
        f"{request_id} Q0 {candidate_id} {rank} {len(people) - rank + 1} {tag}\n"
        for request_id, people in run.ranked.items()
        for rank, candidate_id in enumerate(people, start=1)
    ]
    write_whole(path, "".join(lines))
