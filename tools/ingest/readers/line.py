"""A line of text with its box: the currency of everything that puts a page in order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol

WIDE_GAP = "  "
"""Stands in the text where the page has a gap too wide for a blank, such as before a date."""


class Placed(Protocol):
    """Anything with words and a box in points, top-down."""

    @property
    def text(self) -> str:
        """Return the words."""
        ...

    @property
    def left(self) -> float:
        """Return the left edge."""
        ...

    @property
    def right(self) -> float:
        """Return the right edge."""
        ...

    @property
    def top(self) -> float:
        """Return the upper edge."""
        ...

    @property
    def bottom(self) -> float:
        """Return the lower edge."""
        ...

    @property
    def height(self) -> float:
        """Return the height of the letters."""
        ...


class Line(NamedTuple):
    """A line, or a piece of one, and its box in points; `top` and `bottom` grow downwards."""

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
        return cls(
            WIDE_GAP.join(p.text for p in pieces),
            min(p.left for p in pieces),
            max(p.right for p in pieces),
            min(p.top for p in pieces),
            max(p.bottom for p in pieces),
        )
