"""Weighs the trade of the one who hires: an accountant "for a logistics firm" may come from any."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tools.request.draft import Found

_FOR_A = re.compile(r"\bfor (?:an?|our|my|the) (?:[\w-]+ ){0,3}$", re.IGNORECASE)
_FIRM = re.compile(
    r"\b(?:firm|company|business|agency|group|startup|start-up|employer|client|manufacturer|contractor|shop)\b",
    re.IGNORECASE,
)
_OF_A_FIRM = re.compile(
    r" (?:firm|company|business|agency|startup|start-up|contractor|shop)\b", re.IGNORECASE
)
"""What makes a skill the trade of a firm: "for a plumbing firm"."""
_DONE_THERE = re.compile(
    r"\b(?:experience[d]?|work(?:ed|ing)?|background|history|years?|yrs?|previously|must|who)\b",
    re.IGNORECASE,
)
"""What makes the trade a wish about the person: "who worked for a logistics firm"."""
_NEAR = 60
_BEHIND = 20


def as_employer(found: Sequence[Found], text: str) -> list[Found]:
    """Return the wishes with the trade of the firm that hires as a nice-to-have."""
    return [_eased(each, text) for each in found]


def _eased(found: Found, text: str) -> Found:
    wish = found.criterion
    trade = wish.kind == "industry" or (wish.kind == "skill" and _OF_A_FIRM.match(text, found.end))
    if not trade or wish.weight != "must":
        return found
    before = text[max(0, found.start - _NEAR) : found.start]
    said = text[found.start : found.end + _BEHIND].split(",")[0]
    if not _FOR_A.search(before) or not _FIRM.search(said) or _DONE_THERE.search(before):
        return found
    return found.wishing(weight="nice")
