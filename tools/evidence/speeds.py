"""Judges a wish for a speed, "60 wpm", by the speeds a résumé tells: a higher one meets it."""

from __future__ import annotations

from tools.candidates import Candidate
from tools.evidence.finding import UNCLEAR, Finding
from tools.vocabulary.speeds import Speed, find_speeds

_ALMOST = 0.75
"""The share of a speed from which somebody is partly there."""


def speed_in(value: str) -> Speed | None:
    """Return the speed that a wish asks for and says nothing beside."""
    speed = next(find_speeds(value), None)
    return speed if speed and (speed.start, speed.end) == (0, len(value)) else None


def judge_speed(person: Candidate, wanted: Speed) -> Finding:
    """Return whether the best speed told is high enough."""
    told = [s for s in find_speeds(person.text) if s.unit == wanted.unit]
    if not told:
        return UNCLEAR
    best = max(told, key=lambda s: s.number)
    span = ((best.start, best.end),)
    if best.number >= wanted.number:
        return Finding("met", 1.0, span, best.name)
    if best.number >= _ALMOST * wanted.number:
        return Finding("partly", 0.5, span, best.name)
    return Finding("missing", 0.0, span, best.name)
