"""Finds what a request says about the one who hires: "we run a 12-bed hospital", "for our team"."""

from __future__ import annotations

import re

from tools.pattern_table import patterns
from tools.request.clauses import sentences
from tools.request.cues import find_cues
from tools.request.terms import Span

_SAID = patterns(__package__, "about_employer.tsv")

_BUT = re.compile(r"\bbut\b", re.IGNORECASE)
_FEW = 2


def find_about_employer(text: str) -> list[Span]:
    """Return the (start, end) of the words about the employer, in order; they ask for nothing."""
    spans = [said for start, end in sentences(text) for said in _about_us(text, start, end)]
    spans += [m.span() for m in _SAID["for_us"].finditer(text)]
    return sorted(spans)


def _about_us(text: str, start: int, end: int) -> list[Span]:
    """Return the stretches of a sentence about the employer: all around a job somebody leaves."""
    need = _SAID["need"].search(text, start, end)
    stop = need.end() if need else end
    if gone := _SAID["gone"].search(text, start, stop):
        before = _about_us(text, start, gone.start()) if gone.start() > start else []
        return [*before, (gone.start("gone"), stop)]
    if not _SAID["subject"].match(text, start, end):
        return []
    if not need and not _SAID["about_us"].match(text, start, end):
        return []
    if not need and (but := _BUT.search(text, start, end)):
        stop = but.start()
    words = len(text[start : need.start() if need else stop].split())
    if need and words <= _FEW:
        return []
    weighed = [
        c for c in find_cues(text, start, need.start() if need else stop) if c.effect != "drop"
    ]
    return [] if weighed else [(start, stop)]
