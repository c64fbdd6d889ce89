"""Leaves protected wishes out of a text, which then reads as if they had not been said."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tools.request.protected.finding import find_protected
from tools.request.protected.wish import Protected
from tools.request.text_edits import Edited, replaced

_JOINED = re.compile(r"[\s,/&]*(?:\b(?:and|or|but)\b[\s,/&]*)?", re.IGNORECASE)
_BEHIND = re.compile(r"[^\S\n]*(?:(?:and|or|but|&)\s+(?!\W|\Z))?", re.IGNORECASE)
_OPENING = re.compile(r"\s*(?:[,;]\s*)?(?:(?:and|or|but|&)\s+)?", re.IGNORECASE)


def without_protected(text: str, wishes: Sequence[Protected]) -> Edited:
    """Return the text without the wishes and what joined them to the rest."""
    return replaced(text, ((start, end, "") for start, end in _cuts(text, wishes)))


def unprotected(text: str) -> str:
    """Return what a text says but for its protected wishes."""
    return without_protected(text, find_protected(text)).text.strip(" ,;")


def _cuts(text: str, wishes: Sequence[Protected]) -> Iterator[tuple[int, int]]:
    left, right = 0, 0
    for wish in wishes:
        if right > left and _JOINED.fullmatch(text, right, wish.start):
            right = wish.end
            continue
        if right > left:
            yield left, _past(text, left, right)
        left, right = wish.start, wish.end
    if right > left:
        yield left, _past(text, left, right)


def _past(text: str, left: int, right: int) -> int:
    """Return where the text goes on behind a cut, past the word that joined what is left."""
    opens = not text[:left].strip()
    found = (_OPENING if opens else _BEHIND).match(text, right)
    return found.end() if found else right
