"""Finds the name of the one who hires at the head of a line: "Lumen Freight, a start-up"."""

from __future__ import annotations

import re

from tools.request.terms import Span
from tools.vocabulary.industries import find_industries
from tools.vocabulary.skills import canonical_skill
from tools.vocabulary.titles import find_titles

_CALLED = r"[A-Z][\w'&.-]*"
_DOES = (
    r"(?:is|are|has|have|was|runs?|makes?|sells?|builds?|serves?|distributes?|helps?|needs?|seeks?"
    r"|wants?|provides?|offers?|operates?|installs?|supplies|designs?|delivers|develops?"
    r"|manufactures?|mou?lds|grows?|treats?|puts|looks|works|hires?|owns?|brings|cares|supports"
    r"|produces|ships|imports|manages|teaches|trains|insures|employs|specialises|specializes)"
)
_NAMED = re.compile(
    rf"(?m)^[ \t]*(?:(?i:company|employer|client)[ \t]*:[ \t]*)?"
    rf"(?P<name>{_CALLED}(?:[ ](?:(?:and|of|&)[ ])?{_CALLED}){{0,5}})"
    rf"(?=[ ]{_DOES}\b|,[ ](?:an?|the|one|part|near|\d)\b|,[ ]\w+[ ]branch|\.?[ \t]*$|,[ ]\d)"
)
_DEEDS = re.compile(
    rf"(?m)^[ \t]*{_CALLED}(?:[ ](?:(?:and|of|&)[ ])?{_CALLED}){{0,5}}[ ]"
    r"(?P<deed>(?:makes|sells|serves|supplies|installs|builds|puts up|helps|insures|distributes"
    r"|supports|mou?lds|delivers|designs|manufactures|treats)\b[^.\n]*)"
)
_OURS = re.compile(r"(?:We|Our|You|This|The|It|They|I|He|She|There|What|Who)\b")
"""What begins a sentence and names nobody."""


def find_own_names(text: str) -> list[Span]:
    """Return where the firm is named, up to the trade its name may end in: "Regional Hospital"."""
    return [
        (match.start("name"), end)
        for match in _NAMED.finditer(text)
        if not _OURS.match(match["name"])
        and not find_titles(match["name"])
        and (end := _before_trade(match)) > match.start("name")
    ]


def find_own_deeds(text: str) -> list[Span]:
    """Return where it is told what the firm does and for whom: "puts up schools and clinics"."""
    return [match.span("deed") for match in _DEEDS.finditer(text)]


def _before_trade(match: re.Match[str]) -> int:
    name = match["name"]
    trades = (t for t in find_industries(name, trusted=True) if t.end == len(name.rstrip(".")))
    clear = (t for t in trades if canonical_skill(name[t.start : t.end]) is None)
    trade = next(clear, None)
    return match.start("name") + (trade.start if trade else len(name))
