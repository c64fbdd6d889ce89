"""The graph as a whole: the drawing is it, its loop ends, and no tool call stays unanswered."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from langchain_core.messages import AIMessage, HumanMessage, ToolMessage
from langgraph.checkpoint.memory import InMemorySaver

import graphs
from graphs.deps import Deps, Limits
from graphs.next_message import TOO_LONG
from graphs.nodes import TOOL_NODES
from graphs.recruiter import build, diagram
from graphs.routing import Next, next_step
from prompts import load
from tests.conftest import ScriptedModel
from tools.index.local import LocalIndex
from tools.request import refuse
from tools.toolbox import TOOL_NAMES, toolbox

SEARCH = ("search_candidates", {"criteria": [{"kind": "skill", "value": "Python"}]})


def deps_of(index: LocalIndex, model: ScriptedModel, **limits: Any) -> Deps:
    return Deps(
        model=model,
        index=index,
        tools=toolbox(),
        prompt=load("assistant"),
        page_size=3,
        today=lambda: date(2026, 11, 22),
        clock=lambda: 0.0,
        limits=Limits(**limits),
    )


async def run(deps: Deps, text: str = "python people") -> tuple[list[Any], dict[str, Any]]:
    """Run one turn; return its events and the state it left."""
    graph = build(InMemorySaver())
    config: Any = {"configurable": {"thread_id": "t"}, "recursion_limit": 250}
    told = [
        event
        async for event in graph.astream(
            {"messages": [HumanMessage(text, id="m1")]},
            config,
            context=deps,
            stream_mode="custom",
        )
    ]
    return told, (await graph.aget_state(config)).values


def answer_of(told: list[Any]) -> str:
    return "".join(data["text"] for name, data in told if name == "token")


def test_the_drawing_beside_the_graph_is_the_graph() -> None:
    kept = (Path(next(iter(graphs.__path__))) / "recruiter.mmd").read_text("utf-8")
    assert kept == diagram(), "draw it anew: make diagram"


def test_the_graph_is_the_design_a_node_a_tool_each_back_to_the_assistant() -> None:
    drawn = diagram()
    names = {node.__name__ for node in TOOL_NODES}
    assert names == set(TOOL_NAMES) == set(get_args(Next)) - {"__end__"}
    assert "__start__ --> assistant" in drawn
    for name in names:
        assert re.search(rf"assistant -\.(?:.*\.-)?-?> {name};", drawn), name
        assert f"{name} --> assistant" in drawn
    assert re.search(r"assistant -\..*> __end__;", drawn)


@given(answered=st.sets(st.integers(0, 3)), called=st.integers(0, 4))
def test_the_way_on_is_the_first_call_that_nobody_answered(answered: set[int], called: int) -> None:
    names = [TOOL_NAMES[n] for n in range(called)]
    calls = [{"name": n, "args": {}, "id": str(i)} for i, n in enumerate(names)]
    done = [ToolMessage("{}", tool_call_id=str(i)) for i in sorted(answered) if i < called]
    step = next_step({"messages": [HumanMessage("x"), AIMessage("", tool_calls=calls), *done]})
    left = [n for i, n in enumerate(names) if i not in answered]
    assert step == (left[0] if left else "__end__")


async def test_a_model_that_never_stops_calling_is_stopped_and_the_recruiter_told(
    index: LocalIndex, scripted: Callable[..., ScriptedModel]
) -> None:
    model = scripted(*[[SEARCH] for _ in range(20)])
    told, state = await run(deps_of(index, model, model_calls=4))
    assert len(model.heard) == 4
    assert TOO_LONG in answer_of(told)
    assert "degraded" in [name for name, _ in told]
    assert [m.type for m in state["messages"]] == ["human", "ai"]


async def test_every_call_of_a_message_is_answered_also_those_that_are_refused(
    index: LocalIndex, scripted: Callable[..., ScriptedModel]
) -> None:
    calls = [
        SEARCH,
        ("fly_to_the_moon", {}),
        ("explain_match", {"people": ["#1"]}),
        ("explain_match", {"people": "#1", "colour": 3}),
        ("compare_candidates", "{not json"),
        ("compare_candidates", {"people": ["#1", "#99"]}),
        ("show_more", {}),
    ]
    model = scripted(calls, "Done.")
    await run(deps_of(index, model, tool_calls=6))
    asked = [c["id"] for m in model.heard[1] if isinstance(m, AIMessage) for c in m.tool_calls]
    answered = [m.tool_call_id for m in model.heard[1] if isinstance(m, ToolMessage)]
    assert len(asked) == len(calls)
    assert sorted(answered) == sorted(asked)
    assert len(set(asked)) == len(asked)


async def test_a_trait_in_a_models_call_is_refused_and_searches_for_nobody(
    index: LocalIndex, scripted: Callable[..., ScriptedModel]
) -> None:
    wishes = [{"kind": "skill", "value": "Python"}, {"kind": "text", "value": "woman"}]
    model = scripted([("search_candidates", {"criteria": wishes})], "Done.")
    deps = dataclasses.replace(deps_of(index, model), model_name="openai:some")
    _, state = await run(deps)
    refusal = next(m for m in model.heard[1] if isinstance(m, ToolMessage))
    assert refuse(["sex or gender"]) in str(refusal.content)
    assert "view" not in state


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    script=st.lists(
        st.lists(
            st.tuples(
                st.sampled_from([*TOOL_NAMES, "no_such_tool"]),
                st.sampled_from(
                    [
                        {},
                        SEARCH[1],
                        {"people": ["#1", "#2"]},
                        {"add": ["#1"]},
                        {"steps": 3},
                        {"criteria": "no list"},
                        "[1, 2]",
                    ]
                ),
            ),
            min_size=1,
            max_size=4,
        ),
        max_size=4,
    )
)
async def test_whatever_a_model_calls_the_turn_ends_with_an_answer(
    index: LocalIndex, script: list[Any]
) -> None:
    model = ScriptedModel(script=[*script, "Done."], heard=[])
    told, state = await run(deps_of(index, model))
    assert answer_of(told).strip()
    assert told[-1][0] == "closing"
    assert [m.type for m in state["messages"]] == ["human", "ai"]
    assert not any(m.tool_calls for m in state["messages"] if isinstance(m, AIMessage))


async def test_a_model_that_fails_raises_and_leaves_no_half_turn(
    index: LocalIndex, scripted: Callable[..., ScriptedModel]
) -> None:
    with pytest.raises(Exception, match="ValueError"):
        await run(deps_of(index, scripted([SEARCH], ValueError("boom"))))
