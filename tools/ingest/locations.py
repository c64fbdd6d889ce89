"""Reads where a person lives: the header first, a labelled line next, the latest job last."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tools.candidates import Location, Position
from tools.ingest.headings import heading_kind
from tools.ingest.identity.name_words import title_share
from tools.ingest.sections import Line, Section
from tools.vocabulary.places import Place, PlaceMention, distance_km, find_places, resolve
from tools.vocabulary.titles import find_titles
from tools.vocabulary.word_sets import words

_LABEL = re.compile(
    r"^(?:[•*-]\s*)?(?:current\s+)?(?:location|address|residence|city|based\s+in|lives?\s+in|wohnort"
    r"|adresse|anschrift|domicile|residencia|ciudad|morada|domicilio|woonplaats|based)\b\s*:?",
    re.IGNORECASE | re.MULTILINE,
)
_SEGMENT = re.compile(r"[^|•·;⟨⟩\n]+?(?=\s*(?:[|•·;⟨]|\s[\u2013\u2014-]\s|\s{2}|$))")
_POSTCODE = re.compile(r"\b(?:[A-Z]{1,2}\d[\dA-Z]?(?:\s?\d[A-Z]{2})?|\d{4,6})\b")
_DISTRICT = re.compile(r"[A-ZÀ-Þ][a-zß-ÿ]+-[A-ZÀ-Þ][a-zß-ÿ]+")
_COUNTIES = {
    "C": words("Galway Leitrim Mayo Roscommon Sligo"),
    "L": words("Carlow Dublin Kildare Kilkenny Laois Longford Louth Meath Offaly Westmeath")
    | words("Wexford Wicklow"),
    "M": words("Clare Cork Kerry Limerick Tipperary Waterford"),
    "U": words("Cavan Donegal Monaghan"),
}
"""The counties of the Republic of Ireland by the letter of their province, as GeoNames has them."""
_COUNTY = re.compile(rf"\bCo(?:unty|\.)\s({'|'.join(c for r in _COUNTIES.values() for c in r)})\b")
_PLACE_WORDS = 6
_BESIDE = 3
_DISTRICT_KM = 40.0
_HEADER_LINES = 8
_HEADER_LONGEST = 160
_RESIDUE = ("City , State", "City, State")
_ENTRY_REACH = 160


def find_location(
    text: str,
    lines: Sequence[Line],
    sections: Sequence[Section],
    positions: Sequence[Position],
    given: str = "",
) -> Location | None:
    """Return the place the person lives in, as resolved, with the offsets of its words."""
    if given:
        return _given(text, given)
    only_country: Location | None = None
    for start, end in _places_to_look(text, lines, sections, positions):
        mentions = _places(text, start, end)
        for number, mention in enumerate(mentions):
            mention = _wider(mentions, number)
            found = located(mention.place, mention.start + start, mention.end + start)
            if found.city:
                return found
            only_country = only_country or found
    return _from_contact_line(lines) or _irish_county(lines) or only_country


def _wider(mentions: Sequence[PlaceMention], number: int) -> PlaceMention:
    """Return the city of a district and its city, for its name is the better known."""
    mention = mentions[number]
    following = mentions[number + 1] if number + 1 < len(mentions) else None
    if following is None or not following.place.city or following.start - mention.end > _BESIDE:
        return mention
    away = distance_km(mention.place, following.place)
    abroad = mention.place.country != following.place.country
    return following if abroad or (away is not None and away <= _DISTRICT_KM) else mention


def _from_contact_line(lines: Sequence[Line]) -> Location | None:
    """Return the place on a line of contacts: "Bristol BS7 · ⟨email⟩", "Leith, Edinburgh"."""
    for line in lines[:_HEADER_LINES]:
        if len(line.text) > _HEADER_LONGEST or heading_kind(line.text):
            continue
        for segment in _SEGMENT.finditer(line.text):
            found = _resolved(segment.group(), line.start + segment.start())
            if found and ("⟨" in line.text or "," in segment.group() or _is_district(line.text)):
                return found
    return None


def _irish_county(lines: Sequence[Line]) -> Location | None:
    """Return the county on a line on top, where the village is too small to be known."""
    for line in lines[:_HEADER_LINES]:
        found = _COUNTY.search(line.text) if len(line.text) <= _HEADER_LONGEST else None
        if found:
            county = next(region for region in _COUNTIES if found[1] in _COUNTIES[region])
            start = line.start + found.start()
            place = Place(f"County {found[1]}, Ireland", None, county, "IE", None, None)
            return located(place, start, line.start + found.end())
    return None


def _is_district(line: str) -> bool:
    """Return whether a line is a city and its part and no more: "Berlin-Wedding"."""
    return _DISTRICT.fullmatch(line.strip()) is not None and not find_titles(line)


def _resolved(segment: str, start: int) -> Location | None:
    bare = _POSTCODE.sub("", segment).strip(" ,.-")
    if not bare or len(bare.split()) > _PLACE_WORDS or not bare[0].isupper() or "⟨" in bare:
        return None
    for part in (bare, *reversed(bare.split(",")), bare.partition("-")[0]):
        place = resolve(part.strip())
        if place is not None and place.city and place.lat is not None and not title_share(part):
            at = start + segment.index(part.strip())
            return located(place, at, at + len(part.strip()))
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


def _given(text: str, given: str) -> Location:
    start = text.lower().rfind(given.lower())
    start, end = (start, start + len(given)) if start >= 0 else (0, 0)
    place = resolve(given)
    return located(place, start, end) if place else Location(name=given, start=start, end=end)


def _places_to_look(
    text: str, lines: Sequence[Line], sections: Sequence[Section], positions: Sequence[Position]
) -> Iterator[tuple[int, int]]:
    header_end = sections[0].end if sections and sections[0].kind == "header" else 0
    for line in lines[:_HEADER_LINES]:
        if line.start < header_end and line.end - line.start <= _HEADER_LONGEST:
            yield line.start, line.end
    for section in sections:
        if section.kind == "personal":
            yield section.body, min(section.end, section.body + 400)
    for label in _LABEL.finditer(text):
        stop = text.find("\n", label.end())
        yield label.end(), min(stop if stop >= 0 else len(text), label.end() + 120)
    current = [p for p in positions if p.current]
    latest = current or sorted(positions, key=lambda p: p.finish, reverse=True)
    for position in latest[:1]:
        yield position.start, min(position.end, position.start + _ENTRY_REACH)


def _places(text: str, start: int, end: int) -> list[PlaceMention]:
    piece = text[start:end]
    if any(residue in piece for residue in _RESIDUE):
        return []
    return find_places(piece)
