"""Cuts the header line of an entry into the pieces between its separators."""

from __future__ import annotations

import re
from typing import NamedTuple

from tools.ingest.phrases import phrases
from tools.ingest.templates import MASK, PLACEHOLDER

_SAID = phrases("career")

_SEPARATOR = re.compile(
    r"\s+[-\u2010-\u2015@\u2022\u00b7\u25aa|~/]+\s+|\s*[|\u2022\u00b7\u25aa\t;]\s*|\s{2,}|,\s+"
    r"|(?<=[\w)]):\s+|\s+,|\s(?:at|bei|chez)\s|\s?(?:\.{3,}|\u2026)\s?"
    r"|\s?(?:\u00ef\u00bc\S?|\u00e2\u20ac[\u201c\u201d]|\uff0d)\s?|\n"
)
_RESIDUE = re.compile(rf"{MASK.pattern}|\u200b|(?i:{PLACEHOLDER.pattern})")
_RESIDUE_PIECES = frozenset({"City", "State", "Company", "Country", "\u00c2"})
_SENTENCE_END = re.compile(r"(?<=[a-z]{5})\.\s+(?=[A-Z])")
_EDGES = (
    " \t\r\n,;:.|-\u2013\u2014\u2022\u00b7\u25aa\u25cf*~_/()[]{}"
    '"\u201c\u201d\u200b\u25ba\u25b6>+\u00a7'
)
_NUMBERED = re.compile(r"\s*\d{1,2}[.)]\s+")
_BULLET = re.compile(
    r"[\u2022\u00b7\u25aa\u25cf\u25a0\u25e6\u25cb\u25ba\u25b6\u2023\u2043\u2219*+>~\u2192\u00a7"
    r"\u2756\u2713\u2714\u2013\u2014-]\s|[-\u2013\u2014\u2022]\w|\u00e2\u20ac\u00a2|\uf0b7|o\s"
)
_COMPANY = re.compile(
    rf"\b(?:{_SAID['organisation']})\b"
    r"|\s(?:&|und|and|et|y|e|en) (?:partners?|associates|co|söhne|fils|hijos|zonen)\b",
    re.IGNORECASE,
)


class Fragment(NamedTuple):
    """One piece of a header line with its offsets in the text."""

    text: str
    start: int
    end: int


def split_header(text: str, start: int, end: int) -> list[Fragment]:
    """Return the pieces of `text[start:end]` that are not template residue."""
    pieces = []
    for low, high in _cut(text, start, end, _RESIDUE):
        for inner_low, inner_high in _cut(text, low, high, _SEPARATOR):
            fragment = trimmed(text, inner_low, inner_high)
            if fragment and fragment.text not in _RESIDUE_PIECES:
                pieces.append(fragment)
    return pieces


def _cut(text: str, start: int, end: int, pattern: re.Pattern[str]) -> list[tuple[int, int]]:
    spans = []
    at = start
    for match in pattern.finditer(text[start:end]):
        spans.append((at, start + match.start()))
        at = start + match.end()
    spans.append((at, end))
    return spans


def trimmed(text: str, start: int, end: int) -> Fragment | None:
    """Return the span without separators at its edges; None when nothing is left."""
    numbered = _NUMBERED.match(text, start, end)
    start = numbered.end() if numbered else start
    while start < end and text[start] in _EDGES and not text.startswith(".NET", start):
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    if text.count("(", start, end) > text.count(")", start, end):
        if text[end : end + 1] == ")":
            end += 1
        else:
            end = _without_open_bracket(text, start, end)
    return Fragment(text[start:end], start, end) if end > start else None


def _without_open_bracket(text: str, start: int, end: int) -> int:
    """Return the end of what stands before a bracket that never closes."""
    end = text.rindex("(", start, end)
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    return end


def first_sentence(text: str, start: int, end: int) -> int:
    """Return where the first sentence of `text[start:end]` ends, or `end`."""
    found = _SENTENCE_END.search(text, start, end)
    return found.start() if found else end


def after_sentence(text: str, piece: Fragment, at: int) -> Fragment:
    """Return a piece from the end of the sentence before `at`: "… for wages. Long-Haul Driver"."""
    ends = [found.end() for found in _SENTENCE_END.finditer(text, piece.start, at + 1)]
    return Fragment(text[ends[-1] : piece.end], ends[-1], piece.end) if ends else piece


def is_bullet(line: str) -> bool:
    """Return whether a line is an item of a list."""
    return bool(_BULLET.match(line))


def is_company(piece: str) -> bool:
    """Return whether a piece names an organisation by its form."""
    return bool(_COMPANY.search(piece))
