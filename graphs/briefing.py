"""What a model is given to read: the prompt with the desk, the last turns and this turn."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import msgspec
from langchain_core.messages import (
    AIMessage,
    AnyMessage,
    HumanMessage,
    RemoveMessage,
    SystemMessage,
)
from langgraph.graph.message import REMOVE_ALL_MESSAGES

from graphs.deps import Deps
from tools.desk import Desk
from tools.people import mask, person_mark, stable_marks
from tools.presenting import public

_QUOTED = re.compile(r"“[^”]*”")
_LONGEST_KEPT = 2_000
"""Characters of a message that later turns are shown."""


def masked(message: HumanMessage, desk: Desk) -> HumanMessage:
    """Return the recruiter's message with names replaced by placeholders."""
    found = mask(str(message.text), desk)
    extra = {"ambiguous": found.ambiguous} if found.ambiguous else {}
    return HumanMessage(found.text, id=message.id, additional_kwargs=extra)


def summary_of(desk: Desk, deps: Deps) -> dict[str, Any]:
    """Return the desk as a model may see it: wishes, ranks and placeholders."""
    view = desk.view
    return {
        "criteria": public(view.criteria),
        "shown": [view.offset + at + 1 for at in range(len(view.shown))],
        "total": view.total,
        "offset": view.offset,
        "more": view.offset + len(view.shown) < view.total,
        "discussed": person_mark(view, desk.discussed) if desk.discussed else "",
        "shortlist": [person_mark(view, i) for i in desk.shortlist],
        "can_undo": bool(desk.past),
        "today": deps.today().isoformat(),
    }


def briefing(
    summary: dict[str, Any], history: Sequence[AnyMessage], turn: Sequence[AnyMessage], deps: Deps
) -> list[AnyMessage]:
    """Return the messages a model reads; the desk stands in the prompt and, as data, beside it."""
    ambiguous = turn[0].additional_kwargs.get("ambiguous") if turn else None
    desk = {**summary, "ambiguous": ambiguous} if ambiguous else summary
    text = deps.prompt.fill(today=summary["today"], desk=msgspec.json.encode(desk).decode())
    system = SystemMessage(text, additional_kwargs={"desk": summary})
    return [system, *history, *turn]


def closed(
    history: Sequence[AnyMessage], human: AnyMessage, answer: str, desk: Desk, deps: Deps
) -> list[AnyMessage]:
    """Return the update that ends a turn: the last turns remain, without calls, quotes or ranks."""
    pool = desk.view.pool
    kept = [
        *history,
        HumanMessage(_kept(str(human.text), pool), id=human.id),
        AIMessage(_kept(answer, pool), id=f"{human.id}-answer"),
    ]
    everything: Any = RemoveMessage(REMOVE_ALL_MESSAGES)
    return [everything, *kept[-2 * deps.limits.window_turns :]]


def _kept(text: str, pool: Sequence[str]) -> str:
    bare = _QUOTED.sub("“…”", stable_marks(text, pool))
    return bare if len(bare) <= _LONGEST_KEPT else bare[:_LONGEST_KEPT] + " …"
