"""Tells the writer's own licence from one of others."""

from __future__ import annotations

import re

_OTHERS_AT = (
    r"\s*(?:\b(?:the|an?|our|their|his|her|its|other|charge|staff|senior|direct|licensed|primary"
    r"|external|outside|independent|\d+)\s+){0,3}$"
)
_OF_OTHERS = re.compile(
    r"\b(?:by|with|alongside|under|such as|other|between|among"
    r"|(?<!ligible )(?<!itting )(?<!it )(?<!tudying )(?<!reparing )(?<!tion )(?<!ndidate )"
    r"(?<!eeking )for|external|outside|independent"
    r"|need of|[Rr]eport(?:ed|s|ing)? to"
    r"|(?:[Ss]upervis|[Mm]anag|[Hh]ir|[Dd]elegat)(?:e|ed|es|ing)"
    r"|(?:[Aa]ssist|[Ss]upport|[Hh]elp|[Tt]rain|[Rr]ecruit)(?:ed|s|ing)?)\s" + _OTHERS_AT
)
_SERVED = re.compile(
    r"\b(?:(?:report|communicat|submi|relay|deliver|present|refer|provid|hand)\w*|sen[dt]|g[ai]ve)"
    r"\b[^.;\n]{0,50}\bto\s"
    + _OTHERS_AT
    + r"|\b(?:assist|help|supervis|delegat|schedul|coordinat|overs[ae][ew])(?:e?d|e?s|ing|e)?\s"
    r"(?!living)[^.;\n]{0,50}?(?:[,&/]|\b(?:and|of|to)\b)" + _OTHERS_AT,
    re.IGNORECASE,
)
_THEIR_OWN = re.compile(
    r"(?:['’]?s)?\s+(?:firms?|group|visits?|supervision|staffing|schedules?|offices?)\b",
    re.IGNORECASE,
)
_CARD = re.compile(
    r"\W*(?:licen[cs]\w*|certif\w*|exam\w*|card|credential\w*|designation)\b", re.IGNORECASE
)
_SEVERAL = re.compile(
    r"(?:licen[cs]e|certification|certificate|card|endorsement|permit|clearance|credential"
    r"|foundation)s$",
    re.IGNORECASE,
)
_REACH = 70


def is_own(text: str, start: int, end: int, person: bool, plural: bool) -> bool:
    """Return whether text[start:end] is the writer's own licence.

    `person` says that the words name who holds it ("RN"), `plural` that they name several ("RNs").
    """
    before = text[max(0, start - _REACH) : start]
    line = before[before.rfind("\n") + 1 :]
    if (
        plural
        and not line.endswith("of ")
        and not _SEVERAL.search(text[start:end])
        and not _CARD.match(text, end)
    ):
        return False
    if not person or _CARD.match(text, end):
        return True
    served = _OF_OTHERS.search(before) or _SERVED.search(line) or _THEIR_OWN.match(text, end)
    return served is None
