"""Finds what a request says of a job that no résumé shows: permits, records, from when."""

from __future__ import annotations

import re
from functools import cache

from tools.pattern_table import pattern_runs
from tools.request.protected.wish import PIECES
from tools.request.terms import Span


def find_unshown(text: str) -> list[Span]:
    """Return where the text says what is only to be asked, in order: a permit, a move, a start."""
    return sorted(m.span() for words in _expressions() for m in words.finditer(text))


@cache
def _expressions() -> tuple[re.Pattern[str], ...]:
    runs = pattern_runs("tools.request", "unshown.tsv", PIECES)
    return tuple(re.compile(words, re.IGNORECASE) for _, words in runs)
