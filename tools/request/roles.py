"""Tells the job that is sought from the jobs of other people: "has mentored developers"."""

from __future__ import annotations

import re
from typing import Literal

Role = Literal["sought", "held", "other"]

_OTHERS = re.compile(
    r"\b(?:manag(?:ed|es|ing|e)|led|leads|leading|supervis\w+|oversee\w*|oversaw|train(?:s|ed"
    r"|ing)?|mentor\w*|coach(?:ed|es|ing)?"
    r"|teach(?:es|ing)?|taught|hired|hires|recruited|recruits|sourcing(?: of)?|work(?:s|ed"
    r"|ing)? (?:closely )?with|alongside|talk(?:s|ing)? (?:to|with)"
    r"|speak(?:s|ing)? (?:to|with)|(?:teams?|crews?|brigade|groups?|handful|dozens?|staff) of"
    r"|report(?:s|ing)? to|support(?:s|ed|ing)?|assist(?:s|ed|ing)?"
    r"|partner(?:s|ed|ing)? with|collaborat\w+ with|between|deal(?:s|ing)? with|bring on|on with"
    r"|get(?:s|ting)? (?:on|along)(?: (?:well|nicely))? with|help(?:s|ed|ing)? the"
    r"|serv(?:e|es|ing))"
    r"\s+(?:[\w,/&-]+\s+){0,4}$",
    re.IGNORECASE,
)
_MADE_FOR = re.compile(
    r"\b(?:(?:evidence|proof|reports?|reporting|documents?|documentation|records?|materials?"
    r"|manuals?|training|workshops?|software|apps?|tools?|answers?|advice|guidance|schedules?"
    r"|rosters?|presentations?|figures|data) (?:for|to)"
    r"|(?:questions|requests|audits?|feedback) (?:from|by))"
    r"\s+(?:(?:an?|the|our|your|their|external|internal|outside|new|senior|junior)\s+){0,2}$",
    re.IGNORECASE,
)
"""Work that is done for somebody: "evidence for auditors" seeks no auditor."""
_OF_OURS = re.compile(
    r"\b(?:someone|somebody|anyone|anybody|person|people|one|candidate)\s+(?:(?:who|whom|that)\s+)?"
    r"(?:all )?(?:my|our|the|both our)\s+(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)
"""Who judges whoever is sought: "someone my nurses can trust"."""
_HELD = re.compile(
    r"\b(?:as|former|formerly|previous(?:ly)?|ex-?|been)\s+(?:an?\s+|the\s+)?(?:\w+\s+)?$",
    re.IGNORECASE,
)


def role_of(text: str, clause_start: int, start: int) -> Role:
    """Return whose job the title at `start` is, judging by the words before it in its clause."""
    window = max(clause_start, start - 70)
    if any(told.search(text, window, start) for told in (_OTHERS, _MADE_FOR, _OF_OURS)):
        return "other"
    if _HELD.search(text, window, start):
        return "held"
    return "sought"
