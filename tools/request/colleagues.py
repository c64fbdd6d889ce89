"""Finds whom somebody works with, which asks for no skill of theirs: "with design and sales"."""

from __future__ import annotations

from tools.pattern_table import patterns
from tools.request.terms import Span

_SAID = patterns(__package__, "colleagues.tsv")


def find_colleagues(text: str) -> list[Span]:
    """Return where a text names the people and departments that somebody works with."""
    return [match.span("list") for match in _SAID["colleagues"].finditer(text)]
