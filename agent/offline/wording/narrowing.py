"""Words who is left out of a list now, who is back, and how many it holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from agent.offline.wording.phrases import met_words, they_are
from tools.narrowing import EVERY


def insisted(payload: dict[str, Any]) -> list[str]:
    """Return in clauses which wishes leave people out from now on, and which do so no longer."""
    told = payload.get("narrowing") or {}
    said = [f"now listing only who {does}" for does in _does(payload, told.get("set", ()))]
    return said + [f"no longer only who {does}" for does in _does(payload, told.get("unset", ()))]


def came_and_went(payload: dict[str, Any]) -> list[str]:
    """Return in sentences who was hidden and who is back, of whom nothing else is claimed."""
    told = payload.get("narrowing") or {}
    ends = {"hid": "left out of this list", "back": "back on this list"}
    who = {key: [person["ref"] for person in told.get(key) or ()] for key in ends}
    return [f"{they_are(who[key])} {end}." for key, end in ends.items() if who[key]]


def held_of(payload: dict[str, Any]) -> str:
    """Return how many of the ranked a list holds that leaves some out by a wish, else nothing."""
    only = any(str(each["id"]).startswith("only:") for each in payload.get("settings", ()))
    ranked = payload["narrowing"]["ranked"] if only and payload.get("narrowing") else 0
    return f"{payload['total']} of the {ranked} ranked" if ranked > payload["total"] else ""


def _does(payload: dict[str, Any], settings: Sequence[str]) -> Iterator[str]:
    """Yield what whoever is listed does; a wish that is gone has been told as dropped."""
    wishes = {wish["id"]: wish for wish in payload["criteria"]}
    for setting in settings:
        name = setting.removeprefix("only:")
        if name == EVERY:
            yield f"meets {EVERY}"
        elif name in wishes:
            yield met_words([wishes[name]])
