"""Weighs which country a résumé is set in, for a town whose name several places share."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from tools.candidates import LanguageSkill
from tools.vocabulary.place_index import options
from tools.vocabulary.place_tables import dialling_codes, fold, spoken_in
from tools.vocabulary.places import Place, PlaceMention, find_places

_AREA_CODE = re.compile(r"\(?[2-9]\d\d\)?[ .\u2013-]?[2-9]\d\d[ .\u2013-]\d{4}")
_NORTH_AMERICA = frozenset({"US", "CA"})
_LONGEST_CODE = 4
_ABROAD_DIGITS = 11
_DIALLED = 4
_NAMED = 3
_SPOKEN = 1
_REGION = 1
_SURE = 3
"""So much more must speak against a big city than against any other."""
_BIG = 500
_OUTSHONE = 10
"""So many times larger is a city that is meant wherever its name stands."""


class Clues(NamedTuple):
    """What beside the address says where a person lives: each country's weight, and regions."""

    countries: Mapping[str, int]
    regions: frozenset[tuple[str, str]]


def dialled(phones: Iterable[str]) -> frozenset[str]:
    """Return the countries that phone numbers belong to, as far as their codes tell."""
    found: set[str] = set()
    for phone in phones:
        digits = re.sub(r"\D", "", phone)
        abroad = digits.startswith("00") and len(digits) >= _ABROAD_DIGITS
        if abroad or phone.strip().startswith(("+", "(+")):
            digits = digits.removeprefix("00")
            codes = (digits[:length] for length in range(_LONGEST_CODE, 0, -1))
            known = dialling_codes()
            found |= next((known[code] for code in codes if code in known), frozenset())
        elif _AREA_CODE.fullmatch(phone.strip()):
            found |= _NORTH_AMERICA
    return frozenset(found)


def clues_of(
    text: str, phones: frozenset[str], languages: Sequence[LanguageSkill], town: str
) -> Clues:
    """Return what a résumé says of countries: its phone, its other places, its first language."""
    places = {m.place for m in find_places(text) if _is_sure(m, text, fold(town))}
    named = Counter(place.country for place in places if place.country)
    weights = Counter({country: min(times, _NAMED) for country, times in named.items()})
    weights.update(dict.fromkeys(phones, _DIALLED))
    for language in languages:
        if language.level == "native":
            weights.update(dict.fromkeys(spoken_in(language.name), _SPOKEN))
    regions = frozenset((p.country, p.region) for p in places if p.country and p.region)
    return Clues(dict(weights), regions)


def likeliest(phrase: str, clues: Callable[[], Clues]) -> Place | None:
    """Return the place a bare name means: the best known, unless the résumé is set elsewhere."""
    first, *others = options(fold(phrase)) or (None,)
    if first is None or not others:
        return first.place if first else None
    told = clues()
    best = max(others, key=lambda known: _weight(known.place, told))
    needed = _SURE if first.thousands >= _BIG else 1
    meant = best if _weight(best.place, told) >= _weight(first.place, told) + needed else first
    return meant.place


def _is_sure(mention: PlaceMention, text: str, town: str) -> bool:
    """Whether a place is another than the town, and of one country alone by what stands there."""
    said = fold(text[mention.start : mention.end])
    if said.startswith(town):
        return False
    abroad = [k for k in options(said) if k.place.country != mention.place.country]
    known = max((k.thousands for k in options(said) if k not in abroad), default=0)
    return all(k.kind == "city" and k.thousands * _OUTSHONE <= known for k in abroad)


def _weight(place: Place, clues: Clues) -> int:
    within = (place.country, place.region) in clues.regions
    return clues.countries.get(place.country or "", 0) + (_REGION if within else 0)
