"""Tells who is an intern, of whatever trade: now, at the last, or in every position held."""

from __future__ import annotations

import re

from tools.candidates import Candidate, Position
from tools.evidence.finding import MISSING, UNCLEAR, Finding

_INTERNSHIP = re.compile(r"\bintern(?:s|ships?)?\b", re.IGNORECASE)


def is_internship(title: str) -> bool:
    """Return whether a title says that its holder is an intern."""
    return _INTERNSHIP.search(title) is not None


def interning(person: Candidate) -> Finding:
    """Return the internships a person has not got beyond: no other job is held since or beside."""
    held = [p for p in person.profile.positions if p.title]
    if not held:
        return UNCLEAR
    apart = [p for p in held if not is_internship(p.title)]
    last = [p for p in held if p not in apart and not any(_outlasts(o, p) for o in apart)]
    spans = tuple((p.title_start, p.title_end) for p in last if p.title_end > p.title_start)
    return Finding("met", 1.0, spans[:3]) if spans else MISSING


def _outlasts(other: Position, internship: Position) -> bool:
    """Return whether a job goes on when an internship has ended, or goes on beside it."""
    if other.current or internship.current:
        return other.current
    return other.finish > internship.finish
