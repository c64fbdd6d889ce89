"""Reads a wish to know more about people: why they fit, what is missing, what to ask."""

from __future__ import annotations

import re

from agent.offline.phrasebook import phrasebook
from agent.offline.plan import Plan, arguments, call, say
from agent.offline.questions import LACKING, read_wishes
from agent.offline.reading import wishes
from agent.offline.references import Mention, find_people, number, people, remainder, unresolved
from agent.offline.situation import Situation
from agent.offline.smalltalk import NO_SEARCH, WHO_DO_YOU_MEAN

_SAID = phrasebook("explaining")
CHOOSES = _SAID["chooses"]
"""Asks whom to choose: the list has a first, and the choice is the recruiter's."""

_MOST_EXPLAINED = 10
_MOST_AT_ONCE = 5
_I = re.IGNORECASE
_SO_MANY = ("bare", "top")
"""How an amount is said that may be of people still to be found: "the top 5 welders"."""
_EXPLAINS = re.compile(r"(?:and |but )?(?:why|explain|tell me|describe|summari)", _I)


def read_explain(now: Situation) -> Plan | None:
    """Return an explanation of the people asked about."""
    text = now.text
    if _SAID["why_alone"].match(text):
        return _explain_current(now)
    if now.shown and (plan := _of_the_first(now)) is not None:
        return plan
    checks = bool(now.searched and LACKING.match(text) and read_wishes(now))
    asked = bool(_SAID["why"].search(text)) and not checks
    mentions = tuple(m for m in find_people(now, loose=asked) if m.kind not in {"plural", "both"})
    if not asked and not _only_people(text, mentions):
        return None
    who = people(mentions)[:_MOST_EXPLAINED]
    if who and not now.searched:
        loose = all(m.kind in _SO_MANY for m in mentions) and not _EXPLAINS.match(text)
        sought = loose and any(w.kind != "text" for w in wishes(text))
        return None if sought else say(NO_SEARCH)
    if who:
        return call("explain_match", people=list(who))
    if unresolved(mentions) and asked:
        return say(WHO_DO_YOU_MEAN if now.shown else NO_SEARCH)
    plural = people(tuple(m for m in find_people(now) if m.kind in {"plural", "both"}))
    if plural and _EXPLAINS.match(text):
        return call("explain_match", people=list(plural[:_MOST_AT_ONCE]))
    return None


def _of_the_first(now: Situation) -> Plan | None:
    """Return what is asked of the first of the list, whom nobody needs to name."""
    text = now.text
    if top := _SAID["top_only"].match(text):
        last = min(number(top["n"] or "three"), len(now.shown), _MOST_AT_ONCE)
        return call("explain_match", people=[f"#{n}" for n in range(1, last + 1)])
    singled = any(m.kind in {"token", "id", "rank", "one"} for m in find_people(now))
    if CHOOSES.search(text) and not singled:
        return call("explain_match", people=["#1"])
    if not _SAID["best"].search(text):
        return None
    if hours := _SAID["for_hours"].search(text):
        willing = wishes(f"can work {hours['hours']}")
        return call("filter_candidates", add=arguments(willing), among="shown")
    named = any(w.kind != "text" for w in wishes(text))
    return None if named else call("explain_match", people=["#1"])


def _explain_current(now: Situation) -> Plan:
    if not now.discussed and not now.shown:
        return say(NO_SEARCH)
    return call("explain_match", people=["last" if now.discussed else f"#{now.shown[0]}"])


def _only_people(text: str, mentions: tuple[Mention, ...]) -> bool:
    """Return whether nothing but people is named: "#2", "and the third?"."""
    sure = [m for m in mentions if m.kind not in {"one", "bare", "all", "group"} and m.people]
    return bool(sure and _SAID["only_person"].match(remainder(text, mentions)))
