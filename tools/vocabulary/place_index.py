"""Answer what places a phrase may mean, the likeliest first."""

import math
from collections.abc import Sequence
from functools import cache, lru_cache

from tools.vocabulary.place_tables import (
    PART,
    Known,
    Place,
    city_lines,
    exonyms,
    fold,
    iso_codes,
    parse_city,
    subdivisions,
    units,
)
from tools.vocabulary.word_sets import words

_METROPOLIS = 1500
_BIG = 100
_PART_DEGREES = 0.5
_CROWD = 5.7
"""Thousands of people on a square kilometre of a metropolis, as in London."""
_OF_A_PEOPLE = ("n", "ns", "s", "ese", "ish", "i")
_TYPO_LENGTH = 6
_LONG = 9
_TYPO_CITY = 400
_NAMED_CITY = "PH"
"""Where hardly anybody says the "City" of a name: Mandaue City, Cebu City."""
_KINDS = words(
    """province provincia provincie provinz county co state estado region regione comunidad
    comunitat departamento departement canton kanton cantone voivodeship voivodship wojewodztwo
    województwo oblast governorate prefecture district distrito land"""
)
_OF = words("of de del della di da do d the")


@lru_cache(maxsize=8192)
def cities(key: str) -> tuple[Known, ...]:
    """Return the cities of a name, most populous first."""
    found = {parse_city(line) for line in city_lines().get(key, ())}
    full = city_lines().get(f"{key} city", ())
    found |= {parse_city(line) for line in full if line.startswith(_NAMED_CITY)}
    meant: set[Known] = set()
    other = exonyms().get(key)
    if other is not None:
        lines = city_lines().get(fold(other[0]), ())
        meant = {known for known in map(parse_city, lines) if known.place.country == other[1]}
    # A short name people use for one city ("Newcastle") means that city first.
    return (*_by_size(meant)[:1], *_by_size(found - meant))


def _by_size(found: set[Known]) -> list[Known]:
    return sorted(found, key=lambda known: (-known.thousands, known.place[:4]))


@lru_cache(maxsize=8192)
def options(key: str) -> tuple[Known, ...]:
    """Return everything a name may mean: a metropolis, then wider units, then other cities."""
    named = cities(key)
    big = tuple(known for known in named if known.thousands >= _METROPOLIS)
    return big + tuple(units().get(key, ())) + tuple(k for k in named if k not in big)


@lru_cache(maxsize=8192)
def wider(key: str) -> tuple[Known, ...]:
    """Return the regions and countries a word after a city may name, codes included."""
    code = iso_codes().get(key)
    found = [known for known in units().get(key, ()) if known.kind != "area"]
    found += [code] if code else []
    found += subdivisions().get(key, ())
    return tuple(found) or (wider(_bare(key)) if _bare(key) != key else ())


def _bare(key: str) -> str:
    """Return the name of a unit without its kind: "provincia de granada", "rivers state"."""
    own = key.split()
    if len(own) > 1 and own[0] in _KINDS:
        own = own[1:]
        while len(own) > 1 and own[0] in _OF:
            own = own[1:]
    elif len(own) > 1 and own[-1] in _KINDS:
        own = own[:-1]
    return " ".join(own)


def is_big(known: Known) -> bool:
    """Tell whether a place is a city that many people live in."""
    return known.kind == "city" and known.thousands > _BIG


def is_metropolis(known: Known) -> bool:
    """Tell whether a city is one of those that everybody thinks of by their name."""
    return known.kind == "city" and known.thousands >= _METROPOLIS


def sure(outer: Sequence[Known]) -> tuple[Known, ...]:
    """Return the units that are places also where no city of theirs stands before them."""
    return tuple(unit for unit in outer if unit.kind != PART)


def within(key: str, outer: tuple[Known, ...]) -> Known | None:
    """Return the most populous city of that name inside any of the units."""
    for known in cities(key):
        for unit in outer:
            if unit.place.country == known.place.country and (
                unit.place.region in {None, known.place.region}
            ):
                return known
    return None


@lru_cache(maxsize=1024)
def reach_km(city: Place) -> float:
    """Return how far a metropolis stretches around its centre; 0 for any smaller town."""
    people = next((k.thousands for k in cities(fold(city.city or "")) if k.place == city), 0)
    return math.sqrt(people / (_CROWD * math.pi)) if people >= _METROPOLIS else 0.0


def has_part(city: Known, key: str) -> bool:
    """Tell whether a name is that of a part of a big city, listed as a town of the same region."""
    return city.thousands > _BIG and any(_beside(city.place, k.place) for k in cities(key))


def _beside(one: Place, other: Place) -> bool:
    degrees = abs((one.lat or 0) - (other.lat or 0)) + abs((one.lon or 0) - (other.lon or 0))
    return (one.country, one.region) == (other.country, other.region) and degrees < _PART_DEGREES


def region_within(key: str, outer: tuple[Known, ...]) -> Known | None:
    """Return the region of that name inside any of the countries."""
    for known in units().get(key, ()):
        if known.kind == "region" and any(
            unit.kind == "country" and unit.place.country == known.place.country for unit in outer
        ):
            return known
    return None


def unlisted(city: str, outer: tuple[Known, ...]) -> Place | None:
    """Return a town too small for the table, known only by what contains it."""
    unit = next(iter(outer), None)
    if unit is None or not city[:1].isalpha():
        return None
    region, country = unit.place.region, unit.place.country
    where = region if country == "US" and region else unit.place.name
    return Place(
        f"{city.strip().title()}, {where}", city.strip().title(), region, country, None, None
    )


@cache
def starts() -> dict[str, int]:
    """Return how many words the longest name beginning with a word has."""
    table: dict[str, int] = {}
    for names in (city_lines(), exonyms(), units()):
        for key in names:
            first = key.partition(" ")[0]
            table[first] = max(table.get(first, 0), key.count(" ") + 1)
    return table


@cache
def _typo_choices() -> dict[str, list[str]]:
    known = {key for key in (*exonyms(), *units()) if " " not in key}
    for key, lines in city_lines().items():
        if " " not in key and any(int(line.rsplit("\t", 1)[1]) >= _TYPO_CITY for line in lines):
            known.add(key)
    table: dict[str, list[str]] = {}
    for key in sorted(known):
        if len(key) >= _TYPO_LENGTH - 1 and key.isascii():
            table.setdefault(key[0], []).append(key)
    return table


def _thousands(key: str) -> int:
    return max((known.thousands for known in options(key)), default=0)


@lru_cache(maxsize=4096)
def corrected(word: str) -> str | None:
    """Return the big city, region or country a mistyped word most likely means."""
    if len(word) < _TYPO_LENGTH or not word.isascii() or not word.isalpha():
        return None
    from rapidfuzz import process  # Typos are rare; the import should not be paid for always.
    from rapidfuzz.distance import OSA

    slips = 2 if len(word) >= _LONG else 1
    choices = _typo_choices().get(word[0], [])
    found = process.extract(word, choices, scorer=OSA.distance, score_cutoff=slips, limit=5)
    best = sorted(found, key=lambda hit: (hit[1], -_thousands(hit[0]), -len(hit[0]), hit[0]))
    if not best or (best[0][0] in units() and word.endswith(_OF_A_PEOPLE)):
        return None  # "Indian" and "Germans" are people and no slips
    return best[0][0]
