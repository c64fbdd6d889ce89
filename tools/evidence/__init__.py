"""Judges a person against a wish: a verdict, and the quotes that carry it."""

from __future__ import annotations

from collections.abc import Callable

from tools.candidates import Candidate
from tools.criteria import Criterion, Kind
from tools.evidence.contrary import contrary
from tools.evidence.experience import judge_title, judge_years
from tools.evidence.facts import (
    judge_certification,
    judge_education,
    judge_language,
    judge_location,
    judge_skill,
    judge_text,
)
from tools.evidence.finding import Finding
from tools.evidence.quotes import quote_around
from tools.evidence.telling import most_telling_first
from tools.evidence.traces import trace_of
from tools.evidence.wording import READ, Words
from tools.evidence.workplaces import judge_industry
from tools.results import CriterionVerdict, Evidence

_JUDGES: dict[Kind, Callable[[Candidate, Criterion, Words], Finding]] = {
    "title": judge_title,
    "skill": judge_skill,
    "location": judge_location,
    "min_years": judge_years,
    "max_years": judge_years,
    "education": judge_education,
    "language": judge_language,
    "certification": judge_certification,
    "industry": judge_industry,
    "text": judge_text,
}
_NAMED_IN_WORDS: frozenset[Kind] = frozenset(
    ("title", "skill", "certification", "industry", "text")
)
_TOLD_ANYWHERE: frozenset[Kind] = frozenset(("skill", "industry", "text"))
"""What a résumé may tell in any place; jobs and degrees are found in order of how they fit."""
_MOST = 3
_NO_TRACE = "nothing of it in the résumé"
"""The note of a thing avoided of which no quote can be shown."""


def find(person: Candidate, wish: Criterion, words: Words = READ) -> Finding:
    """Return what the résumé says about a wish, as places and a strength; no quotes are cut.

    With words looked up in an index instead of read, places in the text are not told.
    """
    return _JUDGES[wish.kind](person, wish, words)


def judge(person: Candidate, wish: Criterion) -> CriterionVerdict:
    """Return the verdict people see, with up to three quotes; met and partly always have one.

    Of what a résumé says that its owner lacks, the quote speaks against the person.

    The verdict speaks of the thing named: for an `avoid` wish, met means that it was found.
    """
    found = find(person, wish)
    named = wish.weight == "avoid" and wish.kind in _NAMED_IN_WORDS
    if named and found.verdict in ("unclear", "missing"):
        trace = trace_of(person, wish)
        found = trace if trace.spans else found
    if found.verdict == "unclear" and not found.spans:
        against = contrary(person, wish)
        found = against if against.spans else found
    quotes: dict[str, Evidence] = {}
    for span in found.spans:
        quote = quote_around(person.text, *span)
        quotes.setdefault(quote.quote, quote)  # what is said twice is shown once
    told = tuple(quotes.values())
    if wish.kind in _TOLD_ANYWHERE and found.verdict in ("met", "partly"):
        told = most_telling_first(person, wish, told)
    note = found.note or ("" if told or wish.weight != "avoid" else _NO_TRACE)
    return CriterionVerdict(wish.id, found.verdict, told[:_MOST], note)
