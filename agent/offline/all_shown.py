"""Reads a question who of those on screen has any of one side: "who is certified?"."""

from __future__ import annotations

import msgspec

from agent.offline.phrasebook import phrasebook
from agent.offline.plan import Plan, call
from agent.offline.situation import Situation
from tools.topics import Topic

_MOST_TOLD = 10
_SIDES = {msgspec.convert(side, Topic): asks for side, asks in phrasebook("all_shown").items()}


def read_all_shown(now: Situation) -> Plan | None:
    """Return what the résumés on screen tell on the side that a question asks any of them for."""
    topic = next((name for name, asks in _SIDES.items() if asks.match(now.text)), None)
    return tell_all(now, topic) if topic and now.shown else None


def tell_all(now: Situation, topic: Topic) -> Plan:
    """Return an explanation of one side of everybody on screen."""
    return call("explain_match", people=[f"#{n}" for n in now.shown[:_MOST_TOLD]], about=topic)
