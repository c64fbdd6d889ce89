"""Leaves out of a posting what asks for nothing: pay, the firm itself, formalities."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from tools.pattern_table import patterns
from tools.request.surface import blank
from tools.request.terms import Cover, Span

_SAID = patterns(__package__, "about_us.tsv")
_SUM = re.compile(r"[$€£]\s?\d")
_PIECE = re.compile(r"(?:[^,;|]|,(?=\d{3}\b))+")
_MARK = re.compile(r"[,;.\n]")


def without_about_us(text: str) -> str:
    """Blank the lines and sentences that speak of pay and the firm itself, and mere formalities."""
    marks = [-1, *(m.start() for m in _MARK.finditer(text)), len(text)]
    for formality in _SAID["formality"].finditer(text):
        at = bisect_left(marks, formality.start())
        start, end = marks[at - 1] + 1, marks[bisect_left(marks, formality.end())]
        text = text[:start] + "," * (end - start) + text[end:]
    parts = (
        part for part in re.split(r"(?<=[.!?])(\s+)|(\n)", blank(text, find_terms(text))) if part
    )
    return "".join("," * len(part) if _is_about_us(part) else _unpaid(part) for part in parts)


def _unpaid(sentence: str) -> str:
    """Return a sentence without the pieces that name a sum, whose neighbours may be wishes."""
    if not _is_paid(sentence):
        return sentence
    pieces = _PIECE.finditer(sentence)
    return blank(sentence, (m.span() for m in pieces if _SUM.search(m.group())))


def find_terms(text: str, asked: Sequence[Span] = ()) -> list[Span]:
    """Return where a text says the terms of a job: pay an hour, shifts, tests.

    What is `asked` there of whoever is sought is none: "happy to do weekend shifts".
    """
    kept = Cover(len(text), asked)
    return [m.span() for m in _SAID["terms"].finditer(text) if not kept.touches(*m.span())]


def _is_about_us(sentence: str) -> bool:
    return bool(
        _SAID["firm"].search(sentence) or (_is_paid(sentence) and _SAID["pay"].search(sentence))
    )


def _is_paid(sentence: str) -> bool:
    return bool(_SUM.search(sentence) and not _SAID["answered"].search(sentence))
