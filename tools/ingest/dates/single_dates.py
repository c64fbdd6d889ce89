"""Finds the single dates in a text: a year with the month before or behind it, however written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from tools.ingest.dates.months import month_of
from tools.ingest.phrases import phrases
from tools.vocabulary.word_sets import words

_SAID = phrases("dates")

# "ï¼" and "â€“" are a full-width hyphen and a dash in a wrong encoding, common in real files.
DASH = (
    "(?:[-\u2010-\u2015\u2212\uff0d\ufe63\uff5e\u301c~\u2192>\u81f3]"
    "|\u00ef\u00bc\u008d?\u200b?|\u00e2\u20ac[\u201c\u201d])"
)
_TO = f"(?:{_SAID['to']})"
# "2018 г. – 2020 г."
_YEAR_WORD = r"(?:\s?(?:г\.|р\.|года?|року)(?!\w))?"
_JOIN_BEFORE = re.compile(rf"(?:{DASH}|to)\s*$", re.IGNORECASE)
JOIN = re.compile(
    rf"{_YEAR_WORD}\s*(?:{DASH}{{1,3}}\s*(?:{_TO}\s)?|,?\s{_TO}\s(?:the\s)?)\s*", re.IGNORECASE
)
# Lookbehinds stand last: a search that starts with a plain character class is five times faster.
_YEAR = re.compile(
    r"[12][09]\d\d(?![\d%]|[.,]\d{3}|\s%)(?<=19\d\d|20\d\d)"
    r"(?:(?<![\w,$€£#]\d{4})(?<!\d\.\d{4})|(?<=\d[/.\-]\d{4}))"
)
_NUMERIC = re.compile(r"(?:(?<!\d)(\d{1,2})[./-])?(?<!\d)(\d{1,2})(?:\s?[./-]\s?|\s)$")
_WORD_START = re.compile(r"[(\u2010-\u2015:-]")
_OF = words("de of del")
# A PDF without blanks runs title and month together: "Safety DirectorOctober 2010".
_GLUED_MONTH = re.compile(
    r"(?<=[a-z)])(January|February|March|April|May|June|July|August|September|October|November"
    r"|December)$"
)
_DAY = re.compile(r"\d{1,2}(?:st|nd|rd|th)?[.,]?")
_OF_YEAR = re.compile(r"\s?[年년]\s?(?:(1[0-2]|0?[1-9])\s?[月월](?:\s?\d{1,2}\s?[日일])?)?")
_DOTTED = re.compile(rf"\.(0[1-9]|1[0-2])\.?(?=\s?{DASH})")
_DOTTED_LAST = re.compile(r"\.(0[1-9]|1[0-2])(?![\d.])")
_QUARTER = re.compile(r"(?<![^\W_])([QqHh])([1-4])[ /'’-]{0,2}$")
_ISO = re.compile(r"[-/](0[1-9]|1[0-2])(?:[-/](?:0[1-9]|[12]\d|3[01]))?(?![\d/])")
_TWO_DIGITS = re.compile(r"[/'’](\d\d)(?![\d/%:,]|\s?%|[snrt][tdh])")
_MONTH_NUMBER = re.compile(r"(?<![\d/])(?:0?[1-9]|1[0-2])$")
_NUMERIC_ENDS = frozenset("./- ")
_REACH = 32
_LAST_CENTURY = 45


class Point(NamedTuple):
    """A date and where it stands; a year alone has no month."""

    start: int
    end: int
    year: int
    month: int | None


def points_of(text: str) -> list[Point]:
    """Return the dates of a text in order."""
    points = [_around_year(text, match) for match in _YEAR.finditer(text)]
    short = list(_short_points(text, points))
    return sorted([*points, *short]) if short else points


def _around_year(text: str, match: re.Match[str]) -> Point:
    """Return a four-digit year with the month before or after it."""
    start, end = match.span()
    year = int(match.group())
    named = _month_before(text, start)
    if named:
        return Point(named[0], end, year, named[1])
    quarter = _QUARTER.search(text, max(0, start - 5), start)
    if quarter:
        length = 3 if quarter[1] in "Qq" else 6
        middle = min(12, int(quarter[2]) * length - length // 2)
        return Point(quarter.start(), end, year, middle)
    if text[start - 1 : start] in _NUMERIC_ENDS:
        low = max(0, start - 8)
        numeric = _NUMERIC.search(text[low:start])
        if numeric and 1 <= int(numeric.group(2)) <= 12:
            return Point(low + numeric.start(), end, year, int(numeric.group(2)))
    iso = _ISO.match(text, end) or _dotted(text, start, end) or _OF_YEAR.match(text, end)
    if iso:
        return Point(start, iso.end(), year, int(iso[1]) if iso[1] else None)
    return Point(start, end, year, None)


def _dotted(text: str, start: int, end: int) -> re.Match[str] | None:
    """Return the month of "2019.04" where such dates stand at both ends of a period."""
    if text[end : end + 1] != ".":
        return None
    if _JOIN_BEFORE.search(text, max(0, start - 6), start):
        return _DOTTED_LAST.match(text, end)
    return _DOTTED.match(text, end)


def _month_before(text: str, start: int) -> tuple[int, int] | None:
    """Return the offset and number of the month whose name ends right before an offset."""
    low = max(0, start - _REACH)
    before = text[low:start].rstrip(" \n,.'’/-")
    for _ in range(3):
        head, _, word = before.replace("\n", " ").rpartition(" ")
        word = _WORD_START.split(word)[-1]
        number = month_of(word)
        if number:
            begin = low + len(before) - len(word)
            day = head.rpartition(" ")[2] if head else ""
            return (begin - len(day) - 1 if day and _DAY.fullmatch(day) else begin), number
        if glued := _GLUED_MONTH.search(word):
            return low + len(before) - len(glued[1]), month_of(glued[1]) or 1
        if word.lower() not in _OF and not _DAY.fullmatch(word):
            return None
        before = head.rstrip(" ,.")
    return None


def _short_points(text: str, known: list[Point]) -> Iterator[Point]:
    """Dates with a two-digit year, "Jan '09", or "04/09" where they stand in a pair."""
    taken = {at for point in known for at in range(point.start, point.end)}
    for match in _TWO_DIGITS.finditer(text):
        start, end = match.span()
        if start in taken or end - 1 in taken:
            continue
        found = _numbered(text, start, end) if text[start] == "/" else _month_before(text, start)
        if found:
            digits = int(match.group(1))
            year = 1900 + digits if digits >= _LAST_CENTURY else 2000 + digits
            yield Point(found[0], end, year, found[1])


def _numbered(text: str, slash: int, end: int) -> tuple[int, int] | None:
    """Return the offset and number of the month before a slash, if the date is one of a pair."""
    low = max(0, slash - 3)
    number = _MONTH_NUMBER.search(text[low:slash])
    if number is None:
        return None
    start = low + number.start()
    if not JOIN.match(text, end) and not _JOIN_BEFORE.search(text[max(0, start - 6) : start]):
        return None
    return start, int(number.group())
