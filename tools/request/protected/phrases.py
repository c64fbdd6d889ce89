"""Reads the table of phrases that tell a wish about a protected attribute: "under 40"."""

from __future__ import annotations

import re
from functools import cache

from tools.pattern_table import pattern_runs
from tools.request.bound_words import AT_LEAST
from tools.request.protected.wish import PIECES

_KNOWN = {**PIECES, "LEAST": AT_LEAST}
ANYBODY, SOUGHT = "anybody", "sought"
"""Of whom a phrase tells: of whoever is sought, or of nobody else wherever it stands."""


@cache
def phrases(told_of: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return each attribute with the expression that finds the phrases about it."""
    of_them = ((about, words) for (about, whom), words in _table() if whom == told_of)
    return tuple((about, re.compile(words, re.IGNORECASE)) for about, words in of_them)


@cache
def _table() -> list[tuple[list[str], str]]:
    return pattern_runs(__package__, "wishes.tsv", _KNOWN)
