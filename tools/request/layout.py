"""Lays a text out for reading: clauses, names, years, and what is about the employer."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from tools.criteria import Weight
from tools.request.about_employer import find_about_employer
from tools.request.clauses import Clause, split_clauses
from tools.request.colleagues import find_colleagues
from tools.request.cues import find_cues
from tools.request.naming.name_terms import name_terms
from tools.request.terms import Cover, Span, Term
from tools.request.years import YearsAsked, find_years

PROSE = 250
"""Characters from which a text tells a story, in which not every word is a wish."""


class Layout(NamedTuple):
    """One text and all that is known of its parts before any wish is read."""

    text: str
    posting: bool
    clauses: list[Clause]
    cues: Cover
    of_others: list[Span]
    years: list[YearsAsked]
    terms: list[Term]
    inside: list[Term]
    beside: str

    def clause_at(self, at: int) -> Clause:
        """Return the clause that holds the offset, or the one after it."""
        index = bisect_right(self.clauses, at, key=lambda c: c.end)
        return self.clauses[min(index, len(self.clauses) - 1)]


def _within(term: Term, spans: list[Span]) -> bool:
    return any(start <= term.start and term.end <= end for start, end in spans)


def lay_out(
    text: str, default: Weight, posting: bool, typed: bool, held: Sequence[str] = ()
) -> Layout:
    """Return the parts of a text; what belongs to the employer's own story is left out.

    In a text that was `typed` for the search a word that names something else elsewhere names it.
    """
    employer = find_about_employer(text)
    ours = Cover(len(text), employer)
    years = [y for y in find_years(text) if not ours.touches(y.start, y.end)]
    spoken = Cover(len(text), ((y.start, y.end) for y in years))
    named = name_terms(text, typed=typed, held=held)
    terms = [t for t in named if not spoken.touches(t.start, t.end)]
    terms = [t for t in terms if t.kind == "location" or not ours.touches(t.start, t.end)]
    mates = find_colleagues(text)
    terms = [t for t in terms if t.kind not in ("skill", "industry") or not _within(t, mates)]
    return Layout(
        text,
        posting,
        split_clauses(text, default, terms),
        Cover(len(text), ((c.start, c.end) for c in find_cues(text))),
        [*employer, *mates],
        years,
        [t for t in terms if not t.inside],
        [t for t in terms if t.inside],
        ", ".join([*(t.value for t in terms if t.kind == "title"), *held]),
    )
