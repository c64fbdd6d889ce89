"""The words that show a kind of work, whatever the title above it says."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from tools.vocabulary.tables import parts, read_folder
from tools.vocabulary.telling import by_place
from tools.vocabulary.titles import canonical_title, trades_of


def duties_of(title: str) -> Mapping[str, float]:
    """Return the terms that show the work of a title, and how telling each is, up to 1.0.

    A title that is narrower than its trade, as an intensive care nurse's is, has terms of its own
    beside those of the trade, and so has a trade beside the one it is a kind of. A title of no
    known trade has none.
    """
    trades = trades_of(title)
    told: dict[str, float] = {}
    for work in (*trades, *(f"{trade}/{canonical_title(title)}" for trade in trades[:1])):
        for term, worth in _telling(work).items():
            told[term] = max(worth, told.get(term, 0.0))
    return told


@cache
def _telling(work: str) -> Mapping[str, float]:
    return by_place(_terms().get(work, ()))


@cache
def _terms() -> Mapping[str, tuple[str, ...]]:
    """Return the terms of each work: an occupation, or `occupation/Title`."""
    return {row["work"]: parts(row["terms"]) for row in read_folder("duties")}
