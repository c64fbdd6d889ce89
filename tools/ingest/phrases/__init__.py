"""The words by which résumés are read, in tables: a new one is a line of text and never code."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from tools.pattern_table import pattern_runs


@cache
def phrases(table: str) -> Mapping[str, str]:
    """Return key → the patterns that stand under it, as the alternatives of a longer one.

    Raises ValueError for a key whose lines stand apart.
    """
    found: dict[str, str] = {}
    for (key, *_), choice in pattern_runs(__name__, f"{table}.tsv"):
        if key in found:
            raise ValueError(f"{table}.tsv: put the lines of {key!r} together.")
        found[key] = choice
    return found


def listed(table: str, key: str) -> frozenset[str]:
    """Return the plain words that stand under a key."""
    return frozenset(phrases(table)[key].split("|"))
