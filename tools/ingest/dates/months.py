"""The names of the months in the languages résumés come in, and the seasons."""

from __future__ import annotations

from tools.ingest.phrases import phrases

_SAID = phrases("dates")

_NUMBERS = {name: number for number in range(1, 13) for name in _SAID[str(number)].split("|")}

MONTH_NAME = "(?:" + "|".join(sorted(_NUMBERS, key=lambda name: (-len(name), name))) + ")"
"""A regular expression for any month name or its abbreviation, without the full stop."""

_SEASONS = {name: month for month in (3, 6, 9, 12) for name in _SAID[f"season {month}"].split("|")}


def month_of(name: str) -> int | None:
    """Return 1 to 12 for a month's or season's name, None for another word."""
    word = name.lower().rstrip(".")
    return _NUMBERS.get(word) or _SEASONS.get(word)
