"""Tells the job that is sought from the jobs of other people: "has mentored developers"."""

from __future__ import annotations

from typing import Literal

from tools.pattern_table import patterns

_SAID = patterns(__package__, "roles.tsv")

Role = Literal["sought", "held", "other"]


def role_of(text: str, clause_start: int, start: int) -> Role:
    """Return whose job the title at `start` is, judging by the words before it in its clause."""
    window = max(clause_start, start - 70)
    if any(
        told.search(text, window, start)
        for told in (_SAID["others"], _SAID["made_for"], _SAID["of_ours"])
    ):
        return "other"
    if _SAID["held"].search(text, window, start):
        return "held"
    return "sought"
