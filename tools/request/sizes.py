"""Finds the sizes and counts of a request that no verdict compares: teams, budgets, languages."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tools.request.bound_words import AT_LEAST, AT_MOST
from tools.request.terms import Span
from tools.vocabulary.amounts import find_amounts

_BOUND = rf"(?:(?:{AT_LEAST}|{AT_MOST}|around|about)\s*)?"
_COUNT = r"\d[\d,]*(?:\s?(?:-|–|to)\s?\d[\d,]*)?\s?(?:\+|or more\b|plus\b)?"
_SCALE = r"(?:[kmb]\b|mm\b|mio\b|bn\b|millions?\b|billions?\b|thousand\b)"
_MONEY = (
    rf"[$€£]?\s?\d[\d.,]*(?:\s?(?:-|–|to)\s?[$€£]?\s?\d[\d.,]*)?\s?{_SCALE}?"
    r"\s?(?:[$€£]|\b(?:usd|eur|gbp|dollars?|euros?|pounds?)\b)?\s?\+?"
)
_FUNDS = r"(?:budgets?|quotas?|p&l|revenues?|turnover|portfolios?|pipelines?)"
_PEOPLE = (
    r"(?:people|persons?|staff|employees|(?:direct )?reports|agents|workers|reps|teams?|crews?"
    r"|members)\b"
)
_LED = re.compile(
    r"\b(?:manag(?:e|es|ed|ing)|leads?|leading|led|supervis(?:e|es|ed|ing)"
    r"|overs(?:ee|ees|aw|eeing))\s+(?:(?:an?|the)\s+)?(?:(?:teams?|crews?|staff|groups?)\s+of\s+)?"
    rf"(?P<led>{_BOUND}{_COUNT}(?:\s+(?:[\w-]+\s+)?{_PEOPLE}|(?=\s*(?:$|[.,;)\n]))))"
    rf"|\b(?P<team>(?:teams?|crews?|staff)\s+(?:size\s+)?of\s+{_BOUND}{_COUNT})",
    re.IGNORECASE,
)
_SUMS = re.compile(
    rf"\b{_FUNDS}\s*(?:(?:responsibility|attainment|size)\s+)?(?:of\s+|:\s*)?"
    rf"(?P<behind>{_BOUND}{_MONEY})(?!\s?(?:[\d%]|x\b|years?|yrs?))"
    rf"|(?P<before>{_BOUND}[$€£]\s?\d[\d.,]*\s?{_SCALE}?\+?)(?=\s+(?:[\w-]+\s+)?{_FUNDS}\b)",
    re.IGNORECASE,
)
_LANGUAGES = re.compile(
    rf"(?<![\w#]){_BOUND}(?:{_COUNT}|two|three|four|five)\s+(?:(?:foreign|other|different)\s+)?languages\b",
    re.IGNORECASE,
)
_AT_MOST = re.compile(rf"\b{AT_MOST}\s+$", re.IGNORECASE)
"""What makes of the size of a place a bound from above, within which no larger one is."""
_NEAR = 20
_CHILDREN = re.compile(
    r"\b(?:\d|two|three|four) (?:(?:school[- ]age|small|young) )?(?:kids|children)\b", re.IGNORECASE
)
"""Of the family of whom a nanny is sought for."""
_IS_MONEY = re.compile(
    rf"[$€£]|\d{{4}}|\d,\d{{3}}|\d\s?{_SCALE}|usd|eur|gbp|dollar|pound", re.IGNORECASE
)
"""What a sum says and a number of years or of other things does not: "pipelines 5+ years"."""


def find_sizes(text: str) -> list[Span]:
    """Return where the text says how many people are led, and all of `find_uncompared`."""
    led = [found.span(str(found.lastgroup)) for found in _LED.finditer(text)]
    return sorted([*led, *find_uncompared(text)])


def find_uncompared(text: str) -> Iterator[Span]:
    """Yield where the text counts money or languages, or says how large a place may be."""
    yield from (found.span() for found in _LANGUAGES.finditer(text))
    for found in _SUMS.finditer(text):
        start, end = found.span(str(found.lastgroup))
        if _IS_MONEY.search(text, start, end):
            yield start, end
    yield from (kids.span() for kids in _CHILDREN.finditer(text))
    for amount in find_amounts(text):
        lead = _AT_MOST.search(text, max(0, amount.start - _NEAR), amount.start)
        if lead and not amount.speed:
            yield lead.start(), amount.end
