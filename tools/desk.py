"""The recruiter's desk: what a tool may read of a thread, and what it hands back."""

from __future__ import annotations

from typing import Any

import msgspec

from tools.criteria import Criteria
from tools.index.base import CandidateIndex


class View(msgspec.Struct, frozen=True, omit_defaults=True):
    """What lies on the desk, small and plain enough to be checkpointed.

    `pool` are the ids of the last ranking, best first, `scores` theirs; `offset` and `shown` the
    page on screen. Of all who were `ranked` those are left out who do not show the wishes that
    `only` names, and those `hidden` by the recruiter.
    """

    criteria: Criteria = ()
    search_id: str = ""
    total: int = 0
    pool: tuple[str, ...] = ()
    scores: tuple[float, ...] = ()
    offset: int = 0
    shown: tuple[str, ...] = ()
    ranked: int = 0
    only: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()


class Desk(msgspec.Struct, frozen=True):
    """One thread as a tool sees it: the tenant's index, the current view and the recruiter's marks.

    `past` are former views for undo, newest last, `undone` those for redo, next first; `discussed`
    is the person last spoken of, whom a pronoun means. A ranking keeps at most `pool_size` people,
    of whom a page shows `page_size`.
    `read_by_code` says that the arguments of a call come from code that knows the message and has
    left out what it says of protected attributes; those of a model are yet to be looked through.
    """

    tenant: str
    index: CandidateIndex
    view: View = View()
    past: tuple[View, ...] = ()
    undone: tuple[View, ...] = ()
    shortlist: tuple[str, ...] = ()
    discussed: str = ""
    page_size: int = 10
    pool_size: int = 200
    read_by_code: bool = False


class Outcome(msgspec.Struct, frozen=True):
    """What a tool did: the desk after it, events for the doors and a payload for the model.

    `payload` speaks of people by placeholder only (`⟨#2⟩`, or `⟨@candidate_id⟩` for someone
    outside the ranking); `events` are (name, data) pairs for doors and may carry names.
    """

    desk: Desk
    payload: dict[str, Any]
    events: tuple[tuple[str, dict[str, Any]], ...] = ()
    summary: str = ""


class ToolError(Exception):
    """A call that cannot be carried out; the message tells the recruiter why and what to do."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
