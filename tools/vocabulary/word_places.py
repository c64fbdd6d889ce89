"""Finds where words stand in a text, quick to pass over others, and where their sentence begins."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

_ODD = (("\u017f", "s"), ("\u0131", "i"), ("\u0130", "i"))
"""Letters that a pattern blind to case takes for one of ASCII, and `lower` does not."""


class Sought(NamedTuple):
    """A pattern that is blind to case and begins a word, and how each of its matches begins.

    `begins` are in small letters of ASCII; None where how a match begins is not known as such.
    """

    pattern: re.Pattern[str]
    begins: tuple[str, ...] | None

    def places(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """Yield what `pattern.finditer` would: the matches in order, none within another."""
        if self.begins is None:
            yield from self.pattern.finditer(text, start, end)
            return
        small, done = lowered(text), start
        for at in sorted({at for begin in self.begins for at in _all(small, begin, start, end)}):
            found = self.pattern.match(text, at, end) if at >= done else None
            if found:
                yield found
                done = found.end()


def begins_of(literals: Sequence[str]) -> tuple[str, ...] | None:
    """Return how a match of one of these literal texts begins; None where one is not of ASCII."""
    return tuple(text.lower() for text in literals) if "".join(literals).isascii() else None


@lru_cache(maxsize=64)
def lowered(text: str) -> str:
    """Return a text in small letters, each where it was; it is asked about wish after wish."""
    if not text.isascii():
        for letter, plain in _ODD:
            text = text.replace(letter, plain)
    return text.lower()


def since_stop(text: str, stops: re.Pattern[str], low: int, start: int) -> int:
    """Return where the sentence begins that goes on at `start`, `low` at the earliest."""
    return max([low, *(found.end() for found in stops.finditer(text, low, start))])


def _all(small: str, begin: str, start: int, end: int) -> Iterator[int]:
    """Yield where a word begins so."""
    at = small.find(begin, start, end)
    while at >= 0:
        if not at or not small[at - 1].isalnum():
            yield at
        at = small.find(begin, at + 1, end)
