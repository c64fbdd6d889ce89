"""Résumés that differ in what a test is about, and in nothing else."""

from __future__ import annotations

from datetime import date

from tools.candidates import Candidate
from tools.ingest.profile import build_candidate


def resume(name: str, title: str, begin: str, work: str, he: str = "She", his: str = "her") -> str:
    return (
        f"{name}\n{title}\nSummary\n{he} is a careful colleague and is known for {his} work.\n"
        f"Experience\n{title}, Harbour Services, {begin} - Present\n{work}\n"
        "Education\nBachelor of Arts, Hill College, 2009\n"
    )


def person(candidate_id: str, text: str) -> Candidate:
    return build_candidate(
        candidate_id, text, source="", content_hash=text, today=date(2026, 11, 22)
    )
