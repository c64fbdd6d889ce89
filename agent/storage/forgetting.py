"""Takes a removed person out of a turn that is kept: the same in every store."""

from __future__ import annotations

from typing import Any

import msgspec

from agent.storage.records import Turn
from tools.people.placeholders import id_mark

REMOVED = "(This answer quoted a candidate who has been removed.)"
NOBODY = id_mark("removed")
"""What stands in place of a removed person."""


def removed_from(turn: Turn, candidate_id: str, quoted: bool) -> Turn:
    """Return a turn without a person: no id, no entry, and no answer that quoted them."""
    mark = id_mark(candidate_id)
    return msgspec.structs.replace(
        turn,
        message=turn.message.replace(mark, NOBODY),
        answer=REMOVED if quoted else turn.answer.replace(mark, NOBODY),
        frames=_without(turn.frames, candidate_id),
        people={i: q for i, q in turn.people.items() if i != candidate_id},
    )


def _without(node: Any, candidate_id: str) -> Any:
    """Return frames without a person: their entries and their id are left out of every list."""
    if isinstance(node, dict):
        return {key: _without(value, candidate_id) for key, value in node.items()}
    if isinstance(node, list):
        return [_without(n, candidate_id) for n in node if not _is(n, candidate_id)]
    return node


def _is(node: Any, candidate_id: str) -> bool:
    return node == candidate_id or (
        isinstance(node, dict) and node.get("candidate_id") == candidate_id
    )
