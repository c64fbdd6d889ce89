"""Knows the places of a text that name a skill beyond doubt, and which of them are near."""

import re
from bisect import bisect_left
from typing import NamedTuple

_REACH = 80
_LETTER_REACH = 16  # a lone letter in a list of anything needs a closer neighbour
_PAIR_REACH = 8
_AND = re.compile(r"\s(?:and|or|&|and/or)\s|\s?[/&]\s?")
_STOP = re.compile(r"[.;!?:]\s|\n|\u2022")


class Place(NamedTuple):
    """A place that names a skill beyond doubt, and whether it belongs to a technical field."""

    start: int
    end: int
    technical: bool


def near(places: list[Place], text: str, start: int, end: int) -> bool:
    """Return whether one of the places stands in the same list, before or after."""
    reach = _REACH if end - start > 1 else _LETTER_REACH
    return bool(_neighbours(places, text, start, end, reach))


def next_to(places: list[Place], text: str, start: int, end: int) -> list[Place]:
    """Return the places right beside it, of which there are two at most."""
    return _neighbours(places, text, start, end, _PAIR_REACH)


def paired(places: list[Place], text: str, start: int, end: int) -> bool:
    """Return whether only an "and" stands between it and one of the places: "R and Python"."""
    gaps = (_gap(text, place, start, end) for place in next_to(places, text, start, end))
    return any(_AND.fullmatch(gap) for gap in gaps)


def near_in_sentence(places: list[Place], text: str, start: int, end: int) -> bool:
    """Return whether one of the places stands in the same sentence, not far off."""
    beside = _neighbours(places, text, start, end, _REACH)
    return any(not _STOP.search(_gap(text, place, start, end)) for place in beside)


def _gap(text: str, place: Place, start: int, end: int) -> str:
    return text[end : place.start] if place.start >= end else text[place.end : start]


def _neighbours(places: list[Place], text: str, start: int, end: int, reach: int) -> list[Place]:
    """Return the places right before and after, at most one line and `reach` characters away."""
    at = bisect_left(places, (start,))
    after = at + 1 if at < len(places) and places[at].start == start else at
    found = []
    if at > 0 and _close(text[places[at - 1].end : start], reach):
        found.append(places[at - 1])
    if after < len(places) and _close(text[end : places[after].start], reach):
        found.append(places[after])
    return found


def _close(gap: str, reach: int) -> bool:
    return len(gap) <= reach and gap.count("\n") <= 1
