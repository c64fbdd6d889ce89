"""Load the places of the world in a compact shape: the full gazetteer costs far more to read."""

import re
import unicodedata
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from tools.vocabulary.tables import parts, read_rows

_FOLDER = "places"
PART = "part"
"""The kind of what is a place only beside a city that lies in it."""
_WORD = re.compile(r"[^\W_]+")
_LETTERS = str.maketrans({"ß": "ss", "ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ı": "i"})
"""How letters that are no accents are typed where a keyboard lacks them."""


class Place(NamedTuple):
    """A place; a country has no region or city, a region no city."""

    name: str
    city: str | None
    region: str | None
    country: str | None
    lat: float | None
    lon: float | None


class Known(NamedTuple):
    """A place a phrase may mean, with its inhabitants in thousands."""

    kind: str
    place: Place
    thousands: int
    weak: bool


class Area(NamedTuple):
    """An area that is no administrative unit: a set of units or a circle."""

    members: frozenset[str]
    radius_km: float


def fold(text: str) -> str:
    """Return the lookup key of a name: plain lower-case words."""
    if text.isascii() and text.isalpha():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text.replace("'", "").replace("\u2019", ""))
    plain = "".join(char for char in plain if not unicodedata.combining(char)).lower()
    return " ".join(_WORD.findall(_DOTTED.sub(lambda m: m.group().replace(".", ""), plain)))


_DOTTED = re.compile(r"\b(?:[a-z]\.){2,}(?:[a-z]\b)?")


def _keys(name: str) -> set[str]:
    """Return the lookup keys of a name as it is written and as it is typed."""
    key = fold(name)
    return {key, key.translate(_LETTERS)}


@cache
def countries() -> dict[str, str]:
    """Return the English country names by ISO code."""
    return {row["code"]: row["country"] for row in read_rows(f"{_FOLDER}/countries.tsv")}


@cache
def dialling_codes() -> dict[str, frozenset[str]]:
    """Return the countries of each international dialling code."""
    table: dict[str, frozenset[str]] = {}
    for row in read_rows(f"{_FOLDER}/countries.tsv"):
        if row["dial"]:
            table[row["dial"]] = table.get(row["dial"], frozenset()) | {row["code"]}
    return table


@cache
def spoken_in(language: str) -> frozenset[str]:
    """Return the countries where most people grow up with a language; English tells too little."""
    rows = read_rows(f"{_FOLDER}/countries.tsv")
    return frozenset(row["code"] for row in rows if language in parts(row["languages"]))


@cache
def everyday_words() -> frozenset[str]:
    """Return words that are cities too but usually mean something else."""
    text = files("tools.vocabulary").joinpath(f"{_FOLDER}/everyday_words.txt").read_text("utf-8")
    return frozenset(w for line in text.splitlines() if line[:1] != "#" for w in line.split())


@cache
def areas() -> dict[str, Area]:
    """Return the extent of each area by its name."""
    return {
        row["area"]: Area(
            frozenset(filter(None, row["members"].split(","))), float(row["radius_km"] or 0)
        )
        for row in read_rows(f"{_FOLDER}/areas.tsv")
    }


@cache
def city_lines() -> dict[str, list[str]]:
    """Return the raw lines of each city name; parsing waits until a name is asked for."""
    text = files("tools.vocabulary").joinpath(f"{_FOLDER}/cities.tsv").read_text("utf-8")
    table: dict[str, list[str]] = {}
    for line in text.split("\n")[1:-1]:
        name = line.split("\t", 3)[2]
        plain = name.isascii() and name.replace(" ", "").isalpha()
        for key in (name.lower(),) if plain else _keys(name):
            table.setdefault(key, []).append(line)
    return table


def parse_city(line: str) -> Known:
    """Return one city of the table."""
    country, region, name, lat, lon, thousands = line.split("\t")
    within = region if country == "US" else countries().get(country, country)
    place = Place(f"{name}, {within}", name, region or None, country, float(lat), float(lon))
    return Known("city", place, int(thousands), weak=False)


@cache
def exonyms() -> dict[str, tuple[str, str]]:
    """Return other names of big cities, as city and country."""
    rows = read_rows(f"{_FOLDER}/exonyms.tsv")
    return {fold(row["alias"]): (row["city"], row["country"]) for row in rows}


@cache
def subdivisions() -> dict[str, tuple[Known, ...]]:
    """Return provinces, counties and states by every name, which count only beside a city.

    Alone, many of them are towns, surnames or plain words: Granada, Kent, Central.
    """
    table: dict[str, dict[Known, None]] = {}
    for row in read_rows(f"{_FOLDER}/subdivisions.tsv"):
        place = Place(row["name"], None, row["region"], row["country"], None, None)
        known = Known(PART, place, 0, weak=True)
        for name in (row["name"], *parts(row["aliases"])):
            for key in _keys(name):
                table.setdefault(key, {})[known] = None
    return {key: tuple(found) for key, found in table.items()}


@cache
def units() -> dict[str, list[Known]]:
    """Return countries, regions and areas by every full name they have."""
    table: dict[str, list[Known]] = {}
    for phrase, known in (*_regions(), *_countries(), *_areas()):
        table.setdefault(fold(phrase), []).append(known)
    return table


def _countries() -> list[tuple[str, Known]]:
    found = []
    for row in read_rows(f"{_FOLDER}/countries.tsv"):
        place = Place(row["country"], None, None, row["code"], None, None)
        for phrase in (row["country"], *parts(row["aliases"])):
            weak = phrase in parts(row["ambiguous"])
            found.append((phrase, Known("country", place, 0, weak)))
    return found


def _regions() -> list[tuple[str, Known]]:
    found = []
    for row in read_rows(f"{_FOLDER}/regions.tsv"):
        place = Place(row["region"], None, row["code"], row["country"], None, None)
        for phrase in (row["region"], *parts(row["aliases"])):
            weak = phrase in parts(row["ambiguous"])
            found.append((phrase, Known("region", place, 0, weak)))
    return found


def _areas() -> list[tuple[str, Known]]:
    found = []
    for row in read_rows(f"{_FOLDER}/areas.tsv"):
        lat, lon = (float(row[key]) if row[key] else None for key in ("lat", "lon"))
        place = Place(row["area"], None, None, None, lat, lon)
        known = Known("area", place, 0, weak=False)
        found += [(phrase, known) for phrase in (row["area"], *parts(row["aliases"]))]
    return found


@cache
def iso_codes() -> dict[str, Known]:
    """Return countries by ISO code, which counts only right after a city."""
    return {
        code.lower(): Known("country", Place(name, None, None, code, None, None), 0, weak=True)
        for code, name in countries().items()
    }
