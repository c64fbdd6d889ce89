"""Reads periods of time out of text: "Jan 2014 - Present", "03.2018 – heute", "2015–19"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from tools.ingest.months import MONTH_NAME, month_of
from tools.vocabulary.word_sets import words

EARLIEST_YEAR = 1945
"""A year before this one is no year of anybody's working life."""

# "ï¼" and "â€“" are a full-width hyphen and a dash in a wrong encoding, common in real files.
_DASH = (
    "(?:[-\u2010-\u2015\u2212\uff0d\ufe63\uff5e\u301c~\u2192>\u81f3]"
    "|\u00ef\u00bc\u008d?\u200b?|\u00e2\u20ac[\u201c\u201d])"
)
_TO = (
    r"(?:to|until|till?|thru|through|up\s+to|and|bis|au|à|al?|hasta|até|ate|fino\s+al?|tot"
    r"|t\.?\s?o\.?\s?m\.?|do|zum?|až|по|до|έως|ως)"
)
# "2018 г. – 2020 г."
_YEAR_WORD = r"(?:\s?(?:г\.|р\.|года?|року)(?!\w))?"
_JOIN_BEFORE = re.compile(rf"(?:{_DASH}|to)\s*$", re.IGNORECASE)
_JOIN = re.compile(
    rf"{_YEAR_WORD}\s*(?:{_DASH}{{1,3}}\s*(?:{_TO}\s)?|,?\s{_TO}\s(?:the\s)?)\s*", re.IGNORECASE
)
_NOW = (
    r"(?:present|current(?:ly)?|now|today|date|on-?going|this\s+date"
    r"|heute|jetzt|dato|laufend|(?:la\s+)?actualidad|actual(?:mente)?|presente|hoy"
    r"|aujourd['’]?hui|ce\s+jour|présent|en\s+cours|oggi|attuale|atual(?:mente)?|hoje|o\s+momento"
    r"|heden|nu|nuvarande|pågående|nåtid|idag|dziś|obecnie|teraz|nåværende|nykyinen|danes|dnes|azi|prezent"
    r"|současnost(?:i)?|súčasnosť|současně|nyní|jelen(?:leg)?|napjainkig|halen|günümüz|devam\s+ediyor"
    r"|настоящее\s+время|н\.?\s?в\.?|сейчас|теперішній\s+час|зараз|σήμερα|τώρα"
    r"|今|现在|現在|目前|今日|현재|الآن|حتى\s+الآن)(?!\w)"
)
_NOW_AT = re.compile(_NOW, re.IGNORECASE)
_NOW_AFTER = re.compile(rf"\s{{1,3}}(?:to\s+date|until\s+now|{_NOW})|\s?\+(?!\w)", re.IGNORECASE)
_OPEN_END = re.compile(rf"\s*{_DASH}\s*(?=\)|\n|\||$)")
_SINCE = words("since seit depuis desde sedan sinds od dal ab starting from с со з від από")
_ARTICLES = words("the el le")
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
_DOTTED = re.compile(rf"\.(0[1-9]|1[0-2])\.?(?=\s?{_DASH})")
_DOTTED_LAST = re.compile(r"\.(0[1-9]|1[0-2])(?![\d.])")
_QUARTER = re.compile(r"(?<![^\W_])([QqHh])([1-4])[ /'’-]{0,2}$")
_ISO = re.compile(r"[-/](0[1-9]|1[0-2])(?:[-/](?:0[1-9]|[12]\d|3[01]))?(?![\d/])")
_SHORT_YEAR = re.compile(rf"\s?{_DASH}\s?(\d\d)(?![\d/%.,:]|\s?%|\s?{_DASH}\s?\d)")
_FIRST_MONTH = re.compile(rf"(?<!\w)({MONTH_NAME})\.?\s*(?:{_DASH}|to|bis|au|a)\s*$", re.IGNORECASE)
_TWO_DIGITS = re.compile(r"[/'’](\d\d)(?![\d/%:,]|\s?%|[snrt][tdh])")
_MONTH_NUMBER = re.compile(r"(?<![\d/])(?:0?[1-9]|1[0-2])$")
_NUMERIC_ENDS = frozenset("./- ")
_AND = re.compile(r"\b(?:and|und|et)\s", re.IGNORECASE)
_REACH = 32
_LAST_CENTURY = 45


class Period(NamedTuple):
    """A stretch of time and where the text says it.

    `begin` and `finish` are "YYYY-MM" or empty; a year alone begins in January and finishes in
    December, and `vague` says of begin and finish whether that is so. `single` marks one date,
    which is not a stretch, `since` a stretch told by such a word and not by its two ends.
    """

    begin: str
    finish: str
    current: bool
    start: int
    end: int
    single: bool = False
    since: bool = False
    vague: tuple[bool, bool] = (False, False)


class _Point(NamedTuple):
    start: int
    end: int
    year: int
    month: int | None


def find_periods(text: str, as_of: str) -> list[Period]:
    """Return every period and single date in order; those after `as_of` ("YYYY-MM") are dropped."""
    return find_dates(text, as_of)[0]


def find_dates(text: str, as_of: str) -> tuple[list[Period], list[Period]]:
    """Return the periods and single dates that can be, and the periods that cannot, in order.

    A period that ends before it begins is both: one of a month, so that its job is not lost.
    """
    points = _points(text)
    periods: list[Period] = []
    strange: list[Period] = []
    at = 0
    while at < len(points):
        following = points[at + 1] if at + 1 < len(points) else None
        period, used = _period(text, points[at], following)
        at += used
        reversed_ = not period.current and period.finish < period.begin
        if reversed_ and _AND.search(text, period.start, period.end):
            continue  # "2007 and 2003" are two years and no period
        if not period.single and (reversed_ or not _plausible(period, as_of)):
            strange.append(period)
        if reversed_:
            period = period._replace(finish=period.begin)
        if _plausible(period, as_of):
            periods.append(_clipped(period, as_of))
    return periods, strange


def _points(text: str) -> list[_Point]:
    points = [_around_year(text, match) for match in _YEAR.finditer(text)]
    short = list(_short_points(text, points))
    return sorted([*points, *short]) if short else points


def _around_year(text: str, match: re.Match[str]) -> _Point:
    """Return a four-digit year with the month before or after it."""
    start, end = match.span()
    year = int(match.group())
    named = _month_before(text, start)
    if named:
        return _Point(named[0], end, year, named[1])
    quarter = _QUARTER.search(text, max(0, start - 5), start)
    if quarter:
        length = 3 if quarter[1] in "Qq" else 6
        middle = min(12, int(quarter[2]) * length - length // 2)
        return _Point(quarter.start(), end, year, middle)
    if text[start - 1 : start] in _NUMERIC_ENDS:
        low = max(0, start - 8)
        numeric = _NUMERIC.search(text[low:start])
        if numeric and 1 <= int(numeric.group(2)) <= 12:
            return _Point(low + numeric.start(), end, year, int(numeric.group(2)))
    iso = _ISO.match(text, end) or _dotted(text, start, end) or _OF_YEAR.match(text, end)
    if iso:
        return _Point(start, iso.end(), year, int(iso[1]) if iso[1] else None)
    return _Point(start, end, year, None)


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


def _short_points(text: str, known: list[_Point]) -> Iterator[_Point]:
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
            yield _Point(found[0], end, year, found[1])


def _numbered(text: str, slash: int, end: int) -> tuple[int, int] | None:
    """Return the offset and number of the month before a slash, if the date is one of a pair."""
    low = max(0, slash - 3)
    number = _MONTH_NUMBER.search(text[low:slash])
    if number is None:
        return None
    start = low + number.start()
    if not _JOIN.match(text, end) and not _JOIN_BEFORE.search(text[max(0, start - 6) : start]):
        return None
    return start, int(number.group())


def _period(text: str, point: _Point, following: _Point | None) -> tuple[Period, int]:
    """Return the period that begins at a point and how many points it takes up."""
    join = _JOIN.match(text, point.end)
    if join and following and following.start == join.end():
        return _between(point, following), 2
    start = _since(text, point.start)
    if (join and (now := _NOW_AT.match(text, join.end()))) or (
        now := _NOW_AFTER.match(text, point.end)
    ):
        return _open(point, start, now.end()), 1
    short = _SHORT_YEAR.match(text, point.end) if point.month is None else None
    if short and (point.year % 100) <= int(short.group(1)):
        year = point.year - point.year % 100 + int(short.group(1))
        return _between(point, _Point(short.start(), short.end(), year, None)), 1
    if start < point.start:
        return _open(point, start, point.end)._replace(since=True), 1
    if point.month and (first := _first_month(text, point)):
        return first, 1
    if opened := _OPEN_END.match(text, point.end):
        return _open(point, start, opened.end()), 1
    begin, finish = _months(point)
    vague = (point.month is None, point.month is None)
    return Period(begin, finish, False, point.start, point.end, single=True, vague=vague), 1


def _since(text: str, start: int) -> int:
    words = text[max(0, start - 16) : start].replace("(", " ").split()
    if words and words[-1].lower() in _ARTICLES:
        words.pop()
    if not words or words[-1].lower() not in _SINCE:
        return start
    return text.rindex(words[-1], 0, start)


def _first_month(text: str, point: _Point) -> Period | None:
    """Return the period of "Jan – Mar 2020", whose first month leaves its year out."""
    before = text[max(0, point.start - _REACH) : point.start]
    first = _FIRST_MONTH.search(before) if before.rstrip()[-1:] in "-–—oau" else None
    month = month_of(first.group(1)) if first else None
    if first is None or month is None or point.month is None or month > point.month:
        return None
    start = point.start - len(first.group())
    return Period(f"{point.year}-{month:02}", _months(point)[1], False, start, point.end)


def _between(first: _Point, last: _Point) -> Period:
    vague = (first.month is None, last.month is None)
    begin, finish = _months(first)[0], _months(last)[1]
    return Period(begin, finish, False, first.start, last.end, vague=vague)


def _open(point: _Point, start: int, end: int) -> Period:
    return Period(_months(point)[0], "", True, start, end, vague=(point.month is None, False))


def _months(point: _Point) -> tuple[str, str]:
    month = point.month
    return f"{point.year}-{month or 1:02}", f"{point.year}-{month or 12:02}"


def _plausible(period: Period, as_of: str) -> bool:
    if period.begin > as_of or int(period.begin[:4]) < EARLIEST_YEAR:
        return False
    return period.current or period.finish >= period.begin


def _clipped(period: Period, as_of: str) -> Period:
    """Return a finish that is still to come means that the period lasts."""
    if period.finish > as_of:
        return period._replace(finish="", current=not period.single)
    return period
