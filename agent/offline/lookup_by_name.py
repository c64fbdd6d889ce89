"""Reads an order to look somebody up by name, and a name that nobody on screen has."""

from __future__ import annotations

import re

from agent.offline.phrasebook import chatter
from agent.offline.plan import Plan, call, say
from agent.offline.reading import wishes
from agent.offline.references import find_people, people, remainder
from agent.offline.situation import Situation

_LEAD = r"^\W*(?:(?:please|ok|okay|so|and|now|hi|hello|hey|can you|could you|i want to)\W+)*"
_LOOKS_UP = re.compile(
    _LEAD + r"(?:find|search(?: for)?|look(?:ing)? (?:up|for)|locate|get|fetch|show|open|bring up|"
    r"pull up|see|i need|i want|do you (?:have|know)|is there|where is)"
    r"(?: me| us| for me)?(?: please)?(?: in the (?:system|index|database|list))?\W*$",
    re.IGNORECASE,
)
_UNKNOWN = re.compile(
    r"^\W*(?:(?:[Pp]lease|[Oo]k|[Ss]o|[Aa]nd|[Nn]ow|[Bb]ut)\W+)*(?:"
    r"(?:[Tt]ell me (?:more )?about|[Ss]hort-?list|[Ee]xplain|[Dd]escribe|[Ww]ho(?: is|'s))\s+"
    r"(?P<name>[A-ZÀ-Þ][\w'-]+(?: [A-ZÀ-Þ][\w'-]+){0,2})(?:'s)?\W*$"
    r"|(?:[Ww]hy not|[Hh]ow about|[Ww]hat about|[Ww]here's)\s+"
    r"(?P<instead>[A-ZÀ-Þ][\w'-]+(?: [A-ZÀ-Þ][\w'-]+){0,2})\W*$"
    r"|[Ww]h(?:y|ere) (?:is|isn't|was|wasn't|did|didn't|can't i see)\s+"
    r"(?P<missed>[A-ZÀ-Þ][\w'-]+(?: [A-ZÀ-Þ][\w'-]+){0,2})(?:\s+(?:not|isn't|no longer|come up|"
    r"missing|gone|excluded|left out|in|on|among|the|my|your|list|results?|ranking|shown|ranked|"
    r"here|there|them|appear|show up|make it|to|listed))*\W*$)"
)
"""An order about one person who is named by words alone, since no mark was put in their place."""

NO_SUCH_NAME = (
    "Whom do you mean? Nobody on screen goes by that. Give me the full name, or a rank in the list."
)


def read_lookup(now: Situation) -> Plan | None:
    """Return what is known of a person named for their own sake: "find Ana Ruiz"."""
    named = tuple(m for m in find_people(now) if m.kind in {"token", "id"})
    if not named or not _LOOKS_UP.match(remainder(now.text, named)):
        return None
    who = people(named)
    if now.searched:
        return call("explain_match", people=list(who))
    marks = " and ".join(f"⟨{p}⟩" for p in who)
    return say(
        f"In this index: {marks}. Tell me whom you are looking for, and I explain who meets it."
    )


def read_unknown_name(now: Situation) -> Plan | None:
    """Return that nobody on screen has the name, where an order is about one who has it."""
    found = _UNKNOWN.match(now.text)
    name = (found["name"] or found["instead"] or found["missed"]) if found else ""
    if not name or any(c.kind != "text" for c in wishes(name)):
        return None
    if any(word.casefold() in chatter() for word in name.split()):
        return None
    return say(NO_SUCH_NAME)
