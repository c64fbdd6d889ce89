"""Reads periods of time out of text: "Jan 2014 - Present", "03.2018 – heute", "2015–19"."""

from __future__ import annotations

import re
from typing import NamedTuple

from tools.evidence.periods import months_between
from tools.ingest.dates.months import MONTH_NAME, month_of
from tools.ingest.dates.single_dates import DASH, JOIN, Point, points_of
from tools.ingest.phrases import phrases
from tools.vocabulary.word_sets import words

_SAID = phrases("dates")

EARLIEST_YEAR = 1945
"""A year before this one is no year of anybody's working life."""
LASTING_MONTHS = 60
"""What began longer ago and is not said to last may have ended any time since."""

_NOW = rf"(?:{_SAID['now']})(?!\w)"
_NOW_AT = re.compile(_NOW, re.IGNORECASE)
_NOW_AFTER = re.compile(rf"\s{{1,3}}(?:to\s+date|until\s+now|{_NOW})|\s?\+(?!\w)", re.IGNORECASE)
_OPEN_END = re.compile(rf"\s*{DASH}\s*(?=\)|\n|\||$)")
_SINCE = words("since seit depuis desde sedan sinds od dal ab starting from с со з від από")
_ARTICLES = words("the el le")
_SHORT_YEAR = re.compile(rf"\s?{DASH}\s?(\d\d)(?![\d/%.,:]|\s?%|\s?{DASH}\s?\d)")
_FIRST_MONTH = re.compile(rf"(?<!\w)({MONTH_NAME})\.?\s*(?:{DASH}|to|bis|au|a)\s*$", re.IGNORECASE)
_AND = re.compile(r"\b(?:and|und|et)\s", re.IGNORECASE)
_REACH = 32


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


def lasting(period: Period, as_of: str) -> Period:
    """Return a single date as the beginning of what lasts until `as_of`.

    It stays single, so that nobody counts the time since, if that is longer than LASTING_MONTHS.
    """
    long = months_between(period.begin, as_of) > LASTING_MONTHS
    return period._replace(finish="", current=True, single=long)


def find_dates(text: str, as_of: str) -> tuple[list[Period], list[Period]]:
    """Return the periods and single dates that can be, and the periods that cannot, in order.

    Those after `as_of` ("YYYY-MM") are dropped.
    A period that ends before it begins is both: one of a month, so that its job is not lost.
    """
    points = points_of(text)
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


def _period(text: str, point: Point, following: Point | None) -> tuple[Period, int]:
    """Return the period that begins at a point and how many points it takes up."""
    join = JOIN.match(text, point.end)
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
        return _between(point, Point(short.start(), short.end(), year, None)), 1
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


def _first_month(text: str, point: Point) -> Period | None:
    """Return the period of "Jan – Mar 2020", whose first month leaves its year out."""
    before = text[max(0, point.start - _REACH) : point.start]
    first = _FIRST_MONTH.search(before) if before.rstrip()[-1:] in "-–—oau" else None
    month = month_of(first.group(1)) if first else None
    if first is None or month is None or point.month is None or month > point.month:
        return None
    start = point.start - len(first.group())
    return Period(f"{point.year}-{month:02}", _months(point)[1], False, start, point.end)


def _between(first: Point, last: Point) -> Period:
    vague = (first.month is None, last.month is None)
    begin, finish = _months(first)[0], _months(last)[1]
    return Period(begin, finish, False, first.start, last.end, vague=vague)


def _open(point: Point, start: int, end: int) -> Period:
    return Period(_months(point)[0], "", True, start, end, vague=(point.month is None, False))


def _months(point: Point) -> tuple[str, str]:
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
