"""Reads the numbers of a sentence: digits and spelt ones, what they measure, and how exactly."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from tools.pattern_table import pattern_rows

Unit = Literal["", "years", "months", "percent"]
Bound = Literal["", "over", "under", "about"]

_SPELT = {
    word: float(number)
    for _, (number, words) in pattern_rows("graphs", "words/spelt_numbers.tsv")
    for word in words.split()
}
_TIMES = {
    "hundred": 100.0,
    "hundert": 100.0,
    "thousand": 1_000.0,
    "tausend": 1_000.0,
    "k": 1_000.0,
    "million": 1_000_000.0,
    "millions": 1_000_000.0,
    "m": 1_000_000.0,
    "billion": 1_000_000_000.0,
}
SPELT_NUMBERS = frozenset(_SPELT) | {"hundred", "thousand", "million", "one"}

_YEARS = r"years?|yrs?|jahren?|años?|ans|anni|anos|jaar"
_ONE_YEAR = re.compile(r"\b(?:one|a single|ein|un|une) (?=(?:full )?(?:year|jahr|año|an)\b)", re.I)
_DECADES = re.compile(
    r"\b(?:(half an?|an?|ein|eine[nm]?|una?|several|many)|(\w+)) (?:decade|jahrzehnt|década)\w*",
    re.I,
)
_HALF = re.compile(
    r"\b([\w.,]+)(?: and a half| ½|½)\b ?|\b(\w+)(?=einhalb\b)einhalb"
    rf"|\b(\w+) (?=(?:{_YEARS}) y medio)",
    re.I,
)
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_LOOSE = {"h": 5, "s": 30, "m": 30}
"""Half a decade, several, many."""
_MANY_DIGITS = re.compile(r"\d{1,3}(?:\.\d{3})+")
_WORD = re.compile(r"[^\W\d_]+")
_TIMES_AFTER = re.compile(r"[\s-]?(hundred|hundert|thousand|tausend|k|millions?|m|billion)\b", re.I)
_UNIT = re.compile(
    rf"\s*\+?[\s-]*(?:[^\W\d_]+\s+)?(?:(?P<years>{_YEARS})|(?P<months>months?|monaten?|mes(?:es)?|mois))\b"
    r"|\s*(?P<percent>%|‰|percent|per cent|prozent|por ciento|pour cent)",
    re.IGNORECASE,
)
_AFTER_OVER = re.compile(r"\s*(?:\+|plus\b|or more\b|oder mehr\b|o más\b|ou plus\b)", re.I)
_BOUNDS: tuple[tuple[Bound, re.Pattern[str]], ...] = tuple(
    (bound, re.compile(rf"(?:{words})\s*$", re.I))  # type: ignore[misc] # the literals below
    for bound, words in (
        (
            "under",
            r"\b(?:less than|under|below|fewer than|up to|at most|(?:no|not) more than|short of"
            r"|weniger als|unter|höchstens|bis zu|menos de|hasta|como máximo|moins de)",
        ),
        (
            "over",
            r"\b(?:more than|over|above|at least|upwards of|beyond|exceeds|minimum of|mehr als|über"
            r"|mindestens|más de|al menos|plus de|au moins|più di)|[>≥]=?",
        ),
        (
            "about",
            r"\b(?:about|around|roughly|approximately|approx\.|some|circa|ca\.|nearly|almost"
            r"|close to|just under|well|a good|etwa|rund|knapp|fast|ungefähr|unos|unas|casi"
            r"|cerca de|aproximadamente|environ|presque)|[~≈]",
        ),
    )
)


class Number(NamedTuple):
    """A number and how it is meant; `other` is what else its digits may say ("40.000")."""

    value: float
    unit: Unit = ""
    bound: Bound = ""
    other: float | None = None

    @property
    def readings(self) -> tuple[float, ...]:
        """Return every value the digits may stand for."""
        return (self.value,) if self.other is None else (self.value, self.other)


def numbers_in(text: str) -> list[Number]:
    """Return the numbers in a text, spelt ones from two on; "a decade" is ten years."""
    plain = _spelt_out(text)
    return [*_digits(plain), *_words(plain)]


def _spelt_out(text: str) -> str:
    """Return the text with decades as years and halves as decimals."""

    def years(match: re.Match[str]) -> str:
        said, counted = match[1], match[2]
        if said:
            return f"{_LOOSE.get(said[0].lower(), 10)} years"
        number = _SPELT.get(counted.casefold()) or (float(counted) if counted.isdecimal() else None)
        return f"{number * 10:g} years" if number else f"{counted} 20 years"

    def halves(match: re.Match[str]) -> str:
        said = next(group for group in match.groups() if group)
        number = _SPELT.get(said.casefold()) or (float(said) if said.isdecimal() else None)
        return f"{number + 0.5:g} " if number else match[0]

    return _HALF.sub(halves, _DECADES.sub(years, _ONE_YEAR.sub("1 ", text)))


def _digits(text: str) -> Iterator[Number]:
    for found in _NUMBER.finditer(text):
        value = _as_number(found[0])
        grouped = _MANY_DIGITS.fullmatch(found[0])
        other = float(found[0].replace(".", "")) if grouped else None
        end = found.end()
        times = _TIMES_AFTER.match(text, end)
        if times:
            value, other, end = value * _TIMES[times[1].casefold()], None, times.end()
        yield _meant(text, found.start(), end, value, other)


def _words(text: str) -> Iterator[Number]:
    """Yield spelt numbers; "twenty-five" and "two hundred" are one number each."""
    words = list(_WORD.finditer(text))
    at = 0
    while at < len(words):
        value = _SPELT.get(words[at][0].casefold())
        if value is None:
            at += 1
            continue
        start, last = words[at].start(), at
        if at + 1 < len(words) and text[words[at].end() : words[at + 1].start()] in (" ", "-"):
            following = words[at + 1][0].casefold()
            one = 1.0 if following == "one" else 0.0
            if value >= 20 and value % 10 == 0 and 0 < (_SPELT.get(following) or one) < 10:
                value, last = value + (_SPELT.get(following) or one), at + 1
            elif following in _TIMES and len(following) > 1:
                value, last = value * _TIMES[following], at + 1
        yield _meant(text, start, words[last].end(), value, None)
        at = last + 1


def _meant(text: str, start: int, end: int, value: float, other: float | None) -> Number:
    unit: Unit = ""
    measured = _UNIT.match(text, end)
    if measured:
        unit = measured.lastgroup  # type: ignore[assignment] # the groups are the units
    before = text[max(0, start - 24) : start]
    bound: Bound = "over" if _AFTER_OVER.match(text, end) else ""
    bound = next((b for b, words in _BOUNDS if words.search(before)), bound)
    return Number(value, unit, bound, other)


def _as_number(digits: str) -> float:
    plain = re.sub(r",(?=\d{3}(?:\D|$))", "", digits).replace(",", ".")
    head, dot, rest = plain.partition(".")
    return float(head + dot + rest.replace(".", ""))
