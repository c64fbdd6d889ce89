"""Reads an undo that is about the shortlist: whoever came onto it last leaves it again."""

from __future__ import annotations

import re

from agent.offline.commands import REDO
from agent.offline.phrasebook import phrasebook
from agent.offline.plan import Plan, call
from agent.offline.references import find_people, people
from agent.offline.situation import LISTED, Situation

_SAID = phrasebook("unlisting")

_PERSON = re.compile(r"⟨([#@][^⟩\s]{1,120})⟩")


def read_unlisting(now: Situation) -> Plan | None:
    """Return the shortlist as it was, for "undo the shortlist" and an undo right after a change.

    A second undo is one of the search again, and a redo after the first takes that back.
    """
    if REDO.match(now.text):
        return _back(now.said) if _SAID["undoes"].match(now.asked) else None
    if _SAID["of_list"].match(now.text):
        named = people(find_people(now, loose=True))
        if named:
            return call("update_shortlist", remove=list(named))
        return _back(now.listed) or call("update_shortlist")
    if _SAID["plain"].match(now.text) and not _SAID["undoes"].match(now.asked):
        return _back(now.said)
    return None


def _back(answer: str) -> Plan | None:
    """Return the call that takes back what an answer told about the shortlist."""
    add, remove = list[str](), list[str]()
    for told in LISTED.finditer(answer):
        kept = remove if told["how"].startswith("on") else add
        kept.extend(_PERSON.findall(told["who"]))
    if not add and not remove:
        return None
    return call("update_shortlist", add=add, remove=remove)
