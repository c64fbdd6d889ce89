"""Reads a wish to see people side by side."""

from __future__ import annotations

import re

from agent.offline.phrasebook import phrasebook
from agent.offline.plan import Plan, call, say
from agent.offline.reading import wishes
from agent.offline.references import (
    find_people,
    people,
    rank_of,
    remainder,
    unshown,
)
from agent.offline.situation import Situation
from agent.offline.smalltalk import NO_SEARCH

_SAID = phrasebook("comparing")

_MOST_COMPARED = 5
_I = re.IGNORECASE
_PLACES = {"ord_bare", "ord_the", "ord_noun", "best", "top"}
"""How a place in the list is named, which is nobody the question is about."""


def read_compare(now: Situation) -> Plan | None:
    """Return a comparison of the two to five people asked for, of whom each must be shown."""
    nobody = unshown(now) if _SAID["compare_word"].search(now.text) else ""
    if nobody:
        return say(nobody)
    below = _below_first(now) if now.searched else ""
    return call("compare_candidates", people=[below, "#1"]) if below else _compare(now)


def _compare(now: Situation) -> Plan | None:
    text = now.text
    ranks = bool(_SAID["two_ranks"].match(text))
    loose = ranks or _SAID["compare"].search(text) or _SAID["asks_why"].search(text)
    mentions = find_people(now, loose=bool(loose))
    if not _SAID["compare_word"].search(text):
        mentions = tuple(m for m in mentions if m.kind not in {"plural", "all"})
        asked = (
            ranks
            or _SAID["compare"].search(text)
            or (_SAID["over"].search(text) and _SAID["asks_why"].search(text))
        )
        either = len(people(mentions)) >= 2 and _SAID["either"].match(remainder(text, mentions))
        if not (asked or either):
            return None
    named = tuple(m for m in mentions if m.kind not in {"plural", "all"})
    mentions = named if len(people(named)) > 1 else mentions
    who = people(mentions)[:_MOST_COMPARED]
    if len(who) == 1 and _SAID["others"].search(text):
        who = (*who, *(f"#{n}" for n in now.shown if f"#{n}" not in who))[:_MOST_COMPARED]
    if len(who) >= 2:
        if not now.searched:
            return say(NO_SEARCH)
        return call("compare_candidates", people=list(who))
    if not _SAID["compare_word"].search(text):
        return None
    if not now.shown:
        return say(NO_SEARCH)
    if len(who) == 1 and now.discussed and who[0] not in ("last", now.discussed.strip("⟨⟩")):
        return call("compare_candidates", people=["last", who[0]])
    if not who and len(now.shown) >= 2:
        return call("compare_candidates", people=[f"#{n}" for n in now.shown[:3]])
    return say("Whom shall I compare? Name the people, or give me their ranks.")


def _below_first(now: Situation) -> str:
    """Return the one of whom it is asked why they are not first, or an empty string."""
    if _SAID["why_not"].match(now.text):
        return _only_one_ranked(now)
    if not (_SAID["asks_why"].search(now.text) and _SAID["not_above"].search(now.text)):
        return ""
    found = find_people(now, loose=True)
    who = people(tuple(m for m in found if m.kind not in {*_PLACES, "plural", "all"}))
    return who[0] if len(who) == 1 and who[0] != "#1" else ""


def _only_one_ranked(now: Situation) -> str:
    """Return the one below the first of whom "why not #5?" asks, and nothing beside."""
    named = find_people(now, loose=True)
    left = remainder(now.text, named).casefold()
    who = people(tuple(m for m in named if m.kind not in {"plural", "all"}))
    ranked = len(who) == 1 and rank_of(who[0]) is not None and who[0] != "#1"
    return who[0] if ranked and not wishes(re.sub(r"\bwhy not\b", "", left)) else ""
