"""Tells a deed by the trade whose usual work it is, and a field by those who work in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from tools.candidates import Candidate, Position
from tools.evidence.finding import UNCLEAR, Finding, Span
from tools.evidence.roles import meets, works_in
from tools.vocabulary.deeds import find_deeds

_USUAL = 0.5
"""What the trade of a deed is worth against the deed told."""


def by_trade(person: Candidate, deed: str) -> Finding:
    """Return whether somebody held a job whose usual work a deed is; it is never more than partly.

    A deed that several trades tell, as selling cars is any seller's, shows in none of them.
    """
    for title in _trades(deed):
        held = [job for job in _titled(person) if meets(title, job.title)]
        if held:
            return Finding("partly", _USUAL, _spans(held), f"usual work of {title}")
    return UNCLEAR


def by_field(person: Candidate, fields: Iterable[str]) -> Finding:
    """Return whether somebody held a job that names one of the fields, or of a trade in it."""
    for field in fields:
        held = [job for job in _titled(person) if works_in(job.title, field)]
        if held:
            return Finding("partly", _USUAL, _spans(held), f"worked as {held[0].title}")
    return UNCLEAR


def _titled(person: Candidate) -> list[Position]:
    return [p for p in person.profile.positions if p.title and p.title_end > p.title_start]


def _spans(jobs: Sequence[Position]) -> tuple[Span, ...]:
    return tuple((job.title_start, job.title_end) for job in jobs)


@lru_cache(maxsize=1024)
def _trades(words: str) -> tuple[str, ...]:
    """Return the trades of words that say a deed and nothing else, the nearest first."""
    deeds = find_deeds(words, 0, len(words))
    if len(deeds) != 1 or (deeds[0].start, deeds[0].end) != (0, len(words)):
        return ()
    return (*deeds[0].titles, *deeds[0].also) if len(deeds[0].titles) == 1 else ()
