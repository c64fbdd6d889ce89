"""Reads what becomes of a wish there is: another weight or number, or the end of a ban."""

from __future__ import annotations

import re

import msgspec

from agent.offline.edit import Edit
from agent.offline.fitting import fit
from agent.offline.phrasebook import phrasebook
from agent.offline.reading import wishes
from agent.offline.references import number
from agent.offline.situation import Situation
from agent.offline.wishes import either, matching
from tools.criteria import Criteria, Criterion
from tools.request import read_weight

_SAID = phrasebook("amending")
WEIGHS = _SAID["corrects_weight"]
"""Only weighs the wish last made: "make that a must"."""

_I = re.IGNORECASE
_THAT = re.compile(r"\b(?:it|that|this|that one|those|them)\b", _I)
_MEANT = re.compile(r"\b(?:meant?|sorry)\b", _I)
_CHANGES = re.compile(rf"{_MEANT.pattern}|\b(?:make|mark|treat|consider|call)\b", _I)
_THOSE = re.compile(r"\b(?:those|them|both|these|all)\b", _I)


def renumber(now: Situation) -> Edit | None:
    """Return another number for the one bound of years there is: "make that 3"."""
    found = _SAID["number_alone"].match(now.text) or _SAID["moved"].match(now.text)
    return _bounded_by(now, found)


def suffices(now: Situation) -> Edit | None:
    """Return another number for the one bound of years there is: "3 years are fine too"."""
    return _bounded_by(now, _SAID["enough"].match(now.text))


def _bounded_by(now: Situation, said: re.Match[str] | None) -> Edit | None:
    bounds = [c for c in now.criteria if c.kind in ("min_years", "max_years")]
    if not said or len(bounds) != 1:
        return None
    wish = msgspec.structs.replace(bounds[0], value=number(said["n"]), said="")
    return Edit.of((wish,), [bounds[0].id])


def ease(now: Situation) -> Edit | None:
    """Return musts that are but nice to have from now on: "the degree is optional"."""
    said = _SAID["optional"].match(now.text)
    held = matching(said["what"], now.criteria) if said else ()
    eased = tuple(msgspec.structs.replace(w, weight="nice") for w in held if w.weight == "must")
    return Edit(eased) if eased else None


def lift(now: Situation) -> Edit | None:
    """Return the end of a ban, where what it kept out is said to be fine: that asks for none."""
    found = _SAID["lifts"].match(now.text)
    banned = tuple(c for c in now.criteria if c.weight == "avoid")
    lifted = matching(found["what"], banned) if found and banned else ()
    return Edit(remove=tuple(c.id for c in lifted)) if lifted else None


def treat(now: Situation) -> Edit | None:
    """Return wishes weighed by "treat AWS as optional", be they new."""
    found = _SAID["treats"].search(now.text)
    weight = read_weight(found["how"]) if found else None
    if not found or weight is None:
        return None
    said = wishes(found["what"])
    held = matching(found["what"], now.criteria)
    if weight == "must" and said and all(_is_other(w, held) for w in said):
        held = ()
    weighed = tuple(msgspec.structs.replace(w, weight=weight) for w in held or said)
    add, gone = (weighed, ()) if held else fit(now, now.text, weighed)
    return Edit(add, tuple(gone)) if add else None


def _is_other(wish: Criterion, held: Criteria) -> bool:
    """Return whether a wish is another number of years, or one of several to choose from."""
    years = wish.kind in ("min_years", "max_years")
    alike = [c for c in held if c.kind == wish.kind]
    return bool(alike) and all(
        len(c.values) > len(wish.values) or (years and c.value != wish.value) for c in alike
    )


def either_does(now: Situation) -> Edit | None:
    """Return the choice of two musts of a kind, for "either is fine" of the last two."""
    found = _SAID["either_does"].match(now.text)
    musts = tuple(c for c in now.criteria if c.weight == "must")
    if found and found["one"]:
        musts = (*matching(found["one"], musts), *matching(found["other"], musts))
    pair = [c for c in musts if c.kind == musts[-1].kind][-2:]
    if not found or len(pair) < 2:
        return None
    return Edit((either(*pair),), tuple(c.id for c in pair))


def reweighed(now: Situation, text: str, said: Criteria) -> Criteria:
    """Return the wish last made with the weight that "make that a must" gives it.

    "No, make those optional" weighs everything that was said last. Where the last message only
    weighed a wish too, the answer to it names which.
    """
    corrects = WEIGHS.match(now.text)
    weight = read_weight(corrects["how"] if corrects else text)
    if said or weight is None or not (corrects or _THAT.search(text)):
        return said
    again = WEIGHS.match(now.asked)
    told = wishes(now.said.split(":")[0] if again else now.asked)
    values = {v for c in told for v in c.values}
    last = [c for c in now.criteria if values & set(c.values)]
    if corrects and not last:
        # Who takes something back means what was wished last; else a question's wish is meant.
        if now.asked.endswith("?") and told and not _MEANT.search(now.text):
            last = list(told)
        elif _CHANGES.search(now.text):
            last = list(now.criteria[-1:])
    chosen = last if _THOSE.search(text) else last[-1:]
    return tuple(msgspec.structs.replace(w, weight=weight) for w in chosen)
