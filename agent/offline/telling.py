"""Reads a question about one side of a person: where they studied, whom they worked for."""

from __future__ import annotations

import re

from agent.offline.plan import Plan, call, say
from agent.offline.questions import asked_people, read_wishes
from agent.offline.references import find_people, unresolved
from agent.offline.situation import Situation
from agent.offline.smalltalk import NO_SEARCH, WHO_DO_YOU_MEAN
from tools.told import Topic

_OPENS = re.compile(
    r"^(?:(?:and|ok|okay|so|but|now|well|also|great|thanks|please|hey)[,:]?\s+)*"
    r"(?:(?:can|could|would) you (?:please )?)?"
    r"(?:what(?:'s)?|which|where|who(?:m|'s)?|for whom|when|how long|list|show me|tell me|give me"
    r"|do you know|any idea)\b",
    re.IGNORECASE,
)
_TOPICS: tuple[tuple[Topic, re.Pattern[str]], ...] = (
    (
        "education",
        re.compile(
            r"\b(?:stud(?:y|ied|ies)|degrees?|universit\w+|college|schools?|schooling|education"
            r"|graduate[ds]?|graduated|diplomas?|alma mater|academic\w*)\b",
            re.IGNORECASE,
        ),
    ),
    ("languages", re.compile(r"\blanguages?\b", re.IGNORECASE)),
    (
        "certifications",
        re.compile(
            r"\b(?:certifications?|certificates?|certs?|licen[cs]es?|credentials|accreditations?"
            r"|registrations?|registered|licen[cs]ed|chartered|(?:called|admitted) to|the bar)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "latest_position",
        re.compile(
            r"\b(?:current(?:ly)?|last|latest|most recent(?:ly)?|present)\b.*\b(?:jobs?|roles?"
            r"|positions?|employers?|title|compan(?:y|ies)|work\w*|do(?:es|ing)?|employed)\b"
            r"|\b(?:doing|working|works?|employed)\b.*\b(?:now|these days|today|at the moment"
            r"|at present|currently)\b|\bwho(?:m)? (?:does|do) .+ work for\b"
            r"|\bwhere does .+ work\b|\bstill (?:work\w*|employed|there|in (?:that|the same))\b",
            re.IGNORECASE,
        ),
    ),
    (
        "positions",
        re.compile(
            r"\b(?:employers?|work(?:ed|ing)? (?:for|at|before)|jobs?|positions?|roles?"
            r"|career|work (?:history|experience)|employment|companies|worked)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "location",
        re.compile(
            r"\bwhere (?:does|do|is|are|'s)\b.*\b(?:live|living|based|located|from|reside)\b"
            r"|\b(?:city|town|country|location|home)\b",
            re.IGNORECASE,
        ),
    ),
)
_WHETHER = re.compile(r"^\W*(?:(?:and|so|but)\s+)?(?:do|does|did|has|have|had|is|was|are)\b", re.I)
_JUDGES = re.compile(r"\b(?:fit|match|suit\w*|good for|qualif\w+|missing|lack\w*|why)\b", re.I)


def read_telling(now: Situation) -> Plan | None:
    """Return an explanation of one side of the people asked about, or None for other questions."""
    if not _asks_openly(now):
        return None
    topic = next((name for name, words in _TOPICS if words.search(now.text)), None)
    mentions = find_people(now)
    if topic is None or not any(m.kind not in {"plural", "all", "group"} for m in mentions):
        return None
    if who := asked_people(now):
        return call("explain_match", people=list(who), about=topic)
    if not unresolved(mentions):
        return None
    return say(WHO_DO_YOU_MEAN if now.shown else NO_SEARCH)


def _asks_openly(now: Situation) -> bool:
    """Return whether a side of somebody is asked for, and nothing that could be looked for."""
    if _JUDGES.search(now.text):
        return False
    if _OPENS.match(now.text):
        return True
    return bool(_WHETHER.match(now.text)) and all(c.kind == "text" for c in read_wishes(now))
