"""Tells a deed by the trade whose usual work it is: a Bookkeeper keeps books."""

from __future__ import annotations

from functools import lru_cache

from tools.candidates import Candidate
from tools.evidence.finding import UNCLEAR, Finding
from tools.evidence.roles import meets
from tools.vocabulary.deeds import find_deeds

_USUAL = 0.5
"""What the trade of a deed is worth against the deed told."""


def by_trade(person: Candidate, deed: str) -> Finding:
    """Return whether somebody held a job whose usual work a deed is; it is never more than partly.

    A deed that several trades tell, as selling cars is any seller's, shows in none of them.
    """
    for title in _trades(deed):
        held = [p for p in person.profile.positions if p.title and meets(title, p.title)]
        spans = tuple((p.title_start, p.title_end) for p in held if p.title_end > p.title_start)
        if spans:
            return Finding("partly", _USUAL, spans, f"usual work of {title}")
    return UNCLEAR


@lru_cache(maxsize=1024)
def _trades(words: str) -> tuple[str, ...]:
    """Return the trades of words that say a deed and nothing else, the nearest first."""
    deeds = find_deeds(words, 0, len(words))
    if len(deeds) != 1 or (deeds[0].start, deeds[0].end) != (0, len(words)):
        return ()
    return (*deeds[0].titles, *deeds[0].also) if len(deeds[0].titles) == 1 else ()
