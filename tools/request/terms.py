"""Names what the vocabularies know in a request, each place read once: the longest name wins."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tools.criteria import Kind

Span = tuple[int, int]


class Term(NamedTuple):
    """A known name at text[start:end].

    `level` is that of a language, `subject` the field of a degree, `radius_km` widens a place,
    and `inside` marks a skill that stands within a title ("Java" in "Java developer").
    """

    kind: Kind
    value: str
    start: int
    end: int
    level: str = ""
    subject: str = ""
    radius_km: float | None = None
    inside: bool = False


# Of two names for the same words the more telling kind wins.
_RANK: dict[Kind, int] = {
    "language": 0,
    "certification": 2,
    "title": 1,
    "skill": 3,
    "education": 4,
    "location": 5,
    "industry": 6,
}


class Cover:
    """Marks the characters of a text that are spoken for."""

    def __init__(self, length: int, spans: Iterable[Span] = ()) -> None:
        self._marks = bytearray(length)
        for start, end in spans:
            self.add(start, end)

    def add(self, start: int, end: int) -> None:
        """Mark text[start:end]."""
        self._marks[start:end] = b"\x01" * (min(end, len(self._marks)) - start)

    def touches(self, start: int, end: int) -> bool:
        """Return whether a character of text[start:end] is marked."""
        return self._marks.find(1, start, end) >= 0

    def spans(self, start: int, end: int) -> Iterator[Span]:
        """Yield the marked stretches within text[start:end], in order."""
        at = self._marks.find(1, start, end)
        while at >= 0:
            stop = self._marks.find(0, at, end)
            stop = end if stop < 0 else stop
            yield at, stop
            at = self._marks.find(1, stop, end)


def resolve_overlaps(terms: Iterable[Term]) -> list[Term]:
    """Return terms in order of place, of overlapping ones the longest, then the more telling."""
    ranked = sorted(terms, key=lambda t: (t.start - t.end, _RANK.get(t.kind, 9), t.start, t.value))
    taken = Cover(max((t.end for t in ranked), default=0))
    kept: list[Term] = []
    for term in ranked:
        if not taken.touches(term.start, term.end):
            kept.append(term)
            taken.add(term.start, term.end)
    return sorted(kept, key=lambda t: (t.start, t.end))
