"""Places people work in: resolve names, find them in text, and compare them."""

import math
import re
from functools import lru_cache

from tools.vocabulary.place_index import (
    cities,
    has_part,
    options,
    reach_km,
    region_within,
    sure,
    unlisted,
    wider,
    within,
)
from tools.vocabulary.place_scan import PlaceMention, scan
from tools.vocabulary.place_tables import Place, areas, fold

__all__ = [
    "MILE_KM",
    "Place",
    "PlaceMention",
    "contains",
    "distance_km",
    "find_places",
    "is_remote",
    "readings",
    "resolve",
]

MILE_KM = 1.609344
_EARTH_KM = 6371.0
_SPLIT = re.compile(r"\s*[,;()/|]\s*")
_POSTCODE = re.compile(r"\b\d{4,6}(?:-\d{4})?\b")
_AROUND = re.compile(
    r"^(?:the\s+)?(?:greater|city of|near|in|around|based in|metro(?:politan)?)\s+"
    r"|\s+(?:metro(?:politan)?\s+area|metro|area|region|city area)$",
    re.IGNORECASE,
)
_REMOTE = re.compile(
    r"\bremote(?:ly)?\b(?!\s+(?:sensing|control|monitor\w*|desktop|support|access|area|server\w*"
    r"|site|sites|location|locations|diagnos\w*|patient|deposit|troubleshoot\w*))"
    r"|\bwork(?:ing|s)?[ -]from[ -](?:home|anywhere)\b|\bwfh\b|\bhome[ -]?office\b"
    r"|\btele(?:work|commut)\w*|\bt\u00e9l\u00e9travail\b|\bteletrabajo\b|\bfully distributed\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=8192)
def resolve(phrase: str) -> Place | None:
    """Return the place a phrase names, the most populous one when several share the name."""
    segments = [part for part in _SPLIT.split(_POSTCODE.sub("", phrase)) if part.strip(" .?!")]
    if not segments:
        return None
    if len(segments) > 1:
        return _inside(segments)
    key = fold(segments[0])
    found = options(key) or options(fold(_AROUND.sub("", segments[0].strip(" .?!"))))
    return found[0].place if found else _unpunctuated(key.split()) or _city_of_part(segments[0])


@lru_cache(maxsize=4096)
def readings(phrase: str) -> tuple[Place, ...]:
    """Return every place a phrase may mean, the one that `resolve` takes first.

    A bare name may be that of several towns; with a region or a country after it, it is one.
    """
    first = resolve(phrase)
    if first is None:
        return ()
    key = fold(phrase.strip(" .?!"))
    return tuple(dict.fromkeys((first, *(known.place for known in options(key)))))


def _inside(segments: list[str]) -> Place | None:
    outer = wider(fold(segments[-1]))
    sure_units = sure(outer)
    if len(segments) > 2:
        narrower = wider(fold(segments[-2]))
        countries = {unit.place.country for unit in outer}
        outer = tuple(unit for unit in narrower if unit.place.country in countries) or outer
    key = fold(segments[0])
    known = within(key, outer) or region_within(key, outer)
    if known:
        return known.place
    return unlisted(segments[0], sure(outer) or sure_units) if sure_units else resolve(segments[0])


def _unpunctuated(words: list[str]) -> Place | None:
    """Return the place of "munich germany"."""
    for cut in range(len(words) - 1, 0, -1):
        outer = sure(wider(" ".join(words[cut:])))
        known = within(" ".join(words[:cut]), outer) if outer else None
        if known is not None:
            return known.place
    return None


def _city_of_part(segment: str) -> Place | None:
    """Return the city of "Berlin-Wedding"."""
    city, dash, part = segment.strip(" .?!").partition("-")
    named = cities(fold(city)) if dash else ()
    return next((known.place for known in named if has_part(known, fold(part))), None)


def is_remote(phrase: str) -> bool:
    """Tell whether a phrase asks for or offers work from anywhere."""
    return bool(_REMOTE.search(phrase))


def find_places(text: str, trusted: bool = False) -> list[PlaceMention]:
    """Return the places a text names; trusted reads a recruiter's short request."""
    return list(scan(text, trusted))


def contains(outer: Place, inner: Place) -> bool:
    """Tell whether the first place is the second or has it inside."""
    if outer == inner:
        return True
    area = areas().get(outer.name) if outer.country is None else None
    if area is not None:
        codes = {inner.country, f"{inner.country}-{inner.region}"}
        if inner.country is None:
            return _same_area(outer, inner)
        near = distance_km(outer, inner)
        return bool(codes & area.members) or (near is not None and near <= area.radius_km)
    if outer.country is None or outer.country != inner.country:
        return False
    if outer.region is None:
        return True
    if outer.city is None:
        return outer.region == inner.region
    if outer.region != inner.region or inner.city is None:
        return False
    return outer.city == inner.city or _in_reach(outer, inner)


def _in_reach(city: Place, town: Place) -> bool:
    """Tell whether a smaller town lies within a metropolis: Walthamstow within London."""
    reach = reach_km(city)
    away = distance_km(city, town) if reach else None
    return away is not None and away <= reach and reach_km(town) < reach


def _same_area(outer: Place, inner: Place) -> bool:
    table = areas()
    mine, other = table[outer.name].members, table[inner.name].members
    return bool(other) and other <= mine


def distance_km(a: Place, b: Place) -> float | None:
    """Return the great-circle distance, when both places have coordinates."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return None
    lat_a, lat_b = math.radians(a.lat), math.radians(b.lat)
    half_lat = math.sin((lat_b - lat_a) / 2) ** 2
    half_lon = math.sin(math.radians(b.lon - a.lon) / 2) ** 2
    return (
        2
        * _EARTH_KM
        * math.asin(min(1.0, math.sqrt(half_lat + math.cos(lat_a) * math.cos(lat_b) * half_lon)))
    )
