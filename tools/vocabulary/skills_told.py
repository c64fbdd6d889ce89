"""Finds skills that are told by what was done and how well: people led, quotas met."""

from __future__ import annotations

import re

from tools.vocabulary.matcher import Mention
from tools.vocabulary.word_places import Sought, lowered
from tools.vocabulary.word_sets import words

_NUMBER = (
    r"(?:\d[\d,]*\+?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty"
    r"|thirty|forty|fifty|several|multiple)"
)
_ABOUT = r"(?:(?:up to|over|about|around|approximately|more than|as many as|at least)\s)?"
_GROUP = (
    r"(?:teams?|staff|crews?|workforce|squad|group|department|unit|employees|workers|personnel)"
)
_PEOPLE = (
    r"(?:employees|people|associates|agents|supervisors|workers|staff|technicians|nurses|reps"
    r"|representatives|engineers|developers|teachers|members|operators|officers|subordinates"
    r"|analysts|cooks|servers|soldiers|clerks|drivers|mechanics|managers|direct reports|personnel"
    r"|individuals|volunteers|interns|assistants|specialists|consultants|accountants|recruiters"
    r"|designers|aides|labou?rers|teams?|crews?)\b"
)
_WORD = r"(?:(?!for|to|with|by|from|that|on|in|of)[a-z'’/&,-]+\s)"
_ENDS = r"(?=\s*(?:[.,;&)\n]|$|(?:and|of|in|at|on|who|during|across|while)\b))"
_LEADS = (
    r"(?:supervis(?:e|ed|es|ing)|manag(?:e|ed|es|ing)|overs(?:ee|aw|een|ees|eeing)"
    r"|direct(?:ed|ing)|led|leads?(?: of)?|leading|head(?:ed|ing)|(?:supervision|management) of"
    r"|in charge of|responsible for)"
)
_LED = Sought(
    re.compile(
        rf"{_LEADS}\s{_WORD}{{0,4}}(?:{_GROUP}\s(?:of|with)\s{_ABOUT}{_NUMBER}\b"
        rf"|{_ABOUT}{_NUMBER}\s(?:[a-z-]+\s){{0,3}}?{_PEOPLE})"
        rf"|(?:supervis(?:ed?|es|ing)|overs(?:aw|ees?|eeing))\s{_WORD}{{0,3}}{_PEOPLE}{_ENDS}",
        re.IGNORECASE,
    ),
    ("supervis", "manag", "overs", "direct", "led ", "lead", "head", "in charge", "responsible f"),
)
"""Led so many, or a team of so many; or supervised people without a count."""

_OURS = (
    r"(?:(?:my|the|our|all|every|assigned|team|individual|personal|sales|revenue|business|annual"
    r"|yearly|quarterly|monthly|weekly|daily|total|target(?:ed)?|projected|established|volume"
    r"|territory|regional|district|branch|store|gross|net|new|product|account|company|fy|ytd"
    r"|agreed|upon|assigned|\d{4}|\$[\d.,]+\s?[mk]?)\s)"
)
_SOLD = (
    r"(?:sales|revenue|(?:mortgage|loans?|lending|deposits?|premium|policy|insurance)"
    r"\s(?:production|origination|volume|growth))"
)
_GOAL = r"(?:goals?|targets?|plan|objectives?|budgets?|expectations)\b"
_BEATS = r"(?:exceed|surpass|achiev|attain|outperform|deliver|reach|hit|beat|meet|met|crush)[a-z]*"
_CLUB = r"(?:president['’]?s?['’]?|winner['’]?s?['’]?|chairman['’]?s?|million dollar)"
_RANKED = r"(?:ranked|rated|finished|named|placed|earned)"
_SELLERS = r"(?:sales|reps?|representatives?|sellers?|producers?|account executives?)"
_MET = Sought(
    re.compile(
        rf"{_BEATS}\s(?:(?!production|to\b)[\w'’%-]+\s){{0,5}}?quotas?\b|quota\s(?:attain|achieve)"
        rf"|{_BEATS}\s(?:and [a-z]+\s)?{_OURS}{{0,3}}{_SOLD}\s{_OURS}{{0,2}}{_GOAL}"
        rf"|{_CLUB}\s(?:club|circle|round table)\b"
        rf"|{_RANKED}\s(?:[a-z]+\s){{0,3}}?(?:#\s?\d|no\. ?\d|number one|top|first)"
        rf"[^.;\n]{{0,30}}\b{_SELLERS}\b|top sales\s(?:producer|person|rep|performer|associate)"
        rf"|top (?:producer|seller|salesperson|salesman)\b|sales\s?(?:[a-z]+\s)?of the"
        r" (?:month|quarter|year)\b",
        re.IGNORECASE,
    ),
    tuple(
        words(
            """exceed surpass achiev attain outperform deliver reach hit beat meet met crush quota
            president winner chairman million ranked rated finished named placed earned top sales"""
        )
    ),
)
"""Met or beat a quota or a goal of sales, or was honoured for it."""
_SHARE = re.compile(
    r"%(?:(?<=[1-9]\d\d%)|(?<=[1-9]\d\d\s%)|(?<=[1-9]\d\d\.\d%)|(?<=[1-9]\d\d\.\d\d%))"
    rf"\s(?:of|to|over|above)\s{_OURS}{{0,4}}(?:quotas?\b|{_GOAL})"
)
"""A hundred per cent of a quota or goal, or more."""


def told_skills(text: str) -> list[Mention]:
    """Return the skills told by deeds: "supervised a crew of 12", "133% of quota"."""
    led = [Mention("staff supervision", m.start(), m.end()) for m in _LED.places(text)]
    met = [m.span() for m in _MET.places(text)]
    met += [(_number_before(text, m.start()), m.end()) for m in _SHARE.finditer(lowered(text))]
    return [*led, *(Mention("quota attainment", *span) for span in met)]


def _number_before(text: str, end: int) -> int:
    """Return where the number of a per cent sign begins."""
    number = re.search(r"[\d.]+\s?$", text[max(0, end - 8) : end])
    return end - len(number[0]) if number else end
