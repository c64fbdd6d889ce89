"""Tells a licence somebody holds from one of others, and from one still to be earned."""

from __future__ import annotations

import re

_TO_COME = re.compile(
    r"\b(?:pursuing|working (?:on|towards?)|studying (?:for|towards?)|preparing for|pending"
    r"|will (?:be|become|obtain)|eligible (?:for|to)|plan(?:s|ning)? to|goal (?:is )?to"
    r"|to (?:obtain|become|be|earn)|in (?:the )?process of|attempting|preparation for"
    r"|curriculum (?:for|to)|enrolled in|candidate for|sitting for|in pursuit of|aspiring"
    r"|interested in (?:becoming|obtaining)|pre-?\s?nursing)\b[^.;\n]{0,40}$",
    re.IGNORECASE,
)
_NOT_YET = re.compile(
    r"\W{0,3}(?:\([\w.]{2,8}\)\W{0,2})?(?:licen[cs]e\W+|certification\W+|exam\w*\W+)?"
    r"(?:(?:SPHR\W+)?prep\w*|(?:(?:qualified|excel|board|becker)\s)?(?:review|candidate)"
    r"|in (?:process|progress)|pending|learner\w*|eligible|student|school|expected|anticipated"
    r"|training in progress)\b",
    re.IGNORECASE,
)
_CANDIDATE = re.compile(r"\b(?:candidate|eligible)$", re.IGNORECASE)
_OTHERS_AT = (
    r"\s*(?:\b(?:the|an?|our|their|his|her|its|other|charge|staff|senior|direct|licensed|primary"
    r"|external|outside|independent|\d+)\s+){0,3}$"
)
_OF_OTHERS = re.compile(
    r"\b(?:by|with|alongside|under|such as|other|between|among|for|external|outside|independent"
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


def is_held(text: str, start: int, end: int, person: bool, plural: bool) -> bool:
    """Return whether text[start:end] is the writer's own licence, and earned.

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
    if _TO_COME.search(line) or _NOT_YET.match(text, end) or _CANDIDATE.search(text, start, end):
        return False
    if not person or _CARD.match(text, end):
        return True
    served = _OF_OTHERS.search(before) or _SERVED.search(line) or _THEIR_OWN.match(text, end)
    return served is None
