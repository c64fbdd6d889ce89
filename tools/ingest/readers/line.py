"""Letters and lines with their boxes: the currency of all that puts a page in order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

WIDE_GAP = "  "
"""Stands in the text where the page has a gap too wide for a blank, such as before a date."""


class Letter(NamedTuple):
    """A character as a page has it; `place` is its number in the file's order."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    place: int

    @property
    def height(self) -> float:
        """Return the height of the character's box in points."""
        return self.bottom - self.top


class Line(NamedTuple):
    """A line, a word or what is between, and its box in points; `top` grows downwards."""

    text: str
    left: float
    right: float
    top: float
    bottom: float

    @property
    def height(self) -> float:
        """Return the height of the letters."""
        return self.bottom - self.top

    @property
    def middle(self) -> float:
        """Return the height on the page at which the line runs."""
        return (self.top + self.bottom) / 2

    @classmethod
    def joined(cls, pieces: Sequence[Line]) -> Line:
        """Return pieces of one row as one line with wide gaps between them."""
        if len(pieces) == 1:
            return pieces[0]
        return cls.around(WIDE_GAP.join(p.text for p in pieces), pieces)

    @classmethod
    def around(cls, text: str, parts: Sequence[Line | Letter]) -> Line:
        """Return a text with the box around what it is made of."""
        return cls(
            text,
            min(part.left for part in parts),
            max(part.right for part in parts),
            min(part.top for part in parts),
            max(part.bottom for part in parts),
        )
