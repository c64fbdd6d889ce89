"""Reads where a person lives: the header first, a labelled line next, the latest job last."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from tools.candidates import Location, Position
from tools.ingest.headings import heading_kind
from tools.ingest.home_country import Clues, likeliest
from tools.ingest.identity.name_words import title_share
from tools.ingest.sections import Line, Section
from tools.vocabulary.place_index import wider
from tools.vocabulary.place_tables import everyday_words, fold
from tools.vocabulary.places import Place, PlaceMention, distance_km, find_places, resolve
from tools.vocabulary.titles import find_titles

_LABEL = re.compile(
    r"^(?:[•*-]\s*)?(?P<now>(?:current|present)(?:ly)?\s+)?(?:location|address|residence(?:\s+country)?|city"
    r"|resident\s+in|based\s+in|liv(?:es?|ing)\s+in|wohnort"
    r"|adresse|anschrift|domicile|residencia|ciudad|morada|domicilio|woonplaats|based)\b\s*:?",
    re.IGNORECASE | re.MULTILINE,
)
_BASE = re.compile(
    r"\((?:home\s+)?base(?:d\s+in|\s+in|\s*:)\s*(?P<place>[^()\n]+)\)", re.IGNORECASE
)
"""Which of several places on a line is home: "Pune and Bengaluru (base: Bengaluru)"."""
_SEGMENT = re.compile(r"[^|•·;⟨⟩\n]+?(?=\s*(?:[|•·;⟨]|\s[\u2013\u2014-]\s|\s{2}|$))")
_POSTCODE = re.compile(r"\b(?:[A-Z]{1,2}\d[\dA-Z]?(?:\s?\d[A-Z]{2})?|\d{4,6})\b")
_DISTRICT = re.compile(r"[A-ZÀ-Þ][a-zß-ÿ]+-[A-ZÀ-Þ][a-zß-ÿ]+")
_COUNTY = re.compile(r"\bCo(?:unty|\.)\s([A-Z][a-z]+)\b")
_ONCE = re.compile(
    r"\b(?:born|birth ?place|place of birth|native of|originally from|grew up|raised|hometown"
    r"|n[ée]e? (?:à|a|le|en)|nat[oa] a|geboren|geb\.|nacid[oa]|nascid[oa]|urodzon[ya])\b[^.;|]*$",
    re.IGNORECASE,
)
"""What leads a place where somebody was a child, which need not be home."""
_ONCE_REACH = 80
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
    clues: Callable[[str], Clues],
    given: str = "",
) -> Location | None:
    """Return the place the person lives in, as resolved, with the offsets of its words.

    `clues` tells what the résumé says of countries, for a town of a name that many have.
    """
    if given:
        return _given(text, given, clues)
    only_country: Location | None = None
    for start, end in _places_to_look(text, lines, sections, positions):
        mentions = _places(text, start, end)
        for number, mention in enumerate(mentions):
            mention = _wider(mentions, number)
            place = _meant(mention.place, text[start + mention.start : start + mention.end], clues)
            found = located(place, mention.start + start, mention.end + start)
            if found.city:
                return found
            only_country = only_country or found
    return _from_contact_line(lines, clues) or _irish_county(lines) or only_country


def _meant(place: Place, said: str, clues: Callable[[str], Clues]) -> Place:
    """Return the place of the name that the rest of the résumé speaks for."""
    if place != resolve(said):
        return place  # what stands beside the name has said which one it is
    return likeliest(said, lambda: clues(said)) or place


def _wider(mentions: Sequence[PlaceMention], number: int) -> PlaceMention:
    """Return the city of a district and its city, for its name is the better known."""
    mention = mentions[number]
    following = mentions[number + 1] if number + 1 < len(mentions) else None
    if following is None or not following.place.city or following.start - mention.end > _BESIDE:
        return mention
    away = distance_km(mention.place, following.place)
    abroad = mention.place.country != following.place.country
    return following if abroad or (away is not None and away <= _DISTRICT_KM) else mention


def _from_contact_line(lines: Sequence[Line], clues: Callable[[str], Clues]) -> Location | None:
    """Return the place on a line of contacts: "Bristol BS7 · ⟨email⟩", "Leith, Edinburgh"."""
    for line in lines[:_HEADER_LINES]:
        if len(line.text) > _HEADER_LONGEST or heading_kind(line.text):
            continue
        for segment in _SEGMENT.finditer(line.text):
            found = _resolved(segment.group(), line.start + segment.start(), clues)
            if found and ("⟨" in line.text or "," in segment.group() or _is_district(line.text)):
                return found
    return None


def _irish_county(lines: Sequence[Line]) -> Location | None:
    """Return the county on a line on top, where the village is too small to be known."""
    for line in lines[:_HEADER_LINES]:
        for found in _COUNTY.finditer(line.text[:_HEADER_LONGEST]):
            for unit in wider(fold(found[1])):
                if unit.place.country == "IE":
                    name = f"County {found[1]}, Ireland"
                    place = unit.place._replace(name=name)
                    return located(place, line.start + found.start(), line.start + found.end())
    return None


def _is_district(line: str) -> bool:
    """Return whether a line is a city and its part and no more: "Berlin-Wedding"."""
    return _DISTRICT.fullmatch(line.strip()) is not None and not find_titles(line)


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


def _places_to_look(
    text: str, lines: Sequence[Line], sections: Sequence[Section], positions: Sequence[Position]
) -> Iterator[tuple[int, int]]:
    header_end = sections[0].end if sections and sections[0].kind == "header" else 0
    header = [
        line
        for line in lines[:_HEADER_LINES]
        if line.start < header_end and line.end - line.start <= _HEADER_LONGEST
    ]
    yield from (
        m.span("place") for line in header for m in _BASE.finditer(text, line.start, line.end)
    )
    yield from ((line.start, line.end) for line in header)
    labels = list(_LABEL.finditer(text))
    yield from (_labelled(text, label) for label in labels if label["now"])
    for section in sections:
        if section.kind == "personal":
            yield section.body, min(section.end, section.body + 400)
    yield from (_labelled(text, label) for label in labels)
    current = [p for p in positions if p.current]
    latest = current or sorted(positions, key=lambda p: p.finish, reverse=True)
    for position in latest[:1]:
        reach = min(position.end, position.start + _ENTRY_REACH)
        yield position.start, reach


def _labelled(text: str, label: re.Match[str]) -> tuple[int, int]:
    stop = text.find("\n", label.end())
    return label.end(), min(stop if stop >= 0 else len(text), label.end() + 120)


def _places(text: str, start: int, end: int) -> list[PlaceMention]:
    """Return the places that begin between two offsets, each as its whole line tells it."""
    stop = text.find("\n", end)
    if any(residue in text[start:end] for residue in _RESIDUE):
        return []
    found = find_places(text[start : stop if stop >= 0 else len(text)])
    near = [mention for mention in found if start + mention.start < end]
    return [
        m
        for m in near
        if not _ONCE.search(text, _line_start(text, start + m.start), start + m.start)
    ]


def _line_start(text: str, at: int) -> int:
    return max(text.rfind("\n", 0, at), at - _ONCE_REACH) + 1
