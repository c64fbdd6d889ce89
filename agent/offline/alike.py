"""Reads a wish for others like somebody on the list: "more like #1", "people similar to her"."""

from __future__ import annotations

import re

from agent.offline.phrasebook import phrasebook
from agent.offline.plan import Plan, arguments, call, say
from agent.offline.reading import wishes
from agent.offline.references import find_people, people, unresolved
from agent.offline.situation import Situation
from agent.offline.smalltalk import NO_SEARCH, WHO_DO_YOU_MEAN
from tools.criteria import merge

_SAID = phrasebook("alike")

_AFTER = re.compile(r"^(?:'s)?(?: (?:please|too|also|again|then|now|is|has|there))*\W*$", re.I)


def read_alike(now: Situation) -> Plan | None:
    """Return a search by what the résumé shows of the one whom others should be like."""
    others = _SAID["others"].search(now.text)
    before = now.text[: others.start()] if others else ""
    if _SAID["dislikes"].search(before):
        return None
    named = people(find_people(now.saying(before), loose=True))
    if others and others["similar"] and not named:
        named = people(find_people(now.saying("that one")))
        if not named:
            return say(WHO_DO_YOU_MEAN if now.shown else NO_SEARCH)
    return call("search_candidates", like=named[0]) if len(named) == 1 else _like_the_mentioned(now)


def _like_the_mentioned(now: Situation) -> Plan | None:
    mentions = find_people(now, loose=True)
    if not mentions or mentions[0].kind in {"all", "both", "group"}:
        return None
    first = mentions[0]
    like = _SAID["like"].search(now.text[: first.start])
    if not like or not _SAID["before"].match(now.text[: like.start()]):
        return None
    who = people(mentions)
    rest = now.text[mentions[-1].end :]
    further = _SAID["but"].match(rest)
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
