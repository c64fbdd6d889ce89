"""Finds what a request says of pay, which no résumé shows: "salary up to 60000", "60k"."""

from __future__ import annotations

import re

from tools.pattern_table import patterns
from tools.request.terms import Span

_SAID = patterns(__package__, "pay.tsv")

_MILLIONS = re.compile(r"(?:[.,]\d{3}){2}")
"""What somebody answers for, as nobody is paid so much."""


def find_pay(text: str) -> list[Span]:
    """Return where the text says what is paid."""
    if not any(letter.isdigit() for letter in text):
        return []
    return [m.span() for m in _SAID["pay"].finditer(text) if not _MILLIONS.search(m.group())]
