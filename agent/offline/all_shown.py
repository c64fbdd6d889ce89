"""Reads a question who of those on screen has any of one side: "who is certified?"."""

from __future__ import annotations

import re

from agent.offline.plan import Plan, call
from agent.offline.situation import Situation
from tools.topics import Topic

_I = re.IGNORECASE
_MOST_TOLD = 10
_LEAD = (
    r"^\W*(?:(?:and|ok|okay|so|but|now|well|also|great|thanks|please|tell me|show me|do you know"
    r"|can you (?:tell|show) me)\b[,:]?\s*)*"
)
_THEM = (
    r"(?: (?:of|among|from|in|on) (?:all )?(?:them|these|those|the|this|your)"
    r"(?: (?:people|candidates|ones|list|page|\d+))?)?"
)
_WHO = (
    r"(?:who|which(?: one| ones| people| candidates?)?|any(?:one|body)?"
    r"|(?:is|are|does|do|has|have|did) (?:any(?:one|body)?|some(?:one|body)|they|these|those))"
    rf"{_THEM}(?: here)?"
)
_TAIL = rf"{_THEM}(?: (?:at all|here|already|too|on the list|by the way))*\W*$"
_SIDES: tuple[tuple[Topic, re.Pattern[str]], ...] = (
    (
        "certifications",
        re.compile(
            rf"{_LEAD}{_WHO}(?:'s|'re)?(?: (?:is|are|have|has|had|do|does|holds?|got|with|who"
            r"|not?|without|lacks?|missing|(?:is|are|has|have|does|do)n't)\b)*"
            r"(?: (?:an?|any|some|the|a valid|current|valid|professional|relevant))*"
            r" (?:certified|licen[cs]ed|accredited|chartered|certifications?|certificates?|certs?"
            rf"|licen[cs]es?|licensure|credentials?|accreditations?){_TAIL}",
            _I,
        ),
    ),
    (
        "other_languages",
        re.compile(
            rf"{_LEAD}{_WHO}(?:'s|'re)?(?: (?:also|can|is|are|who|speaks?|speaking|knows?|has|have"
            r"|masters?|fluent in|an?|any|some|more than))*"
            r" (?:(?:an?)?other languages?"
            r"|(?:second|third|foreign|additional|further|extra|different)"
            r" languages?(?: (?:as well|too|than english|besides english))?|one language"
            rf"|(?:bi|tri|multi)-?lingual|polyglots?){_TAIL}",
            _I,
        ),
    ),
)


def read_all_shown(now: Situation) -> Plan | None:
    """Return what the résumés on screen tell on the side that a question asks any of them for."""
    topic = next((name for name, asks in _SIDES if asks.match(now.text)), None)
    return tell_all(now, topic) if topic and now.shown else None


def tell_all(now: Situation, topic: Topic) -> Plan:
    """Return an explanation of one side of everybody on screen."""
    return call("explain_match", people=[f"#{n}" for n in now.shown[:_MOST_TOLD]], about=topic)
