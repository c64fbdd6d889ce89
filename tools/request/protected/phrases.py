"""Reads the table of phrases that tell a wish about a protected attribute: "under 40"."""

from __future__ import annotations

import re
from functools import cache
from itertools import groupby

from tools.request.bound_words import AT_LEAST
from tools.request.pattern_table import pattern_rows
from tools.request.protected.wish import DEMONYM, NOT_OR_RATHER

_KNOWN = {"DEMONYM": DEMONYM, "LEAST": AT_LEAST, "RATHER": NOT_OR_RATHER}
ANYBODY, SOUGHT = "anybody", "sought"
"""Of whom a phrase tells: of whoever is sought, or of nobody else wherever it stands."""


@cache
def phrases(told_of: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return each attribute with the expression that finds the phrases about it."""
    rows = [cells for _, cells in pattern_rows(__package__, "wishes.tsv", _KNOWN)]
    runs = groupby((r for r in rows if r[1] == told_of), key=lambda r: r[0])
    words = [(about, "|".join(words for _, _, words in run)) for about, run in runs]
    return tuple((about, re.compile(either, re.IGNORECASE)) for about, either in words)
