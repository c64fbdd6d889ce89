"""Judges a shift told by its place in the day, "second shift", by its names alone."""

from __future__ import annotations

import re

from tools.candidates import Candidate
from tools.evidence.finding import UNCLEAR, Finding
from tools.vocabulary.denials import denials_of
from tools.vocabulary.shifts import NUMBERED

_SHIFTS = {
    name: re.compile(rf"\b(?:{names})[ -]shifts?\b", re.IGNORECASE)
    for name, names in {**NUMBERED, "day shifts": "day|day-?time"}.items()
}
SHIFTS = frozenset(_SHIFTS)
_MOST = 3


def judge_shift(person: Candidate, name: str) -> Finding:
    """Return where a résumé names the shift; a second winter and shifts beside it name none."""
    denied = denials_of(person.text)
    spans = tuple(m.span() for m in _SHIFTS[name].finditer(person.text))
    told = tuple(span for span in spans if not denied.cover(*span))[:_MOST]
    return Finding("met", 1.0, told) if told else UNCLEAR
