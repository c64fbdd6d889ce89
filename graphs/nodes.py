"""The boxes of the diagram: the assistant, and one node per tool."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

from langchain_core.messages import AIMessage, AnyMessage, HumanMessage, ToolMessage
from langgraph.runtime import Runtime

from graphs.briefing import briefing, closed, masked, summary_of
from graphs.calls import accepted, payloads, pending, split_turn
from graphs.deps import Deps
from graphs.grounding import Grounding
from graphs.known import Known
from graphs.releasing import Releasing
from graphs.speaking import Said, listen
from graphs.state import State, changes, desk_of
from tools.desk import Desk, Outcome
from tools.toolbox import DESK

TOO_LONG = (
    "This took more steps than I allow myself for one message, so I stopped here: "
    "what was found so far is shown, and a smaller question will get further."
)
NOTHING_LEFT = (
    "I left out what the résumés do not show; what is shown on screen, with its quotes, stands."
)

NOTHING_SAID = "I have no answer to that; tell me whom you are looking for."


async def assistant(state: State, runtime: Runtime[Deps]) -> State:
    """Let the model answer or call tools; with calls still pending, step aside."""
    if pending(state["messages"]) is not None:
        return {}
    deps, write = runtime.context, runtime.stream_writer
    history, turn = split_turn(state["messages"])
    desk = desk_of(state, deps)
    added: list[AnyMessage] = []
    if len(turn) == 1 and isinstance(turn[0], HumanMessage):
        turn = [await asyncio.to_thread(masked, turn[0], desk)]
        added = [turn[0]]
    while _model_calls(turn) < deps.limits.model_calls:
        said, releasing = await _speak(desk, history, turn, runtime)
        if not said.calls and not said.faulty:
            return _finish(history, turn, desk, releasing, runtime)
        message, refusals, work = accepted(
            said.calls, said.faulty, deps.limits.tool_calls, len(turn)
        )
        turn = [*turn, message, *refusals]
        added = [*added, message, *refusals]
        if work:
            return {"messages": added}
    write(("degraded", {}))
    releasing = await Releasing.open(desk, turn, write)
    releasing.add(TOO_LONG)
    return _finish(history, turn, desk, releasing, runtime)


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
    desk = desk_of(state, deps)
    about = {"call_id": call["id"], "tool": call["name"]}
    write(("tool_started", {**about, "args": call["args"]}))
    started = deps.clock()
    message: ToolMessage = await deps.tools[call["name"]].ainvoke(
        {**call, "type": "tool_call"}, {"configurable": {DESK: desk}}
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


async def _speak(
    desk: Desk, history: list[AnyMessage], turn: list[AnyMessage], runtime: Runtime[Deps]
) -> tuple[Said, Releasing]:
    """Let the model speak once; what it says is released sentence by sentence."""
    deps, write = runtime.context, runtime.stream_writer
    summary = summary_of(desk, deps)
    found = payloads(turn)
    human = turn[0]
    known = Known(found, str(human.text), {**summary, **human.additional_kwargs})
    grounding = Grounding(known)
    releasing = await Releasing.open(desk, turn, write)
    said = await listen(
        deps, briefing(summary, history, turn, deps), grounding, releasing.add, hold=not found
    )
    write(
        (
            "measured",
            {"ms": said.ms, "input": said.input_tokens, "output": said.output_tokens},
        )
    )
    if grounding.removed:
        write(("grounding", {"removed": grounding.removed}))
    if not (said.calls or said.faulty or releasing.text.strip()):
        releasing.add(NOTHING_LEFT if grounding.removed else NOTHING_SAID)
    return said, releasing


def _finish(
    history: list[AnyMessage],
    turn: list[AnyMessage],
    desk: Desk,
    releasing: Releasing,
    runtime: Runtime[Deps],
) -> State:
    """Close the turn: the window of messages moves on, the doors get the whole answer."""
    runtime.stream_writer(("closing", releasing.closing(str(turn[0].text))))
    return {"messages": closed(history, turn[0], releasing.text, desk, runtime.context)}


def _model_calls(turn: list[AnyMessage]) -> int:
    return sum(1 for message in turn if isinstance(message, AIMessage))
