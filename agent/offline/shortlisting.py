"""Reads what is asked of the shortlist: put somebody on it, take somebody off, show it."""

from __future__ import annotations

import re

from agent.offline.narrowing import hiding
from agent.offline.phrasebook import phrasebook
from agent.offline.plan import Plan, call, say
from agent.offline.questions import ALL_OF_IT, check_of_all
from agent.offline.reading import wishes
from agent.offline.references import (
    Mention,
    find_people,
    none_such,
    people,
    rank_of,
    remainder,
    unresolved,
    unshown,
)
from agent.offline.situation import LISTED, Situation
from agent.offline.smalltalk import WHO_DO_YOU_MEAN, orders
from agent.offline.wishes import matching

_SAID = phrasebook("shortlisting")

_MOST_COMPARED = 5
_MOST_EXPLAINED = 10
_I = re.IGNORECASE


def read_export(now: Situation) -> Plan | None:
    """Return the offer of the shortlist as a file; a list of everybody ranked is none to take."""
    return call("update_shortlist", export=True) if orders("take", now.text) else None


def read_shortlist(now: Situation) -> Plan | None:
    """Return a change or a view of the shortlist."""
    text = now.text
    on_it = _SAID["on_it"].match(text) and _SAID["shortlist"].search(f"{now.asked} {now.said}")
    named = bool(_SAID["shortlist"].search(text) or on_it)
    praises = _SAID["keep_the_named"].search(text)
    ranks = _SAID["to_list"].search(text) or _SAID["keep_ranks"].match(text) or praises
    mentions = find_people(now, loose=named or bool(ranks) or _drops_ranks(now))
    rest = remainder(text, mentions)
    who = _without_list(people(mentions), mentions, text)
    if keeps_some := who and _SAID["keep_some"].match(text):
        spared = people(find_people(now.saying(keeps_some["spared"]), loose=True))
        who = tuple(p for p in who if p not in spared)
    praised = tuple(m for m in mentions if m.kind not in {"one", "plural"})
    if praises and people(praised):
        return _put_on(now, people(praised))
    if _takes_off(text, rest, named, who):
        return _take_off(now, who, named)
    keeps = named or (bool(_SAID["keep"].search(text)) and bool(_SAID["to_list"].search(text)))
    if keeps and not who and now.shown and ALL_OF_IT.search(text):
        return check_of_all(now)
    also = "on your shortlist now" in now.said and _SAID["too"].match(rest)
    bare = also or _SAID["save_words"].search(text) or _SAID["bare_add"].match(rest)
    if not keeps and not (who and bare):
        return None
    if named and (nobody := unshown(now)):
        return say(nobody)
    if not who and unresolved(mentions):
        return say(WHO_DO_YOU_MEAN)
    if any(m.kind in {"plural", "all"} for m in mentions) and wishes(rest):
        return None
    if _SAID["comparing"].search(text) or (named and not who and _SAID["explaining"].match(text)):
        return _about_shortlist(now, text)
    return _put_on(now, who) if who else call("update_shortlist")


def _drops_ranks(now: Situation) -> bool:
    """Return whether "remove 2" names somebody on screen, and not the years that are wished for.

    Right after a change of the shortlist it names somebody there in any case.
    """
    numbers = find_people(now, loose=True)
    if not set(people(numbers)) & {f"#{n}" for n in now.shown}:
        return False
    if not _SAID["bare_drop"].match(remainder(now.text, numbers)):
        return False
    return bool(LISTED.search(now.said)) or not matching(now.text, now.criteria)


def _put_on(now: Situation, who: tuple[str, ...]) -> Plan:
    """Return the call that keeps people, unless one of them stands below all that were shown."""
    ranks = [rank for p in who if (rank := rank_of(p)) is not None]
    if now.shown and ranks and max(ranks) > max(now.shown):
        return say(none_such(now))
    return call("update_shortlist", add=list(who))


def _takes_off(text: str, rest: str, named: bool, who: tuple[str, ...]) -> bool:
    if not named and not _SAID["off_list"].search(text):
        return bool(who) and bool(_SAID["bare_drop"].match(rest))
    if not (
        _SAID["take_off"].search(text)
        or (named and (_SAID["empty_list"].search(text) or _SAID["swap"].search(text)))
    ):
        return False
    return named or bool(who)


def _take_off(now: Situation, who: tuple[str, ...], named: bool) -> Plan | None:
    if named and _SAID["swap"].search(now.text) and len(who) == 2:
        return call("update_shortlist", add=[who[1]], remove=[who[0]])
    if named and not who and _SAID["unseen"].search(now.text):
        return hiding(tuple(p.strip("⟨⟩") for p in now.shortlist))
    if named and not who:
        if not now.shortlist:
            return call("update_shortlist")
        return call("update_shortlist", remove=[p.strip("⟨⟩") for p in now.shortlist])
    listed = {p.strip("⟨⟩") for p in now.shortlist}
    known = {now.discussed.strip("⟨⟩")} & listed if "last" in who else set()
    if named or ((known or set(who) & listed) and not _SAID["hide"].search(now.text)):
        return call("update_shortlist", remove=list(who))
    return hiding(who)


def _without_list(
    who: tuple[str, ...], mentions: tuple[Mention, ...], text: str
) -> tuple[str, ...]:
    """Return the people without "all" and "them" where they only stand for the shortlist."""
    if re.search(r"\b(?:who|whom|what|which|show|see|view|open|display)\b", text, _I):
        return tuple(p for m in mentions for p in m.people if m.kind not in {"plural", "bare"})
    return who


def _about_shortlist(now: Situation, text: str) -> Plan:
    listed = [p.strip("⟨⟩") for p in now.shortlist]
    compares = _SAID["comparing"].search(text)
    if compares and len(listed) >= 2:
        return call("compare_candidates", people=listed[:_MOST_COMPARED])
    if not compares and listed and not re.match(r"^show|^let me|^who", text, _I):
        return call("explain_match", people=listed[:_MOST_EXPLAINED])
    return call("update_shortlist")
