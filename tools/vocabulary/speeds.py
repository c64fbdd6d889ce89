"""Reads how fast somebody types or keys: "60 wpm", "70 words per minute", "8,000 keystrokes/hr"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_SPEED = re.compile(
    r"(?<![\d.,])(?P<n>\d{1,3}(?:,\d{3})|\d{2,5})\s?\+?(?:\s?(?:-|–|to)\s?\d[\d,]*)?\s?\+?\s?"
    r"(?:(?P<wpm>w\.?p\.?m\b|words?\s?(?:per|a|/)\s?min(?:ute)?)"
    r"|(?P<kph>k\.?s?p\.?h\b|key\s?strokes?\s?(?:per|an|/)\s?(?:hr|hour)))",
    re.IGNORECASE,
)


class Speed(NamedTuple):
    """So many words a minute ("wpm") or keystrokes an hour ("kph"), said at text[start:end]."""

    number: int
    unit: str
    start: int
    end: int

    @property
    def name(self) -> str:
        """Return the speed as a wish words it: "60 wpm"."""
        return f"{self.number} {self.unit}"


def find_speeds(text: str) -> Iterator[Speed]:
    """Yield the speeds that a text tells, of a range the lower bound."""
    for found in _SPEED.finditer(text):
        number = int(found["n"].replace(",", ""))
        yield Speed(number, str(found.lastgroup), *found.span())
