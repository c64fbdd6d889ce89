"""Load the places of the world in a compact shape: the full gazetteer costs far more to read."""

import re
import unicodedata
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from tools.vocabulary.tables import parts, read_rows

_FOLDER = "places"
_WORD = re.compile(r"[^\W_]+")


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


@cache
def countries() -> dict[str, str]:
    """Return the English country names by ISO code."""
    return {row["code"]: row["country"] for row in read_rows(f"{_FOLDER}/countries.tsv")}


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
        key = name.lower() if plain else fold(name)
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
