"""Résumés that differ in what a test is about, and in nothing else."""

from __future__ import annotations

from datetime import date

from tools.candidates import Candidate
from tools.ingest.profile import build_candidate


def planner(said: str) -> Candidate:
    """Return a planner of whom no more is known than this."""
    text = f"Jo Tarnfield\nPlanner\n{said}"
    return build_candidate("p", text, source="", content_hash="", today=date(2026, 11, 1))


def worked_as(title: str, work: str = "Kept everything running.") -> Candidate:
    """Return somebody with one job."""
    text = f"Kim Doe\n\nEXPERIENCE\n{title}, Northwind, Berlin, 03/2015 - Present\n- {work}\n"
    return build_candidate("a", text, source="", content_hash="a", today=date(2026, 11, 22))
