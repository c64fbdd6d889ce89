"""Finds the name of the one who hires at the head of a line: "Lumen Freight, a start-up"."""

from __future__ import annotations

import re

from tools.pattern_table import patterns
from tools.request.terms import Span
from tools.vocabulary.industries import find_industries
from tools.vocabulary.skills import canonical_skill
from tools.vocabulary.titles import find_titles

_SAID = patterns(__package__, "own_name.tsv")

_OURS = re.compile(r"(?:We|Our|You|This|The|It|They|I|He|She|There|What|Who)\b")
"""What begins a sentence and names nobody."""


def find_own_names(text: str) -> list[Span]:
    """Return where the firm is named, up to the trade its name may end in: "Regional Hospital"."""
    return [
        (match.start("name"), end)
        for match in _SAID["named"].finditer(text)
        if not _OURS.match(match["name"])
        and not find_titles(match["name"])
        and (end := _before_trade(match)) > match.start("name")
    ]


def find_own_deeds(text: str) -> list[Span]:
    """Return where it is told what the firm does and for whom: "puts up schools and clinics"."""
    return [match.span("deed") for match in _SAID["deeds"].finditer(text)]


def _before_trade(match: re.Match[str]) -> int:
    name = match["name"]
    trades = (t for t in find_industries(name, trusted=True) if t.end == len(name.rstrip(".")))
    clear = (t for t in trades if canonical_skill(name[t.start : t.end]) is None)
    trade = next(clear, None)
    return match.start("name") + (trade.start if trade else len(name))
