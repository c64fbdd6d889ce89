"""A model that rambles is stopped at a length, told of it, and finished by code."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from langchain_core.messages import HumanMessage

from agent.models import chat_model
from tests.agent.models.conftest import Talking, finished, of, settings_of, shown
from tests.agent.models.test_bedrock_wire import STREAMS
from tests.agent.models.test_bedrock_wire import through as through_bedrock
from tests.agent.models.test_explanations import TOP, asked_about
from tests.agent.models.test_openai_wire import FIND, SEARCH, one_turn, through, wait_until
from tests.doubles import bedrock_server as bedrock
from tests.doubles.openai_server import Reply, Says, openai_server

TRUE = "⟨#1⟩ knows Python. "


async def test_every_call_of_a_server_of_ones_own_carries_the_limit(talking: Talking) -> None:
    server, _ = await one_turn(talking, [Says(calls=[SEARCH]), Says(TRUE)], answer_tokens=300)
    assert [asked["max_tokens"] for asked in server.asked] == [300, 300]
    assert all("max_completion_tokens" not in asked for asked in server.asked)


@pytest.mark.parametrize(("name", "tokens"), [("gpt-4.1-mini", 300), ("gpt-5-mini", 1200)])
def test_openai_itself_is_told_its_own_word_and_thinking_gets_room(name: str, tokens: int) -> None:
    made: Any = chat_model(
        settings_of(model=f"openai:{name}", openai_api_key="sk-test", answer_tokens=300)
    )
    payload = made._get_request_payload([HumanMessage("Hello")])
    assert payload["max_completion_tokens"] == tokens
    assert "max_tokens" not in payload | payload["extra_body"]


async def test_bedrock_is_told_the_limit(talking: Talking, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "test")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "test")
    script = [bedrock.Says(calls=[SEARCH]), bedrock.Says(TRUE)]
    with bedrock.bedrock_server(script) as server:
        async with talking(**through_bedrock(server, STREAMS), answer_tokens=300) as talk:
            await talk.say(FIND)
    assert [asked[2]["inferenceConfig"]["maxTokens"] for asked in server.asked] == [300, 300]


async def test_an_answer_that_was_cut_keeps_its_whole_sentences_and_code_finishes_it(
    talking: Talking,
) -> None:
    cut = Says(TRUE + "⟨#2⟩ also knows Pyth", finish="length")
    _, events = await one_turn(talking, [Says(calls=[SEARCH]), cut])
    end = finished(events)
    assert end["reason"]["code"] == "cut_short"
    assert end["answer"].startswith(f"{shown(events)[0]} knows Python.")
    assert "also knows Pyth\n" not in end["answer"] + "\n"
    assert len(end["answer"]) > 2 * len(TRUE)


async def test_a_server_that_knows_no_limit_is_left_in_the_middle_of_its_rambling(
    talking: Talking,
) -> None:
    endless = Says(TRUE * 5_000, piece=len(TRUE))
    with openai_server([Says(calls=[SEARCH]), endless]) as server:
        async with talking(**through(server), answer_tokens=100) as talk:
            events = await talk.say(FIND)
        await asyncio.to_thread(wait_until, lambda: server.left > 0)
    assert finished(events)["reason"]["code"] == "cut_short"
    assert "MATCHER_ANSWER_TOKENS" in finished(events)["reason"]["message"]
    assert len(finished(events)["answer"]) < 4_000
    assert server.left == 1


async def test_a_call_that_was_cut_is_never_carried_out_by_half(talking: Talking) -> None:
    half = '{"criteria": [{"kind": "skill", "value": "Python"}, {"kind": "location", "val'
    script = [Says(calls=[("search_candidates", half)], finish="length"), Says(calls=[SEARCH])]
    server, events = await one_turn(talking, [*script, Says(TRUE)])
    assert len(of(events, "tool_started")) == 1
    assert "not a JSON object" in server.asked[1]["messages"][-1]["content"]
    assert finished(events)["degraded"] is False


async def test_an_explanation_that_was_cut_is_finished_by_code(talking: Talking) -> None:
    plan = [Says(calls=[SEARCH]), Says(TRUE), Says(calls=[TOP])]

    def reply(body: dict[str, Any]) -> Reply:
        person = asked_about(body)
        if person is None:
            return plan.pop(0)
        cut = "length" if person["ref"] == "⟨#2⟩" else "stop"
        return Says(f"{person['ref']} knows Python. It also", finish=cut)

    with openai_server(reply) as server:
        async with talking(**through(server)) as talk:
            await talk.say(FIND)
            events = await talk.say("explain the top three")
    end = finished(events)
    assert end["reason"]["code"] == "cut_short"
    _, second, third = (data["name"] for data in of(events, "explanation"))
    told = end["answer"].partition(f"**{second}**")[2].partition(f"**{third}**")[0]
    assert f"{second} knows Python." in told
    assert "It also" not in told
    assert "“" in told
