"""Reads a change of the current wishes: added, dropped, corrected, weighed anew, widened."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from agent.offline.amending import (
    ease,
    either_does,
    lift,
    renumber,
    reweighed,
    suffices,
    treat,
)
from agent.offline.edit import Edit
from agent.offline.fitting import fit
from agent.offline.in_place import as_its_kind
from agent.offline.job_corrections import former_tools
from agent.offline.openers import without_opener
from agent.offline.phrasebook import phrasebook
from agent.offline.reading import read
from agent.offline.removals import read_removals
from agent.offline.situation import Situation
from agent.offline.swaps import read_swap
from agent.offline.wishes import matching, without_named
from tools.asides import without_each
from tools.criteria import Criteria, merge
from tools.request import refused_hours
from tools.vocabulary.places import MILE_KM
from tools.wording import phrase

_SAID = phrasebook("changes")

_I = re.IGNORECASE
_INSTEAD = re.compile(r"\s+(?:instead|rather)\W*$", _I)
_PLEASE = re.compile(r"[\s,]+(?:please|thanks|thank you)\W*$", _I)
"""Courtesy, which leaves "solar please" the same words as "solar"."""
_WORDS = re.compile(r"[^\W\d_]{3,}")
_BETWEEN_STEPS = re.compile(r"\n+|(?<=[^\W_])[.;](?=\s|$)")
_STEP = re.compile(r"^\W*(?:please |and |then )*(?:drop|remove|make|add|not)\b", _I)
"""How a step begins that says by itself what it does to the wishes."""


def read_edit(now: Situation) -> Edit:
    """Return what the message changes about the current wishes, in one step or in several."""
    steps = [step.strip() for step in _BETWEEN_STEPS.split(now.text) if step.strip()]
    if len(steps) > 1 and all(_STEP.match(step) for step in steps):
        return _read_steps(now, steps)
    return _read_step(now)


def _read_steps(now: Situation, steps: Sequence[str]) -> Edit:
    """Return what "drop Spark. Make Go a must." changes together, each step after the one before.

    Names that nothing matched are told even though the other steps are taken.
    """
    wanted, unknown = now.criteria, list[str]()
    for step in steps:
        edit = _read_step(msgspec.structs.replace(now, text=step, criteria=wanted))
        wanted = merge(wanted, edit.add, frozenset(edit.remove)).criteria
        unknown += edit.unknown
    add = tuple(c for c in wanted if c not in now.criteria)
    kept = {c.id for c in wanted}
    return Edit(add, tuple(c.id for c in now.criteria if c.id not in kept), tuple(unknown))


def _read_step(now: Situation) -> Edit:
    now = now.saying(_SAID["mere"].sub("no", now.text))
    readers = (_exactly, lift, read_swap, treat, renumber, either_does, ease, suffices)
    if edit := next((edit for reader in readers if (edit := reader(now))), None):
        return edit
    removal = read_removals(now.text, now.criteria)
    rest = _INSTEAD.sub("", _PLEASE.sub("", without_opener(removal.rest)))
    reading = read(rest, now.criteria) if rest else None
    gone = {w.id: None for w in removal.wishes}
    said: Criteria = ()
    if reading is not None:
        for value in (*reading.dropped, *refused_hours(rest).values()):
            gone.update({w.id: None for w in matching(value, now.criteria)})
        said = _without_distance(rest, reweighed(now, removal.rest, reading.criteria))
        said = _widened(now, rest, said) + said
        said = as_its_kind(now, rest, said)
    strange = (*removal.unknown, *(reading.dropped if reading is not None and not gone else ()))
    plainer, unknown = _without_asides(now, strange, removed=bool(gone))
    left = without_named(now.text, tuple(c for c in now.criteria if c.id in gone))
    kept = tuple(c for c in now.criteria if c.id not in gone)
    add, replaced = fit(msgspec.structs.replace(now, criteria=kept), removal.rest, said)
    gone.update(dict.fromkeys([*replaced, *former_tools(now, said)]))
    plainer = tuple(c for c in plainer if c.id not in gone)
    return Edit.of((*plainer, *left, *(c for c in add if c not in kept)), gone, unknown)


def _without_asides(
    now: Situation, strange: Sequence[str], *, removed: bool
) -> tuple[Criteria, tuple[str, ...]]:
    """Return the jobs without what is weighed beside them and dropped, and the names left over.

    "Drop the charter school" takes back the industry and the words of the job's phrase alike.
    """
    words = _WORDS.findall(now.text) if removed else ()
    plainer, unmatched = without_each(now.criteria, (*strange, *words))
    return plainer, tuple(name for name in unmatched if name in strange)


def _exactly(now: Situation) -> Edit | None:
    """Return the change of one wish that is named by all its words, as doors show them."""
    found = _SAID["exact"].match(now.text)
    if not found:
        return None
    what = _folded(found["what"])
    named = [c for c in now.criteria if _folded(phrase(c)) == what]
    if len(named) != 1:
        return None
    if found["drop"]:
        return Edit(remove=(named[0].id,))
    weight = "avoid" if found["not"] else (found["how"] or "").casefold()
    return Edit((msgspec.structs.replace(named[0], weight=weight),)) if weight else None


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def _without_distance(text: str, said: Criteria) -> Criteria:
    if not _SAID["radius"].search(text):
        return said
    return tuple(c for c in said if c.kind != "text" or not _SAID["radius"].search(str(c.value)))


def _widened(now: Situation, text: str, said: Criteria) -> Criteria:
    """Return the current place with a new radius, where only a distance is named."""
    found = _SAID["radius"].search(text)
    places = [c for c in now.criteria if c.kind == "location" and c.weight != "avoid"]
    if not found or not places or any(c.kind == "location" for c in said):
        return ()
    unit = MILE_KM if found["unit"].casefold().startswith("mi") else 1.0
    radius = round(int(found["n"]) * unit, 2)
    return (msgspec.structs.replace(places[-1], radius_km=radius),)
