"""Reads where a person lives, as the place that the words of a home mean."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from tools.candidates import Location, Position
from tools.ingest.headings import heading_kind
from tools.ingest.home_country import Clues, likeliest
from tools.ingest.home_lines import HEADER_LINES, HEADER_LONGEST, home_mentions
from tools.ingest.identity.name_words import title_share
from tools.ingest.sections import Line, Outline
from tools.vocabulary.place_index import wider
from tools.vocabulary.place_tables import everyday_words, fold
from tools.vocabulary.places import Place, PlaceMention, distance_km, resolve

_SEGMENT = re.compile(r"[^|•·;⟨⟩\n]+?(?=\s*(?:[|•·;⟨]|\s[\u2013\u2014-]\s|\s{2}|$))")
_POSTCODE = re.compile(r"\b(?:[A-Z]{1,2}\d[\dA-Z]?(?:\s?\d[A-Z]{2})?|\d{4,6})\b")
_DISTRICT = re.compile(r"[A-ZÀ-Þ][a-zß-ÿ]+-[A-ZÀ-Þ][a-zß-ÿ]+")
_COUNTY = re.compile(r"\bCo(?:unty|\.)\s([A-Z][a-z]+)\b")
_PLACE_WORDS = 6
_BESIDE = 3
_DISTRICT_KM = 40.0
_CONTACTS = frozenset({"header", "personal", "summary"})


def find_location(
    outline: Outline,
    positions: Sequence[Position],
    clues: Callable[[str], Clues],
    given: str = "",
) -> Location | None:
    """Return the place the person lives in, as resolved, with the offsets of its words.

    `clues` tells what the résumé says of countries, for a town of a name that many have.
    """
    if given:
        return _given(outline.text, given, clues)
    only_country: Location | None = None
    for mention, following in home_mentions(outline, positions):
        home = _wider(mention, following)
        place = _meant(home.place, outline.text[home.start : home.end], clues)
        found = located(place, home.start, home.end)
        if found.city:
            return found
        only_country = only_country or found
    first = outline.lines[:HEADER_LINES]
    top = [line for line in first if outline.section_at(line.start).kind in _CONTACTS]
    return _from_contact_line(top, clues) or _irish_county(first) or only_country


def _meant(place: Place, said: str, clues: Callable[[str], Clues]) -> Place:
    """Return the place of the name that the rest of the résumé speaks for."""
    if place != resolve(said):
        return place  # what stands beside the name has said which one it is
    return likeliest(said, lambda: clues(said)) or place


def _wider(mention: PlaceMention, following: PlaceMention | None) -> PlaceMention:
    """Return the city of a district and its city, for its name is the better known."""
    if following is None or not following.place.city or following.start - mention.end > _BESIDE:
        return mention
    away = distance_km(mention.place, following.place)
    abroad = mention.place.country != following.place.country
    return following if abroad or (away is not None and away <= _DISTRICT_KM) else mention


def _from_contact_line(lines: Sequence[Line], clues: Callable[[str], Clues]) -> Location | None:
    """Return the place on a line of contacts: "Bristol BS7 · ⟨email⟩", "Leith, Edinburgh"."""
    for line in lines:
        if len(line.text) > HEADER_LONGEST or heading_kind(line.text):
            continue
        for segment in _SEGMENT.finditer(line.text):
            found = _resolved(segment.group(), line.start + segment.start(), clues)
            if found and ("⟨" in line.text or "," in segment.group() or _is_district(line.text)):
                return found
    return None


def _irish_county(lines: Sequence[Line]) -> Location | None:
    """Return the county on a line on top, where the village is too small to be known."""
    for line in lines:
        for found in _COUNTY.finditer(line.text[:HEADER_LONGEST]):
            for unit in wider(fold(found[1])):
                if unit.place.country == "IE":
                    name = f"County {found[1]}, Ireland"
                    place = unit.place._replace(name=name)
                    return located(place, line.start + found.start(), line.start + found.end())
    return None


def _is_district(line: str) -> bool:
    """Return whether a line is a city and its part and no more: "Berlin-Wedding"."""
    return _DISTRICT.fullmatch(line.strip()) is not None


def _resolved(segment: str, start: int, clues: Callable[[str], Clues]) -> Location | None:
    bare = _POSTCODE.sub("", segment).strip(" ,.-")
    if not bare or len(bare.split()) > _PLACE_WORDS or not bare[0].isupper() or "⟨" in bare:
        return None
    whole = resolve(bare)
    for part in (bare, *reversed(bare.split(",")), bare.partition("-")[0]):
        said = part.strip()
        place = resolve(said)
        if place is None or not place.city or place.lat is None or title_share(part):
            continue
        if fold(said) in everyday_words() and said != bare:
            continue  # "Kitchen, Bar", "Windows XP, Vista"
        if whole is not None and whole.country != place.country:
            continue  # "Brest" of "Old Village, Brest, France" is none of Belarus
        at = start + segment.index(said)
        return located(_meant(place, said, clues), at, at + len(said))
    return None


def located(place: Place, start: int = 0, end: int = 0) -> Location:
    """Return a place as the location between two offsets."""
    return Location(
        name=place.name,
        city=place.city or "",
        region=place.region or "",
        country=place.country or "",
        lat=place.lat,
        lon=place.lon,
        start=start,
        end=end,
    )


def _given(text: str, given: str, clues: Callable[[str], Clues]) -> Location:
    start = text.lower().rfind(given.lower())
    start, end = (start, start + len(given)) if start >= 0 else (0, 0)
    place = resolve(given)
    if place is None:
        return Location(name=given, start=start, end=end)
    return located(_meant(place, given, clues), start, end)
