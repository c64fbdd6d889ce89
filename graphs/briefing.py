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

from graphs.calls import split_turn
from graphs.deps import Deps
from graphs.fitting import fit
from graphs.state import State
from tools.desk import Desk
from tools.narrowing import settings
from tools.people import mask, person_mark, stable_marks
from tools.presenting import public

_QUOTED = re.compile(r"“[^”]*”")
_LONGEST_KEPT = 2_000
"""Characters of a message that later turns are shown."""
_LONGEST_LINE = 120
_MOST_LINES = 12
"""What is remembered of turns that are shown no more."""


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
        "settings": settings(view),
        "hidden": [person_mark(view, i) for i in view.hidden],
        "can_undo": bool(desk.past),
        "can_redo": bool(desk.undone),
        "today": deps.today().isoformat(),
    }


def briefing(
    summary: dict[str, Any],
    history: Sequence[AnyMessage],
    turn: Sequence[AnyMessage],
    deps: Deps,
    *,
    earlier: str = "",
    whole: bool = False,
) -> list[AnyMessage]:
    """Return the messages a model reads; the desk stands in the prompt and, as data, beside it.

    They are made to fit the limits unless `whole` is asked for, as the offline planner does.
    """
    ambiguous = turn[0].additional_kwargs.get("ambiguous") if turn else None
    desk = {**summary, "ambiguous": ambiguous} if ambiguous else summary
    told = msgspec.json.encode(desk).decode()
    text = deps.prompt.fill(today=summary["today"], desk=told, earlier=earlier)
    system = SystemMessage(text, additional_kwargs={"desk": summary})
    if whole:
        return [system, *history, *turn]
    return fit(system, history, turn, deps.limits.context_tokens)


def closed(
    state: State, human: AnyMessage, turn: Sequence[AnyMessage], answer: str, desk: Desk, deps: Deps
) -> State:
    """Return the update that ends a turn: the last turns remain, without calls, quotes or ranks.

    Of turns that leave the window a line each remains, and of those before only their number, so
    that what a model is given does not grow with the conversation.
    """
    pool = desk.view.pool
    history, _ = split_turn(state["messages"])
    did = [c["name"] for m in turn if isinstance(m, AIMessage) for c in m.tool_calls]
    kept = [
        *history,
        HumanMessage(_kept(str(human.text), pool), id=human.id),
        AIMessage(
            _kept(answer, pool),
            id=f"{human.id}-answer",
            additional_kwargs={"did": list(dict.fromkeys(did))},
        ),
    ]
    window = 2 * deps.limits.window_turns
    everything: Any = RemoveMessage(REMOVE_ALL_MESSAGES)
    update: State = {"messages": [everything, *kept[-window:]]}
    if kept[:-window]:
        update["earlier"] = _with_lines(state.get("earlier") or {}, kept[:-window])
    return update


def earlier_of(state: State) -> str:
    """Return what is remembered of the turns before the window, as a model reads it."""
    earlier = state.get("earlier") or {}
    if not earlier:
        return "Nothing before the messages you see."
    more = earlier["turns"] - len(earlier["lines"])
    head = [f"({more} messages before these)"] if more else []
    return "\n".join([*head, *earlier["lines"]])


def _with_lines(earlier: dict[str, Any], gone: Sequence[AnyMessage]) -> dict[str, Any]:
    """Return the memory with a line for each turn that leaves the window."""
    lines = list(earlier.get("lines", ()))
    for human, answer in zip(gone[::2], gone[1::2], strict=True):
        asked = " ".join(str(human.text).split())
        asked = asked if len(asked) <= _LONGEST_LINE else asked[:_LONGEST_LINE] + " …"
        did = ", ".join(answer.additional_kwargs.get("did", ())) or "answered"
        lines.append(f"- {asked} → {did}")
    turns = earlier.get("turns", 0) + len(gone) // 2
    return {"turns": turns, "lines": lines[-_MOST_LINES:]}


def _kept(text: str, pool: Sequence[str]) -> str:
    bare = _QUOTED.sub("“…”", stable_marks(text, pool))
    return bare if len(bare) <= _LONGEST_KEPT else bare[:_LONGEST_KEPT] + " …"
