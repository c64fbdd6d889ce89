"""Judges whether somebody holds a job now, or left one lately, by the dates of their positions."""

from __future__ import annotations

from tools.candidates import Candidate, Position
from tools.evidence.finding import UNCLEAR, Finding, Span
from tools.evidence.periods import months_between
from tools.vocabulary.employment import EMPLOYED, LEFT

_LATELY = 12
"""Months since the end of the last job within which it was left lately."""


def judge_employment(person: Candidate, name: str) -> Finding:
    """Return what the dates say; the note tells since when or until when, as written in them.

    Without a dated job nothing is known, and a job that goes on is told of as of its résumé.
    """
    dated = [p for p in person.profile.positions if p.timed and (p.current or p.finish)]
    if not dated:
        return UNCLEAR
    last = max(dated, key=lambda p: p.recency_key)
    if last.current:
        since = f"since {last.begin[:4]}"
        if name == EMPLOYED:
            return Finding("met", 1.0, (_span(last),), since)
        return Finding("missing", 0.0, (_span(last),), f"in a job {since}")
    until = f"last job until {last.finish[:4]}"
    ago = months_between(last.finish, person.profile.as_of) if person.profile.as_of else _LATELY + 1
    if name == EMPLOYED or (name == LEFT and ago > _LATELY):
        return Finding("missing", 0.0, (_span(last),), until)
    return Finding("met", 1.0, (_span(last),), until)


def _span(position: Position) -> Span:
    """Return where the dates of a job stand, else how its entry begins."""
    if position.period_end > position.period_start:
        return position.period_start, position.period_end
    return position.start, min(position.end, position.start + 80)
