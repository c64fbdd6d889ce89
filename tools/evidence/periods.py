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
    """Return the months in the union of the positions' periods, both end months counted."""
    periods = sorted(
        (month_number(p.begin), month_number(p.finish if p.finish and not p.current else as_of))
        for p in positions
        if p.begin and (as_of or p.finish)
    )
    total, reached = 0, -1
    for begin, finish in periods:
        first = max(begin, reached + 1)
        if finish >= first:
            total += finish - first + 1
            reached = finish
    return total
