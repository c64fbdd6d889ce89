"""Reads what eases a wish on the desk: "the degree is optional", "3 years are fine too"."""

from __future__ import annotations

import msgspec

from agent.offline.edit import Edit
from agent.offline.phrasebook import phrasebook
from agent.offline.references import number
from agent.offline.situation import Situation
from agent.offline.wishes import matching

_SAID = phrasebook("easing")


def read_easing(now: Situation) -> Edit | None:
    """Return wishes that weigh less, or another bound of years, where the message only eases."""
    return _optional(now) or _enough(now)


def _optional(now: Situation) -> Edit | None:
    said = _SAID["optional"].match(now.text)
    held = matching(said["what"], now.criteria) if said else ()
    eased = tuple(msgspec.structs.replace(w, weight="nice") for w in held if w.weight == "must")
    return Edit(eased) if eased else None


def _enough(now: Situation) -> Edit | None:
    said = _SAID["enough"].match(now.text)
    bounds = [c for c in now.criteria if c.kind in ("min_years", "max_years")]
    if not said or len(bounds) != 1:
        return None
    wish = msgspec.structs.replace(bounds[0], value=number(said["n"]), said="")
    return Edit((wish,), () if wish.id == bounds[0].id else (bounds[0].id,))
