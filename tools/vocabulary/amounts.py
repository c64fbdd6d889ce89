"""Reads how fast somebody keys and how large a place is: "60 wpm", "a 250-seat restaurant"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_UNITS = {
    "wpm": r"\s?(?:w\.?p\.?m\b|words?\s?(?:per|a|/)\s?min(?:ute)?)",
    "kph": r"\s?(?:k\.?s?p\.?h\b|key\s?strokes?\s?(?:per|an|/)\s?(?:hr|hour))",
    "seats": r"[\s-](?:seats?|seater)\b",
    "rooms": r"[\s-](?:(?:guest|hotel)[\s-])?rooms?\b(?! (?:service|attend|clean|division))",
    "beds": r"[\s-](?:licensed[\s-])?beds?\b",
    "covers": r"\scovers\b(?:\s(?:a|per|each|every)\s(?:night|day|service|shift|evening|week))?",
    "acres": r"[\s-]acres?\b",
    "units": r"(?:-units?\b|\s(?:\w+\s)?units\b(?=[^.;\n]{0,40}\b(?:apartment|residential|property"
    r"|properties|housing|rental|condo|communit|portfolio|occupan|leas)|\s*(?:[,.;)\n]|$)))",
    "employees": r"[\s-](?:employees?\b|staff\b(?! (?:nurse|account|writer|train)))",
}
_SPEEDS = frozenset({"wpm", "kph"})
_AMOUNT = re.compile(
    r"(?<![\w.,$€£/-])(?P<n>\d{1,3}(?:,\d{3})|\d{2,5})\s?(?P<more>\+)?(?:\s?(?:-|–|to)\s?\d[\d,]*)?"
    rf"\s?(?:\+)?(?:{'|'.join(f'(?P<{unit}>{words})' for unit, words in _UNITS.items())})",
    re.IGNORECASE,
)
_HANDLED = re.compile(
    r"\b(?:made|makes?|making|pack(?:ed|s|ing)?|ship(?:ped|s|ping)?|sold|sell(?:s|ing)?|train(?:ed|s"
    r"|ing)?|recruit(?:ed|s|ing)?|hir(?:ed|es|ing)|produc(?:ed|es|ing)|assembl(?:ed|es|ing)"
    r"|deliver(?:ed|s|ing)?|built)\s+(?:over|about|up to|more than|approximately)?\s*$",
    re.IGNORECASE,
)
"""What is done to so many of a thing, which tells of no place of that size."""
_YEAR = re.compile(r"(?:19|20)\d\d")


class Amount(NamedTuple):
    """So many of a unit ("wpm", "seats"), said at text[start:end], `more` if at least so many."""

    number: int
    unit: str
    start: int
    end: int
    more: bool

    @property
    def speed(self) -> bool:
        """Return whether it says how fast somebody is, and not how large a place."""
        return self.unit in _SPEEDS

    @property
    def name(self) -> str:
        """Return the amount as a wish words it: "60 wpm", "250 seats"."""
        return f"{self.number:,} {self.unit}" if not self.speed else f"{self.number} {self.unit}"


def find_amounts(text: str) -> Iterator[Amount]:
    """Yield the amounts that a text tells, of a range the lower bound."""
    for found in _AMOUNT.finditer(text):
        unit = str(found.lastgroup)
        if unit not in _SPEEDS and _YEAR.fullmatch(found["n"]):
            continue
        if unit not in _SPEEDS and _HANDLED.search(text, max(0, found.start() - 30), found.start()):
            continue
        number = int(found["n"].replace(",", ""))
        yield Amount(number, unit, *found.span(), more=bool(found["more"]))
