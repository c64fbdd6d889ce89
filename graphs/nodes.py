"""The boxes of the diagram: the assistant, and one node per tool."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import msgspec
from langchain_core.messages import AnyMessage, HumanMessage, ToolMessage
from langgraph.runtime import Runtime

from graphs.briefing import closed, earlier_of, masked
from graphs.calls import accepted, pending, split_turn, with_message
from graphs.deps import Deps
from graphs.model_stream import usage
from graphs.next_message import ask
from graphs.progress import OFFLINE, is_offline
from graphs.releasing import Releasing
from graphs.state import State, changes, desk_of
from tools.desk import Desk, Outcome
from tools.toolbox import DESK


async def assistant(state: State, runtime: Runtime[Deps]) -> State:
    """Let the model answer or call tools; with calls still pending, step aside."""
    if pending(state["messages"]) is not None:
        return {}
    deps = runtime.context
    history, turn = split_turn(state["messages"])
    desk = desk_of(state, deps)
    added: list[AnyMessage] = []
    if len(turn) == 1 and isinstance(turn[0], HumanMessage):
        turn = [await asyncio.to_thread(masked, turn[0], desk)]
        added = [turn[0]]
    while True:
        asked = await ask(desk, history, turn, runtime, earlier_of(state))
        said = asked.said
        if not said.calls and not said.faulty:
            return _finish(state, turn, desk, asked.releasing, runtime)
        message, refusals, work = accepted(said.calls, said.faulty, deps.limits.tool_calls, turn)
        message.additional_kwargs = {OFFLINE: True} if asked.offline else {}
        message.usage_metadata = None if asked.offline else usage(said)
        turn = [*turn, message, *refusals]
        added = [*added, message, *refusals]
        if work:
            return {"messages": added}


async def search_candidates(state: State, runtime: Runtime[Deps]) -> State:
    """Answer the pending call for a new search."""
    return await _answer(state, runtime)


async def filter_candidates(state: State, runtime: Runtime[Deps]) -> State:
    """Answer the pending call that changes the wishes or asks about the people shown."""
    return await _answer(state, runtime)


async def explain_match(state: State, runtime: Runtime[Deps]) -> State:
    """Answer the pending call that asks why people fit."""
    return await _answer(state, runtime)


async def compare_candidates(state: State, runtime: Runtime[Deps]) -> State:
    """Answer the pending call that sets people side by side."""
    return await _answer(state, runtime)


async def update_shortlist(state: State, runtime: Runtime[Deps]) -> State:
    """Answer the pending call about the shortlist."""
    return await _answer(state, runtime)


async def show_more(state: State, runtime: Runtime[Deps]) -> State:
    """Answer the pending call for the next page."""
    return await _answer(state, runtime)


async def undo(state: State, runtime: Runtime[Deps]) -> State:
    """Answer the pending call to take back a change."""
    return await _answer(state, runtime)


async def start_over(state: State, runtime: Runtime[Deps]) -> State:
    """Answer the pending call to clear the desk."""
    return await _answer(state, runtime)


TOOL_NODES: tuple[Callable[..., Any], ...] = (
    search_candidates,
    filter_candidates,
    explain_match,
    compare_candidates,
    update_shortlist,
    show_more,
    undo,
    start_over,
)


async def _answer(state: State, runtime: Runtime[Deps]) -> State:
    """Carry out the first pending call, tell the doors, and hand the payload to the model."""
    call = pending(state["messages"])
    if call is None:
        return {}
    deps, write = runtime.context, runtime.stream_writer
    _, turn = split_turn(state["messages"])
    by_code = deps.model_name == OFFLINE or is_offline(turn)
    desk = msgspec.structs.replace(desk_of(state, deps), read_by_code=by_code)
    about = {"call_id": call["id"], "tool": call["name"]}
    write(("tool_started", {**about, "args": call["args"]}))
    started = deps.clock()
    arguments = with_message(call["args"], str(turn[0].text))
    message: ToolMessage = await deps.tools[call["name"]].ainvoke(
        {**call, "args": arguments, "type": "tool_call"}, {"configurable": {DESK: desk}}
    )
    ms = (deps.clock() - started) * 1000
    outcome = message.artifact
    summary = "the arguments do not fit"
    update: State = {}
    if isinstance(outcome, Outcome):
        summary = outcome.summary
        update = changes(desk, outcome.desk)
        for event in outcome.events:
            write(event)
    write(("tool_finished", {**about, "ms": round(ms, 1), "summary": summary}))
    update["messages"] = [ToolMessage(message.content, tool_call_id=call["id"], name=call["name"])]
    return update


def _finish(
    state: State,
    turn: list[AnyMessage],
    desk: Desk,
    releasing: Releasing,
    runtime: Runtime[Deps],
) -> State:
    """Close the turn: the window of messages moves on, the doors get the whole answer."""
    runtime.stream_writer(("closing", releasing.closing(str(turn[0].text))))
    return closed(state, turn[0], turn, releasing.text, desk, runtime.context)
