"""Reads who shall stay on the list or go from it: "only those who meet everything", "hide #2"."""

from __future__ import annotations

import re

from agent.offline.edit import Edit
from agent.offline.phrasebook import answers, phrasebook
from agent.offline.plan import Plan, arguments, call, say
from agent.offline.questions import ALL_OF_IT, CHECKED, asks_for_all, read_wishes
from agent.offline.references import find_people, people, remainder
from agent.offline.situation import Situation
from tools.criteria import Criteria
from tools.narrowing import EVERY

_SAID = phrasebook("narrowing")

_I = re.IGNORECASE
_ENDS = re.compile(r"\b(?:again|back|hidden|hide|hiding|filter\w*)\b", _I)


def read_again(now: Situation) -> Plan | None:
    """Return the end of what leaves people out: "show everybody again", "bring her back"."""
    dropped = _SAID["drop"].match(now.text)
    words = dropped["words"].casefold() if dropped else None
    named = [s for s, said in now.settings if re.sub(r"\W+$", "", said) == words]
    if named:
        return _dropping(named)
    if not now.settings:
        ends = now.searched and _SAID["again"].match(now.text) and _ENDS.search(now.text)
        return say("Nobody is left out of the list.") if ends else None
    mentions = find_people(now)
    who = [p for p in people(mentions) if p in now.hidden]
    if who and _SAID["back"].match(remainder(now.text, mentions)):
        return _dropping(who)
    if _SAID["again"].match(now.text):
        return _dropping([setting for setting, _ in now.settings])
    return None


def read_every_must(now: Situation) -> Plan | None:
    """Return the filter for "show only those who meet everything", which asks nothing."""
    if not now.searched or not (_SAID["orders"].match(now.text) and asks_for_all(now)):
        return None
    return call("filter_candidates", add=[], remove=[], only=[EVERY])


def read_only_those(now: Situation) -> Plan | None:
    """Return the filter for "only those", said of whom the last question was about."""
    if not _SAID["those"].match(now.text):
        return None
    if " of those shown:" in now.said:
        return say(answers()["unnarrowed"])
    if not CHECKED.match(now.said):
        return None
    asked = read_wishes(now.saying(now.asked))
    if not asked:
        return None
    only = [wish.id for wish in asked if wish.weight == "must"]
    return call("filter_candidates", add=arguments(asked), remove=[], only=only)


def hiding(who: tuple[str, ...]) -> Plan:
    """Return the call that leaves people out of the list."""
    return call("filter_candidates", add=[], remove=[], hide=list(who))


def insisting(said: str, edit: Edit) -> list[str]:
    """Return the ids of the musts that whoever stays has to show, where people are spoken of.

    "Only those who meet everything and speak French" is said of all of them.
    """
    if not _SAID["stay"].match(said):
        return []
    if ALL_OF_IT.search(said):
        return [EVERY]
    return [wish.id for wish in edit.add if wish.weight == "must"]


def insisted_anew(now: Situation, said: str, wished: Criteria) -> Plan | None:
    """Return the filter for a must there is already: "hide those without a degree"."""
    if not _SAID["stay"].match(said):
        return None
    values = {value for wish in wished for value in wish.values}
    held = [c.id for c in now.criteria if c.weight == "must" and values & set(c.values)]
    return call("filter_candidates", add=[], remove=[], only=held) if held else None


def _dropping(names: list[str]) -> Plan:
    return call("filter_candidates", add=[], remove=names)
