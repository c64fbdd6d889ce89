"""Resolves what a tool call says about whom: a rank, a placeholder, an id or `last`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tools.desk import Desk, ToolError

_RANK = re.compile(r"⟨?#?(\d{1,6})⟩?")
_ID = re.compile(r"⟨?@?([^⟨⟩\s]{1,200})⟩?")
_LAST = frozenset({"last", "her", "him", "them", "she", "he", "they"})


def resolve(desk: Desk, references: Sequence[str]) -> tuple[str, ...]:
    """Return the candidate ids that the references mean, in order, once each.

    Raises ToolError unknown_person or no_search_yet, naming the reference and the mend.
    """
    return tuple(dict.fromkeys(_one(desk, reference) for reference in references))


def _one(desk: Desk, reference: str) -> str:
    said = reference.strip()
    if said.casefold() in _LAST:
        return _last(desk)
    rank = _RANK.fullmatch(said)
    if rank:
        return _ranked(desk, int(rank[1]), said)
    known = _ID.fullmatch(said)
    if known and _exists(desk, known[1]):
        return known[1]
    raise ToolError(
        "unknown_person",
        f"There is nobody called “{said[:80]}” here: give a rank from the list, such as #2.",
    )


def _last(desk: Desk) -> str:
    if desk.discussed and _exists(desk, desk.discussed):
        return desk.discussed
    if len(desk.view.shown) == 1:
        return desk.view.shown[0]
    raise ToolError(
        "unknown_person",
        "We have not spoken of one person yet: give a rank from the list, such as #2.",
    )


def _ranked(desk: Desk, rank: int, said: str) -> str:
    if 1 <= rank <= len(desk.view.pool):
        candidate_id = desk.view.pool[rank - 1]
        if _exists(desk, candidate_id):
            return candidate_id
        raise ToolError(
            "unknown_person",
            f"The person at #{rank} has been removed: search again for a new list.",
        )
    if said.isdigit() and _exists(desk, said):
        return said
    if not desk.view.search_id:
        raise ToolError(
            "no_search_yet", "There is no list yet: say whom you are looking for first."
        )
    total = len(desk.view.pool)
    people = "nobody is in it" if not total else f"it ends at #{total}"
    raise ToolError("unknown_person", f"There is no #{rank} in the list: {people}.")


def _exists(desk: Desk, candidate_id: str) -> bool:
    return candidate_id in desk.index.get(desk.tenant, [candidate_id])
