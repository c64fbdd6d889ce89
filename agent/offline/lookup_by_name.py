"""Reads an order to look somebody up by name, and a name that nobody on screen has."""

from __future__ import annotations

from agent.offline.phrasebook import chatter, phrasebook
from agent.offline.plan import Plan, call, say
from agent.offline.reading import wishes
from agent.offline.references import find_people, people, remainder
from agent.offline.situation import Situation

_SAID = phrasebook("lookup_by_name")


NO_SUCH_NAME = (
    "Whom do you mean? Nobody on screen goes by that. Give me the full name, or a rank in the list."
)


def read_lookup(now: Situation) -> Plan | None:
    """Return what is known of a person named for their own sake: "find Ana Ruiz"."""
    named = tuple(m for m in find_people(now) if m.kind in {"token", "id"})
    if not named or not _SAID["looks_up"].match(remainder(now.text, named)):
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
    found = _SAID["unknown"].match(now.text)
    name = (found["name"] or found["instead"] or found["missed"]) if found else ""
    if not name or any(c.kind != "text" for c in wishes(name)):
        return None
    if any(word.casefold() in chatter() for word in name.split()):
        return None
    return say(NO_SUCH_NAME)
