"""Collects what has been read of a text so far, and which of its words are spoken for."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, NamedTuple

import msgspec

from tools.criteria import Criterion, Weight
from tools.request.clauses import Clause
from tools.request.terms import Cover, Term


class Found(NamedTuple):
    """A wish and where it was read."""

    criterion: Criterion
    start: int
    end: int

    def wishing(self, **changes: Any) -> Found:
        """Return it with its wish changed."""
        return self._replace(criterion=msgspec.structs.replace(self.criterion, **changes))


@dataclass
class Draft:
    """The wishes of one text, and the values no longer wished for.

    `sought` are the jobs among the wishes; `covered` marks the words that were understood, so
    that none is read twice. `heading` is the job that the heading of a posting names,
    `trades` are the wishes for a job that nothing knows, `clauses` the parts of the text, each with
    what it weighs.
    """

    found: list[Found] = field(default_factory=list)
    dropped: list[str] = field(default_factory=list)
    sought: list[Found] = field(default_factory=list)
    covered: Cover = field(default_factory=lambda: Cover(0))
    heading: Found | None = None
    trades: list[str] = field(default_factory=list)
    clauses: list[Clause] = field(default_factory=list)

    def add(self, group: tuple[Term, ...], weight: Weight) -> None:
        """Add one wish for any of the terms, in the words of the first."""
        found = Found(wish_for(group, weight), group[0].start, group[-1].end)
        self.found.append(found)
        if group[0].kind == "title" and weight == "must":
            self.sought.append(found)

    def cover(self, group: tuple[Term, ...]) -> None:
        """Mark the words of the terms as understood."""
        for term in group:
            self.covered.add(term.start, term.end)


def wish_for(group: tuple[Term, ...], weight: Weight) -> Criterion:
    """Return the wish that any of the terms satisfies; one of loose words may name several."""
    said = (t.value.split(" or ") if t.kind == "text" else [t.value] for t in group)
    return Criterion(
        group[0].kind,
        "",
        weight,
        subject=next((t.subject for t in group if t.subject), ""),
        level=next((t.level for t in group if t.level), ""),
        radius_km=next((t.radius_km for t in reversed(group) if t.radius_km), None),
    ).of(value for values in said for value in values)
