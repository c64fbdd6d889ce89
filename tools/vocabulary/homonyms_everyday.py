"""Tells everyday words from a program or a skill of the same name: windows of a shop, teams."""

from __future__ import annotations

import re

_BEFORE = 40
PANES = re.compile(
    r"mannequin|displays?\b|doors?\b|glass|glaz|frames\b|curtain|merchandis|floor (?:sets?|moves)"
    r"|siding|wash|clean",
    re.IGNORECASE,
)
MEETS = re.compile(r"Zoom|Slack|Webex|Microsoft|\bMS\b|Office|SharePoint|Outlook|365|Skype|Meet\b")
_TAXED = re.compile(
    r"(?: ?(?:,|/|&|and|or) (?:use|payroll|excise|income|property|withholding))* tax", re.IGNORECASE
)
_SELLERS = re.compile(
    r"[ -](?:force|teams?|department|staff|reps|people|personnel)\b", re.IGNORECASE
)
_SERVED = re.compile(r"\b(?:for|to|support(?:ed|ing)?|assist(?:ed|ing)?) (?:the|our|an?|its) $")
_DEGREE = re.compile(
    r"(?:\b(?:[MB]\.?(?:Sc|Ed|A|S|BA)|MBA|EdD|Ph\.?D|[Mm]aster(?:['’]?s)?|[Bb]achelor(?:['’]?s)?)\b"
    r"(?: in| of)?|\b(?:[Dd]egree|[Dd]iploma) (?:in|of))(?:\s(?:(?:and|&)\s)?[A-Z][\w-]+)*\s$"
)
_PAPERS = re.compile(
    r"\b(?:SARs?|STRs?|CTRs?|W-?2s?|W-?9s?|10\d\ds?|tax(?:es)?|return|patent|trademark|court|SEC|10-?[KQ]"
    r"|claims?|bankruptcy|regulatory|statutory|annual|federal|state|permit)[ -]$",
    re.IGNORECASE,
)
_FILED = re.compile(
    r"\s(?:of )?(?:the )?(?:\w+ )?(?:SARs?|tax|returns?|claims?|lawsuits?|patents?"
    r"|petitions?|motions?|bankruptcy|W-?2s?|10\d\ds?)\b",
    re.IGNORECASE,
)


def is_no_selling(text: str, start: int, end: int) -> bool:
    """Whether it is a tax on what is sold, or sellers are served: "courses for the sales force"."""
    before = text[max(0, start - _BEFORE) : start]
    return bool(_TAXED.match(text, end) or (_SELLERS.match(text, end) and _SERVED.search(before)))


def is_a_subject(text: str, start: int, end: int) -> bool:
    """Whether a degree is in it: "MSc Healthcare Leadership" tells of no lead."""
    named = _DEGREE.search(text[max(0, start - _BEFORE) : start]) is not None
    return named and text[start:end].istitle()


def is_handed_in(text: str, start: int, end: int) -> bool:
    """Whether papers are handed in to an authority and none are put away: "W-2 filing"."""
    before = text[max(0, start - _BEFORE) : start]
    return text[start:end].casefold() == "filing" and bool(
        _PAPERS.search(before) or _FILED.match(text, end)
    )
