"""Reads what eases a wish on the desk: "the degree is optional", "3 years are fine too"."""

from __future__ import annotations

import re

import msgspec

from agent.offline.edit import Edit
from agent.offline.references import number
from agent.offline.situation import Situation
from agent.offline.wishes import matching

_I = re.IGNORECASE
_LEAD = r"^\W*(?:(?:and|but|or|ok|okay|so|actually|well|also|even)\b[,\s]*)*"
_OPTIONAL = re.compile(
    rf"{_LEAD}(?:the |an? |any |their |having (?:an? |the )?)?(?P<what>[\w+#.&/' -]{{2,50}}?)"
    r"(?:,| (?:is|are|can be|would be|should be|'s))? (?:just |only |purely |more of |really )*"
    r"(?:an? )?"
    r"(?:optional|(?:big |nice )?(?:plus|bonus|advantage)|nice(?:[- ]to[- ]haves?)?"
    r"|preferred|desirable)(?:,? (?:but )?(?:it's |it is )?(?:not|no) (?:an? )?"
    r"(?:must(?:[- ]have)?|requirement|required|necessary|needed|mandatory|essential))?"
    r"(?: only| though| anyway| now| for (?:me|us))*\W*$",
    _I,
)
_ENOUGH = re.compile(
    rf"{_LEAD}(?:with |only |just )*(?P<n>\d{{1,2}}|one|two|three|four|five|six|seven|eight"
    r"|nine|ten)"
    r"(?: years?| yrs?)?(?: of experience| experience)?(?:'s| (?:is|are|will|would be|would))?"
    r" (?:also |too |even |perfectly |just |be )*(?:fine|ok|okay|enough|alright|acceptable|good|do)"
    r"(?: too| as well| for (?:me|us)| with (?:me|us))*\W*$",
    _I,
)


def read_easing(now: Situation) -> Edit | None:
    """Return wishes that weigh less, or another bound of years, where the message only eases."""
    return _optional(now) or _enough(now)


def _optional(now: Situation) -> Edit | None:
    said = _OPTIONAL.match(now.text)
    held = matching(said["what"], now.criteria) if said else ()
    eased = tuple(msgspec.structs.replace(w, weight="nice") for w in held if w.weight == "must")
    return Edit(eased) if eased else None


def _enough(now: Situation) -> Edit | None:
    said = _ENOUGH.match(now.text)
    bounds = [c for c in now.criteria if c.kind in ("min_years", "max_years")]
    if not said or len(bounds) != 1:
        return None
    wish = msgspec.structs.replace(bounds[0], value=number(said["n"]), said="")
    return Edit((wish,), () if wish.id == bounds[0].id else (bounds[0].id,))
