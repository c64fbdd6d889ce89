"""Reads what stays as the rest goes: "start over but keep the city", "the same for cooks"."""

from __future__ import annotations

import msgspec

from agent.offline.commands import after_start_over
from agent.offline.edit import Edit
from agent.offline.fitting import fit
from agent.offline.job_corrections import another_trade, sought_titles
from agent.offline.phrasebook import phrasebook
from agent.offline.plan import Plan, arguments, call, say
from agent.offline.reading import wishes
from agent.offline.removals import named_each
from agent.offline.searching import ALREADY
from agent.offline.situation import Situation
from agent.offline.wording.phrases import listing
from tools.criteria import Criterion
from tools.request import tells_deed

_SAID = phrasebook("keeping")

_LONGEST = 300
"""Characters of a message that says what stays; a longer one tells a need of its own."""


def read_keeping(now: Situation) -> Plan | None:
    """Return the search that a new start leaves, where it says what it keeps."""
    rest = after_start_over(now.text) if now.criteria and len(now.text) <= _LONGEST else ""
    found = _SAID["keeps"].match(rest) if rest else None
    if not found:
        return None
    what, *then = _SAID["then"].split(_SAID["as_it_is"].sub("", found["what"]), maxsplit=1)
    kept, strange = named_each(what, now.criteria)
    new = wishes(then[0]) if then else ()
    if not kept:
        named = listing([s for s in strange if s] or [what.strip()], "or")
        return say(
            f"You have not asked for {named}, so there is nothing to keep. Say “start over” to "
            "clear every wish."
        )
    if new:
        fresh = {c.kind for c in new}
        left = tuple(c for c in kept if c.kind not in fresh)
        return call("search_candidates", criteria=arguments((*new, *left)))
    gone = [c.id for c in now.criteria if c not in kept]
    return call("filter_candidates", add=[], remove=gone) if gone else None


def read_same(now: Situation) -> Plan | None:
    """Return the wishes on the desk with another job, or another place, in their stead."""
    short = now.criteria and len(now.text) <= _LONGEST
    found = _SAID["again"].match(now.text) if short else None
    said = (wishes(found["what"]) or wishes(f"in {found['what']}")) if found else ()
    said = tuple(c for c in said if c.kind != "text")
    if not said or not found:
        return None
    held_already = {(c.kind, c.values) for c in now.criteria}
    if all((c.kind, c.values) in held_already for c in said):
        return say(ALREADY)
    held = sought_titles(now.criteria)
    gone = dict.fromkeys(c.id for c in held) if any(c.kind == "title" for c in said) else {}
    if held and another_trade(said, held):
        gone.update(dict.fromkeys(c.id for c in now.criteria if _is_of_trade(c)))
    kept = tuple(c for c in now.criteria if c.id not in gone)
    add, replaced = fit(msgspec.structs.replace(now, criteria=kept), found["what"], said)
    edit = Edit.of(add, (*gone, *replaced))
    return call("filter_candidates", add=arguments(edit.add), remove=list(edit.remove))


def _is_of_trade(wish: Criterion) -> bool:
    """Return whether a wish goes with the job it was made for, as a licence or a deed does."""
    if wish.kind in ("skill", "certification"):
        return True
    if wish.kind in ("education", "min_years", "max_years"):
        return bool(wish.subject)
    return wish.kind == "text" and tells_deed(str(wish.value))
