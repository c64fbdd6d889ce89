"""Reads where people should live: places, "near", "within 30 km of", remote work."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tools.pattern_table import patterns
from tools.request.filler import FILLER
from tools.request.terms import Cover, Term
from tools.vocabulary.places import MILE_KM, Place, PlaceMention, find_places, is_remote, resolve
from tools.vocabulary.skills import canonical_skill
from tools.vocabulary.titles import canonical_title

_SAID = patterns(__package__, "whereabouts.tsv")

NEAR_KM = 50.0
"""What "near" and "around" mean when no distance is said."""
_PROSE = 250
"""Characters from which a lower-case word is a place only behind "in" or "near"."""
AREA_KM = 40.0
"""What "the Berlin area" and "greater Berlin" mean."""
_IN = re.compile(r"\b(?:in|near|around|from|based|located|of)\s+$", re.IGNORECASE)
_IN_THE = re.compile(r"\b(?:in|from|based|located|of|across|within) the $", re.IGNORECASE)
"""What stands before a country with its article, and before any thing: "in the field"."""
_WITH_ARTICLE = frozenset({"uk", "usa", "eu", "uae", "netherlands", "philippines", "bahamas"})
_ENDS = re.compile(r"\s*(?:$|[.,;!?)\n])|\s+(?:with|and|who|or|for)\b")
_THE_US = re.compile(rf"\b(?:in|from|across|within) the (?P<us>us)(?={_ENDS.pattern})")
"""The one country that in small letters is a word for anybody."""
REMOTE = "Remote"
"""The value of a wish for work from anywhere."""

_IN_BRACKETS = re.compile(r"(?:[a-z\d+] |[A-Z]{2,} )\((?P<list>[^()\n]*)$")
_WAY_OF_WORK = re.compile(r"hybrid|remote|on-?site|office|full|part|flexible", re.IGNORECASE)
_LISTED = re.compile(r"\s*(?:[,/;]|\bor\b|\band\b)\s*")
_LAST = re.compile(r"(?<=,)\s*(?P<place>[A-ZÀ-Þ][a-zß-ÿ]+)(?=[\s.!]*$)")
"""A name that closes a list, which is a town however ordinary its letters: "florist, Bath"."""
_TOWN = r"[A-ZÀ-Þ][a-zß-ÿ]+"
_NAME = re.compile(_TOWN)
_OR_THERE = re.compile(
    rf"(?P<places>(?:\s*,\s*{_TOWN}){{0,4}}\s*,?\s+or\s+{_TOWN})(?=\s*(?:$|[.,;!?)\n])|\s+(?:and|with)\b)"
)
"""Towns that stand as alternatives of a place, however ordinary their names: "Leeds or Bath"."""
_LONGEST_LIST = 60
"""Characters of a bracket within which the makes of a thing are listed."""


def read_places(text: str) -> list[Term]:
    """Return the places asked for, with a radius in kilometres where one was said or meant."""
    terms = []
    for mention in find_places(text, trusted=True):
        if _means_something_else(text, mention) and not _is_a_country(text, mention):
            continue
        if _is_a_make(text, mention.start, mention.end) or _is_a_tool(text, mention.start):
            continue
        radius, start, end = _radius(text, mention.start, mention.end)
        meant = _SAID["california"].match(text, mention.start)
        value = "California" if meant else place_value(mention.place)
        terms.append(Term("location", value, start, end, radius_km=radius))
    terms += [Term("location", "United States", *m.span("us")) for m in _THE_US.finditer(text)]
    taken = Cover(len(text), ((t.start, t.end) for t in terms))
    terms += [t for t in _towns(text) if not taken.touches(t.start, t.end)]
    terms.extend(_alternatives(text, terms))
    last = _LAST.search(text)
    if last and not any(t.end > last.start("place") for t in terms):
        terms.extend(_town(text, *last.span("place")))
    terms.extend(
        Term("location", REMOTE, match.start(), match.end())
        for match in _SAID["remote"].finditer(text)
        if is_remote(text[match.start() : match.end() + 20])
    )
    return terms


def _alternatives(text: str, named: Sequence[Term]) -> list[Term]:
    """Return the towns that only their place beside others of a choice tells from other words."""
    taken = Cover(len(text), ((t.start, t.end) for t in named))
    towns: list[Term] = []
    for choice in (c for t in named if (c := _OR_THERE.match(text, t.end))):
        items = [m.span() for m in _NAME.finditer(text, *choice.span("places"))]
        found = [_town(text, *item) for item in items]
        if all(found):
            towns += [town for each in found for town in each]
    return [town for town in towns if not taken.touches(town.start, town.end)]


def _town(text: str, start: int, end: int) -> list[Term]:
    """Return the place that a name is where a place is told, unless it names something else."""
    name = text[start:end]
    place = resolve(name)
    if place is None or canonical_skill(name) is not None or name.lower() in FILLER:
        return []
    return [Term("location", place_value(place), start, end)]


def _towns(text: str) -> Iterator[Term]:
    """Yield the small towns that only their state tells: "banker in Flushing NY"."""
    for match in _SAID["of_its_state"].finditer(text):
        town = match["town"]
        place = resolve(f"{town}, {match['state']}")
        named = canonical_title(town) or canonical_skill(town) or town.casefold() in FILLER
        if place and place.region == match["state"] and not named:
            yield Term("location", place_value(place), *match.span())


def _is_a_country(text: str, mention: PlaceMention) -> bool:
    """Return whether a country is named with the article it has: "in the uk"."""
    named = text[mention.start : mention.end].casefold() in _WITH_ARTICLE
    before = _IN_THE.search(text, max(0, mention.start - 12), mention.start)
    return named and before is not None and _ENDS.match(text, mention.end) is not None


def _means_something_else(text: str, mention: PlaceMention) -> bool:
    """Return whether a town's name is something else here: "to lend", "or Cypress"."""
    start, end = mention.start, mention.end
    if _IN.search(text, max(0, start - 12), start):
        return False
    surface = text[start:end]
    if surface == "Ms":
        return True
    if surface.isupper() and _SAID["office"].match(text, end):
        return True
    if surface.lower() in FILLER and not surface.isupper():
        return True
    if surface.islower() and _SAID["thing"].search(text, max(0, start - 12), start):
        return True
    return (surface.islower() and len(text) > _PROSE) or canonical_skill(surface) is not None


def _is_a_make(text: str, start: int, end: int) -> bool:
    """Return whether a bracket lists makes of a thing: "heavy trucks (Cummins, Detroit)"."""
    opened = _IN_BRACKETS.search(text, max(0, start - _LONGEST_LIST), start)
    if opened is None:
        return False
    closed = text.find(")", end, end + _LONGEST_LIST)
    listed = text[opened.start("list") : closed if closed >= 0 else end]
    others = [item for item in _LISTED.split(listed) if item and item != text[start:end]]
    return any(
        item[:1].isupper() and resolve(item) is None and not _WAY_OF_WORK.search(item)
        for item in others
    )


def _is_a_tool(text: str, start: int) -> bool:
    """Return whether a name stands beside a tool as its alternative: "SAP EWM or Manhattan"."""
    before = _SAID["or_this"].search(text, max(0, start - _LONGEST_LIST), start)
    words = before["other"].split() if before else []
    return any(canonical_skill(" ".join(words[at:])) for at in range(len(words)))


def place_value(place: Place) -> str:
    """Return the shortest name that still means this place: "Berlin", but "Portland, ME"."""
    short = place.city or place.name
    return short if resolve(short) == place else place.name


def _radius(text: str, start: int, end: int) -> tuple[float | None, int, int]:
    before = _SAID["before"].search(text, max(0, start - 60), start)
    after = _SAID["after"].match(text, end)
    radius: float | None = None
    if before:
        start = before.start()
        radius = _kilometres(before, AREA_KM if before["area"] else NEAR_KM)
    if after:
        end = after.end()
        radius = _kilometres(after, radius or AREA_KM)
    return radius, start, end


def _kilometres(match: re.Match[str], unsaid: float) -> float | None:
    """Return the distance said, or `unsaid`; none at all is the place itself."""
    if not match["far"]:
        return unsaid
    far = float(match["far"])
    if not far:
        return None
    return round(far * MILE_KM, 2) if match["unit"].lower().startswith("mi") else far
