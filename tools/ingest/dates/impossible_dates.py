"""Words the dates of a résumé that cannot be: nobody works from 2019 to 2015, or from 2099 on."""

from __future__ import annotations

from collections.abc import Sequence

from tools.ingest.dates.periods import EARLIEST_YEAR, Period

_MOST_TOLD = 3


def strange_dates(text: str, strange: Sequence[Period], as_of: str) -> list[str]:
    """Return a sentence for each of the first periods that cannot be, saying what became of it."""
    told = dict.fromkeys(
        f"Dates that {_reason(period, as_of)}: “{_said(text, period)}”" for period in strange
    )
    return list(told)[:_MOST_TOLD]


def _reason(period: Period, as_of: str) -> str:
    if period.begin > as_of:
        return "lie in the future were not counted"
    if int(period.begin[:4]) < EARLIEST_YEAR:
        return f"begin before {EARLIEST_YEAR} were not counted"
    return "end before they begin were counted as one month"


def _said(text: str, period: Period) -> str:
    return " ".join(text[period.start : period.end].split())
