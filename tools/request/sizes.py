"""Finds the sizes and counts of a request that no verdict compares: teams, budgets, languages."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tools.pattern_table import patterns
from tools.request.bound_words import AT_LEAST, AT_MOST
from tools.request.terms import Span
from tools.vocabulary.amounts import find_amounts

_SAID = patterns(__package__, "sizes.tsv", {"AT_LEAST": AT_LEAST, "AT_MOST": AT_MOST})

_AT_MOST = re.compile(rf"\b{AT_MOST}\s+$", re.IGNORECASE)
"""What makes of the size of a place a bound from above, within which no larger one is."""
_NEAR = 20
_CHILDREN = re.compile(
    r"\b(?:\d|two|three|four) (?:(?:school[- ]age|small|young) )?(?:kids|children)\b", re.IGNORECASE
)
"""Of the family of whom a nanny is sought for."""


def find_sizes(text: str) -> list[Span]:
    """Return where the text says how many people are led, and all of `find_uncompared`."""
    led = [found.span(str(found.lastgroup)) for found in _SAID["led"].finditer(text)]
    return sorted([*led, *find_uncompared(text)])


def find_uncompared(text: str) -> Iterator[Span]:
    """Yield where the text counts money or languages, or says how large a place may be."""
    yield from (found.span() for found in _SAID["languages"].finditer(text))
    for found in _SAID["sums"].finditer(text):
        start, end = found.span(str(found.lastgroup))
        if _SAID["is_money"].search(text, start, end):
            yield start, end
    yield from (kids.span() for kids in _CHILDREN.finditer(text))
    for amount in find_amounts(text):
        lead = _AT_MOST.search(text, max(0, amount.start - _NEAR), amount.start)
        if lead and not amount.speed:
            yield lead.start(), amount.end
