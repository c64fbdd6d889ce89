"""Turns through the real langchain-openai client against a server that speaks OpenAI's wire."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from typing import Any

import pytest

from tests.agent.models.conftest import Talking, finished, of, shown
from tests.doubles.openai_server import Fails, Reply, Says, Script, Server, openai_server

SEARCH = ("search_candidates", {"criteria": [{"kind": "skill", "value": "Python"}]})
FIND = "find people who know Python"
ANSWER = "⟨#1⟩ and ⟨#2⟩ know Python."


def through(server: Server, **more: Any) -> dict[str, Any]:
    access = {"openai_api_key": "sk-test", "openai_base_url": server.url}
    return {"model": "openai:double-1", "model_retries": 0, **access, **more}


def wait_until(true: Callable[[], bool], seconds: float = 20.0) -> None:
    deadline = time.perf_counter() + seconds
    while not true() and time.perf_counter() < deadline:
        time.sleep(0.02)


async def one_turn(talking: Talking, script: Script, said: str = FIND, **more: Any) -> Any:
    """Return the server and the events of one turn."""
    with openai_server(script) as server:
        async with talking(**through(server, **more)) as talk:
            return server, await talk.say(said)


async def test_a_turn_is_planned_and_worded_by_the_model(talking: Talking) -> None:
    server, events = await one_turn(talking, [Says(calls=[SEARCH]), Says(ANSWER)])
    end = finished(events)
    assert end["degraded"] is False
    assert end["answer"] == "{} and {} know Python.".format(*shown(events))
    assert end["model"] == "openai:double-1"
    assert end["tokens"] == {"input": 200, "output": 40}
    assert end["model_calls"] == 2
    assert len(of(events, "candidates")[0]["shown"]) >= 4
    assert server.headers[0]["authorization"] == "Bearer sk-test"


async def test_the_model_is_given_every_tool_and_never_a_name(talking: Talking) -> None:
    script = [Says(calls=[SEARCH]), Says(ANSWER), Says("⟨#1⟩ knows Python.")]
    with openai_server(script) as server:
        async with talking(**through(server)) as talk:
            await talk.say(FIND)
            await talk.say("tell me about Ana Delgado, ana.delgado@example.com")
    tools = {tool["function"]["name"] for tool in server.asked[0]["tools"]}
    assert {"search_candidates", "explain_match", "undo"} <= tools
    sent = str(server.asked)
    for secret in ("Delgado", "Okafor", "Petrov", "will.okafor"):
        assert secret not in sent


async def test_an_answer_without_counted_tokens_is_estimated(talking: Talking) -> None:
    script = [Says(calls=[SEARCH], usage=None), Says(ANSWER, usage=None)]
    _, events = await one_turn(talking, script)
    tokens = finished(events)["tokens"]
    assert tokens["estimated"] is True
    assert tokens["input"] > 100


LIMIT = {"Retry-After": "0"}


@pytest.mark.parametrize(
    ("reply", "code", "named"),
    [
        (Fails(401, "Incorrect API key", "invalid_api_key"), "key_refused", "OPENAI_API_KEY"),
        (Fails(403, "no access"), "key_refused", "OPENAI_API_KEY"),
        (Fails(404, "model not found", "model_not_found"), "unknown_model", "MATCHER_MODEL"),
        (Fails(404, "model 'double-1' not found"), "unknown_model", "openai:double-1"),
        (Fails(429, "slow down", headers=LIMIT), "rate_limited", "too many requests"),
        (Fails(429, "spent", "insufficient_quota"), "rate_limited", "quota"),
        (Fails(500), "provider_down", "HTTP 500"),
        (Fails(503, body="<html>not JSON</html>"), "provider_down", "HTTP 503"),
        (Fails(400, "too many", "context_length_exceeded"), "too_long", "MATCHER_CONTEXT"),
        (Fails(400, "the request exceeds the available context size"), "too_long", "longer"),
        (Fails(400, "double-1 does not support tools"), "no_tools", "offline planner answers"),
        (Fails(400, '"auto" tool choice requires --enable-auto-tool-choice'), "no_tools", "tools"),
        (Fails(500, "tools param requires --jinja flag"), "no_tools", "tools"),
        (Fails(400, "temperature is out of range"), "call_refused", "HTTP 400"),
        (Says(calls=[SEARCH], cut=2), "broke_off", "broke off"),
        (Says(calls=[SEARCH], cut=2, abrupt=True), "unreachable", "broke off"),
        (Says("", junk="{this is no JSON"), "unreadable", "cannot be read"),
        (Says(""), "empty", "no answer"),
        (Says("Zoltan Kovac knows Haskell and was at Globex in 2009."), "unsupported", "no résumé"),
        (Says("Here are some people", finish="length"), "cut_short", "MATCHER_ANSWER_TOKENS"),
    ],
)  # fmt: skip
async def test_a_provider_that_fails_leaves_the_turn_to_the_offline_planner(
    talking: Talking, reply: Reply, code: str, named: str
) -> None:
    _, events = await one_turn(talking, [reply])
    end = finished(events)
    assert not of(events, "error")
    assert end["degraded"] is True
    assert end["reason"]["code"] == code
    assert named in end["reason"]["message"]
    assert of(events, "candidates")[0]["total"] >= 4
    assert "Kovac" not in end["answer"]
    assert end["answer"]


async def test_a_provider_that_never_answers_costs_only_its_time(talking: Talking) -> None:
    _, events = await one_turn(talking, [Says(ANSWER, before=1.5)], model_seconds=0.3)
    assert finished(events)["reason"]["code"] == "timeout"
    assert of(events, "candidates")


async def test_a_stream_that_stalls_is_a_timeout(talking: Talking) -> None:
    stalled = Says("⟨#1⟩ knows Python well.", between=0.5, piece=12)
    _, events = await one_turn(talking, [Says(calls=[SEARCH]), stalled], model_seconds=0.4)
    assert finished(events)["reason"]["code"] == "timeout"


async def test_a_server_that_is_not_there_is_named(talking: Talking) -> None:
    with openai_server([]) as server:
        pass
    async with talking(**through(server)) as talk:
        events = await talk.say(FIND)
    assert finished(events)["reason"]["code"] == "unreachable"
    assert of(events, "candidates")


async def test_what_was_said_before_the_line_broke_stands_and_is_not_said_again(
    talking: Talking,
) -> None:
    half = Says("⟨#1⟩ knows Python. ⟨#2⟩ also knows Python, and that ", cut=6)
    _, events = await one_turn(talking, [Says(calls=[SEARCH]), half])
    end = finished(events)
    assert end["reason"]["code"] == "broke_off"
    said = f"{shown(events)[0]} knows Python."
    assert end["answer"].startswith(said)
    assert end["answer"].count(said) == 1
    assert end["answer"] == "".join(token["text"] for token in of(events, "token")).strip()
    assert len(end["answer"]) > 60
    assert len(of(events, "candidates")) == 1


async def test_the_thread_goes_on_after_a_degraded_turn(talking: Talking) -> None:
    script = [Says(calls=[SEARCH]), Fails(500), Says(calls=[("undo", {})]), Says("Taken back.")]
    with openai_server(script) as server:
        async with talking(**through(server)) as talk:
            first = await talk.say(FIND)
            second = await talk.say("undo")
            kept = await talk.conversation.transcript("t")
    assert finished(first)["degraded"] is True
    assert finished(second)["degraded"] is False
    assert finished(second)["answer"] == "Taken back."
    assert kept["turns"][0]["answer"] == finished(first)["answer"]


async def test_a_failed_call_is_repeated_and_retry_after_is_kept(talking: Talking) -> None:
    script = [
        Fails(429, headers={"Retry-After": "1"}),
        Says(calls=[SEARCH]),
        Fails(502),
        Says(ANSWER),
    ]
    began = time.perf_counter()
    server, events = await one_turn(talking, script, model_retries=2)
    assert finished(events)["degraded"] is False
    assert len(server.asked) == 4
    assert time.perf_counter() - began >= 1.25


async def test_a_key_that_was_refused_is_not_tried_again(talking: Talking) -> None:
    with openai_server(lambda _: Fails(401, "Incorrect API key")) as server:
        async with talking(**through(server)) as talk:
            first = await talk.say(FIND)
            second = await talk.say("only in Berlin")
    assert len(server.asked) == 1
    assert finished(first)["reason"] == finished(second)["reason"]
    assert of(second, "candidates")


@pytest.mark.parametrize(
    ("calls", "error"),
    [
        ([("search_candidates", '{"criteria": [')], "not a JSON object"),
        ([("hire_candidate", {"who": "#1"})], "no such tool"),
        ([("search_candidates", {"skills": ["Python"]})], "do not fit"),
    ],
)
async def test_a_bad_call_is_answered_so_that_the_model_can_mend_it(
    talking: Talking, calls: Any, error: str
) -> None:
    script = [Says(calls=calls), Says(calls=[SEARCH]), Says(ANSWER)]
    server, events = await one_turn(talking, script)
    assert finished(events)["degraded"] is False
    assert error in str(server.asked[1]["messages"][-1]["content"])


async def test_parallel_calls_are_all_answered_in_order(talking: Talking) -> None:
    both = [SEARCH, ("explain_match", {"people": ["#1"]}), ("show_more", {})]
    server, events = await one_turn(talking, [Says(calls=both), Says(ANSWER)])
    started = [event["tool"] for event in of(events, "tool_started")]
    assert started == ["search_candidates", "explain_match", "show_more"]
    calls = [c["id"] for c in server.asked[1]["messages"][-4]["tool_calls"]]
    assert [m["tool_call_id"] for m in server.asked[1]["messages"][-3:]] == calls


async def test_a_call_is_carried_out_once_however_often_it_is_made(talking: Talking) -> None:
    server, events = await one_turn(talking, lambda _: Says(calls=[SEARCH]))
    end = finished(events)
    assert len(of(events, "tool_started")) == 1
    assert len(server.asked) == 4
    assert end["reason"]["code"] == "too_many_steps"
    assert shown(events)[0] in end["answer"]


async def test_a_model_that_never_stops_calling_is_stopped(talking: Talking) -> None:
    def another(body: dict[str, Any]) -> Reply:
        wish = {"kind": "min_years", "value": len(body["messages"])}
        return Says(calls=[("filter_candidates", {"add": [wish]})])

    server, events = await one_turn(talking, another)
    assert len(server.asked) == 8
    assert finished(events)["reason"]["code"] == "too_many_steps"
    assert finished(events)["answer"]


async def test_a_turn_stops_at_its_budget_of_tokens(talking: Talking) -> None:
    script = [Says(calls=[SEARCH], usage=(5_000, 100)), Says(ANSWER)]
    server, events = await one_turn(talking, script, turn_tokens=5_000)
    assert len(server.asked) == 1
    assert finished(events)["reason"]["code"] == "budget_spent"
    assert "MATCHER_TURN_TOKENS" in finished(events)["reason"]["message"]
    assert shown(events)[0] in finished(events)["answer"]


async def test_stopping_a_turn_hangs_up_on_the_provider(talking: Talking) -> None:
    slow = Says("⟨#1⟩ knows Python. " * 40, between=0.05)
    with openai_server([Says(calls=[SEARCH]), slow]) as server:
        async with talking(**through(server)) as talk:
            turn = asyncio.create_task(talk.say(FIND))
            await asyncio.to_thread(wait_until, lambda: len(server.asked) > 1)
            await asyncio.sleep(0.2)
            assert await talk.conversation.cancel("t")
            events = await turn
        await asyncio.to_thread(wait_until, lambda: server.left > 0)
    assert of(events, "error")[0]["code"] == "stopped"
    assert server.left == 1
