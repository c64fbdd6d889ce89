"""What a thread keeps between turns: plain JSON types and messages, no résumé text."""

from __future__ import annotations

from typing import Annotated, Any, TypedDict

import msgspec
from langchain_core.messages import AnyMessage
from langgraph.graph.message import add_messages

from graphs.deps import Deps
from tools.desk import Desk, View


class State(TypedDict, total=False):
    """One thread; during a turn `messages` also holds the calls and answers of its tools."""

    messages: Annotated[list[AnyMessage], add_messages]
    """The last turns, people as placeholders and quotes left out, then the turn that runs."""
    earlier: dict[str, Any]
    """How many turns have left the window, and a line on each of the last of them."""
    view: dict[str, Any]
    """The wishes, the ids of the ranking and the page on screen."""
    past: list[dict[str, Any]]
    """Former views without their rankings, newest last, for undo."""
    undone: list[dict[str, Any]]
    """Views that an undo took away, next first, for redo."""
    shortlist: list[str]
    """The ids the recruiter keeps."""
    discussed: str
    """The id of the person last spoken of."""


def desk_of(state: State, deps: Deps) -> Desk:
    """Return the thread as tools see it."""
    return Desk(
        tenant=deps.tenant,
        index=deps.index,
        view=msgspec.convert(state.get("view") or {}, View),
        past=msgspec.convert(state.get("past") or [], tuple[View, ...]),
        undone=msgspec.convert(state.get("undone") or [], tuple[View, ...]),
        shortlist=tuple(state.get("shortlist") or ()),
        discussed=state.get("discussed") or "",
        page_size=deps.page_size,
        pool_size=deps.pool_size,
    )


def changes(before: Desk, after: Desk) -> State:
    """Return what of the desk a tool changed, as plain data."""
    update: State = {}
    if after.view is not before.view:
        update["view"] = msgspec.to_builtins(after.view)
    if after.past is not before.past:
        update["past"] = msgspec.to_builtins(after.past)
    if after.undone != before.undone:
        update["undone"] = msgspec.to_builtins(after.undone)
    if after.shortlist != before.shortlist:
        update["shortlist"] = list(after.shortlist)
    if after.discussed != before.discussed:
        update["discussed"] = after.discussed
    return update
