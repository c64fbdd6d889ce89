"""Reads a wish for others like somebody on the list: "more like #1", "people similar to her"."""

from __future__ import annotations

import re

from agent.offline.plan import Plan, arguments, call, say
from agent.offline.reading import wishes
from agent.offline.references import find_people, people, unresolved
from agent.offline.situation import Situation
from agent.offline.smalltalk import NO_SEARCH, WHO_DO_YOU_MEAN
from tools.criteria import merge

_BEFORE = re.compile(
    r"^\W*(?:(?:ok|okay|and|now|so|then|please|great|thanks|can|could|would|you|i|we|me|us|want|need"
    r"|show|find|get|give|search|look|looking|see|are|is|do|have|there|got|for|to|any|some|a|an|the"
    r"|more|other|others|further|another|one|ones|few|who|whom|else|people|persons?|someone"
    r"|somebody|anyone|anybody|candidates?|profiles?|nurses|folks|kind|type|sort|of|like|with|has|have|just|exactly)\W+)*$",
    re.IGNORECASE,
)
_LIKE = re.compile(
    r"\b(?P<like>(?<!\byou )(?<!\bi )(?<!\bwe )like|similar to|resembling|comparable to"
    r"|along the lines of|in the mould of"
    r"|(?:the )?same (?:profile|background|kind|type|sort)(?: of (?:person|profile))? as)\s*$",
    re.IGNORECASE,
)
_BUT = re.compile(
    r"^(?:'s)?,? (?:(?:but|and|only|just|this time|also) )*"
    r"(?P<what>(?:with|in|near|who|that|from|speaking|at least)\b.{2,120})$",
    re.I,
)
_AFTER = re.compile(r"^(?:'s)?(?: (?:please|too|also|again|then|now|is|has|there))*\W*$", re.I)


def read_alike(now: Situation) -> Plan | None:
    """Return a search by what the résumé shows of the one whom others should be like."""
    mentions = find_people(now, loose=True)
    if not mentions or mentions[0].kind in {"all", "both", "group"}:
        return None
    first = mentions[0]
    like = _LIKE.search(now.text[: first.start])
    if not like or not _BEFORE.match(now.text[: like.start()]):
        return None
    who = people(mentions)
    rest = now.text[mentions[-1].end :]
    further = _BUT.match(rest)
    added = wishes(further["what"], now.criteria) if further else ()
    if not (added or _AFTER.match(rest)):
        return None
    if unresolved(mentions):
        return say(WHO_DO_YOU_MEAN if now.shown else NO_SEARCH)
    if first.kind == "plural" or len(who) != 1:
        return None
    if not added:
        return call("search_candidates", like=who[0])
    wanted = arguments(merge(now.criteria, added).criteria)
    return call("search_candidates", like=who[0], criteria=wanted)
