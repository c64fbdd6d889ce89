"""Turns through the real boto3 client against a server that speaks Bedrock's Converse."""

from __future__ import annotations

from typing import Any

import pytest

from tests.agent.models.conftest import Talking, finished, of, shown
from tests.doubles.bedrock_server import Fails, Says, Server, bedrock_server

STREAMS = "anthropic.claude-3-5-sonnet-20240620-v1:0"
WHOLE = "acme.model-1"
FIND = "find people who know Python"
SEARCH = ("search_candidates", {"criteria": [{"kind": "skill", "value": "Python"}]})
ANSWER = "⟨#1⟩ and ⟨#2⟩ know Python."


@pytest.fixture(autouse=True)
def credentials(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "test")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "test")
    monkeypatch.delenv("AWS_PROFILE", raising=False)


def through(server: Server, model: str) -> dict[str, Any]:
    access = {"bedrock_endpoint": server.url, "aws_region": "eu-central-1"}
    return {"model": f"bedrock:{model}", "model_retries": 0, **access}


def refused(message: str) -> Fails:
    return Fails(400, "ValidationException", message)


async def one_turn(talking: Talking, script: list[Says | Fails], model: str = STREAMS) -> Any:
    with bedrock_server(script) as server:
        async with talking(**through(server, model)) as talk:
            return server, await talk.say(FIND)


@pytest.mark.parametrize(
    ("model", "operation"), [(STREAMS, "converse-stream"), (WHOLE, "converse")]
)
async def test_a_turn_is_planned_and_worded_by_bedrock(
    talking: Talking, model: str, operation: str
) -> None:
    server, events = await one_turn(talking, [Says(calls=[SEARCH]), Says(ANSWER)], model)
    end = finished(events)
    assert end["degraded"] is False
    assert end["answer"] == "{} and {} know Python.".format(*shown(events))
    assert end["tokens"] == {"input": 240, "output": 60}
    assert [asked[:2] for asked in server.asked] == [(operation, model)] * 2
    tools = [t["toolSpec"]["name"] for t in server.asked[0][2]["toolConfig"]["tools"]]
    assert "explain_match" in tools


async def test_parallel_calls_of_bedrock_are_all_answered(talking: Talking) -> None:
    both = Says("I look.", calls=[SEARCH, ("explain_match", {"people": ["#1"]})])
    server, events = await one_turn(talking, [both, Says(ANSWER)])
    assert [e["tool"] for e in of(events, "tool_started")] == ["search_candidates", "explain_match"]
    results = server.asked[1][2]["messages"][-1]["content"]
    assert [sorted(block) for block in results] == [["toolResult"], ["toolResult"]]


@pytest.mark.parametrize(
    ("reply", "code", "named"),
    [
        (Fails(403, "AccessDeniedException"), "key_refused", "AWS credentials"),
        (Fails(403, "UnrecognizedClientException"), "key_refused", "AWS credentials"),
        (refused("The provided model identifier is invalid."), "unknown_model", "MATCHER_MODEL"),
        (Fails(404, "ResourceNotFoundException"), "unknown_model", "MATCHER_MODEL"),
        (Fails(429, "ThrottlingException"), "rate_limited", "too many"),
        (Fails(500, "InternalServerException"), "provider_down", "HTTP 500"),
        (refused("Input is too long for requested model."), "too_long", "longer"),
        (refused("This model doesn't support tool use."), "no_tools", "offline planner"),
        (Says(ANSWER, cut=2), "unreachable", "broke off"),
        (Says(ANSWER, cut=2, breaks="modelStreamErrorException"), "unreachable", "MATCHER_MODEL"),
        (Says(""), "empty", "no answer"),
    ],
)  # fmt: skip
async def test_bedrock_that_fails_leaves_the_turn_to_the_offline_planner(
    talking: Talking, reply: Says | Fails, code: str, named: str
) -> None:
    _, events = await one_turn(talking, [reply])
    end = finished(events)
    assert not of(events, "error")
    assert end["reason"]["code"] == code
    assert named in end["reason"]["message"]
    assert of(events, "candidates")[0]["total"] >= 4
