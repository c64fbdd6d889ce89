"""Finds the years a résumé states for something: "around 5 years of experience in SAP"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from tools.vocabulary.word_places import lowered

_NAMES = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty"
_NUMBERS = dict(zip(_NAMES.split("|"), (*range(1, 13), 15, 20), strict=True))
_YEARS = re.compile(r"years?|yrs?\b")
_STATED = re.compile(
    rf"\b(\d{{1,2}}|{_NAMES})\s?(?:\+|plus)?\s?(?:years?\b|yrs?\b\.?)['’]?\+?"
    r"(?:[^.;:•|\n\d]|\n(?!\n)){0,60}?\b(?:experience|background|expertise)\b"
    r"(?:[ ,\n](?:in|with|as|of|on|using|working)\b(?:[^.;:•|\n\d]|\n(?!\n)){0,60})?"
)
_LONGEST_CAREER = 60
_BACK, _ON = 14, 150


class Stated(NamedTuple):
    """So many years of what text[start:end] names."""

    years: int
    start: int
    end: int


@lru_cache(maxsize=64)
def stated_years(text: str) -> tuple[Stated, ...]:
    """Return every statement of years of experience, in order."""
    small = lowered(text)
    found: dict[int, Stated] = {}
    for hint in _YEARS.finditer(small):
        match = _STATED.search(small, max(0, hint.start() - _BACK), hint.end() + _ON)
        if match and match.start() < hint.start() < match.end():
            years = _NUMBERS.get(match[1]) or int(match[1])
            if 0 < years <= _LONGEST_CAREER:
                found.setdefault(match.start(), Stated(years, match.start(), match.end()))
    return tuple(found.values())
