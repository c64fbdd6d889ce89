"""Counts months: "YYYY-MM" periods and their union."""

from __future__ import annotations

from collections.abc import Iterable

from tools.candidates import Position


def month_number(year_month: str) -> int:
    """Return the months since year 0 of "YYYY-MM" (or "YYYY", taken as its first month)."""
    year, _, month = year_month.partition("-")
    return int(year) * 12 + (int(month) if month else 1) - 1


def months_between(earlier: str, later: str) -> int:
    """Return whole months from one "YYYY-MM" to another, negative when reversed."""
    return month_number(later) - month_number(earlier)


def months_covered(positions: Iterable[Position], as_of: str) -> int:
    """Return the months in the union of the positions' periods, both end months counted.

    A job of which one month is told adds none.
    Of two bare years, the middle of each is taken: 2013 to 2016 is three years.
    """
    periods = sorted(_period(p, as_of) for p in positions if p.timed and (as_of or p.finish))
    total, reached = 0, -1
    for begin, finish in periods:
        first = max(begin, reached + 1)
        if finish >= first:
            total += finish - first + 1
            reached = finish
    return total


def _period(position: Position, as_of: str) -> tuple[int, int]:
    """Return the numbers of the first and the last month of a position."""
    begin, current = position.begin, position.current or not position.finish
    finish = as_of if current else position.finish
    if begin[:4] != finish[:4]:
        if position.begin_vague:
            begin = f"{begin[:4]}-07"
        if position.finish_vague and not current:
            finish = f"{finish[:4]}-06"
    return month_number(begin), month_number(finish)
