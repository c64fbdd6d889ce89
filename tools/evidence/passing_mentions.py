"""Tells where a thing is shown in passing alone: done once or twice, or in free time."""

from __future__ import annotations

import re

from tools.candidates import Candidate
from tools.evidence.finding import Finding, Span

PASTIME = "told among interests"
SELDOM = "done now and then"
IN_PASSING = 0.5
"""What a thing shown in passing is worth against one that is done for a living."""

_SELDOM = re.compile(
    r"\b(?:(?:only )?a handful of (?:times|shifts|occasions|days)|(?:only )?once or twice|only once"
    r"|on rare occasions?|very occasionally|rarely|seldom|hardly ever"
    r"|(?:only )?(?:a few|a couple of|two or three) (?:times|shifts|occasions))\b"
    r"(?! (?:an?|per|each|every)\b)",
    re.IGNORECASE,
)
_STOPS = re.compile(r"[.;!?](?=\s|$)|\n(?![a-z])|\u2022")
_REACH = 90


def in_passing(person: Candidate, place: Span) -> str:
    """Return how a place shows a thing in passing alone, in words, or nothing.

    Of words that were looked up, no place is known.
    """
    if not place[1]:
        return ""
    if any(low <= place[0] < high for low, high in person.profile.pastimes):
        return PASTIME
    text, (start, end) = person.text, place
    for found in _SELDOM.finditer(text, max(0, start - _REACH), end + _REACH):
        between = (found.end(), start) if found.end() <= start else (end, found.start())
        if not _STOPS.search(text, *between):
            return SELDOM
    return ""


def weighed(person: Candidate, found: Finding) -> Finding:
    """Return what was found, partly met at most where a thing is shown in passing alone."""
    if found.verdict != "met" or not found.spans:
        return found
    told = [(place, in_passing(person, place)) for place in found.spans]
    if firm := tuple(place for place, how in told if not how):
        return Finding("met", found.strength, firm, found.note)
    return Finding("partly", min(found.strength, IN_PASSING), found.spans, told[0][1])
