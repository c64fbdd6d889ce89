"""The buffered function under the real runtime client of Lambda, event by recorded event."""

from __future__ import annotations

import base64
import json
from pathlib import Path
from typing import Any

import pytest

from tests.emulator.processes import environment, handler
from tests.emulator.runtime_api import runtime_api


def told(answer: dict[str, Any]) -> Any:
    return json.loads(answer["body"])


def test_the_function_is_restored_from_a_snapshot_before_it_takes_events(buffered: Any) -> None:
    assert buffered.restored.is_set()
    assert buffered.init_error is None


def test_people_come_in_as_a_form_and_are_found_and_named(buffered: Any, home: Any) -> None:
    came = buffered.call(home.event("rest_post_candidates"))
    assert came["statusCode"] == 200, came
    asked = buffered.call(home.event("rest_post_agent"))
    assert asked["statusCode"] == 200, asked
    assert [c["name"] for c in told(asked)["candidates"]] == ["Marta Lindqvist"]
    listed = buffered.call(home.event("rest_get_threads"))
    assert [t["thread_id"] for t in told(listed)["threads"]] == ["s-1"]
    url = buffered.call(home.event("url_get_threads"))
    assert told(url) == told(listed)


def test_the_page_and_its_picture_come_as_text(buffered: Any, home: Any) -> None:
    page = buffered.call(home.event("rest_get_page"))
    assert (page["statusCode"], page["isBase64Encoded"]) == (200, False)
    assert "<!doctype html>" in page["body"]
    icon = buffered.call(home.event("rest_get_icon"))
    assert (icon["statusCode"], icon["isBase64Encoded"]) == (200, False)
    assert icon["body"].startswith("<svg")


def test_what_is_wrong_with_a_request_is_answered_and_not_raised(buffered: Any, home: Any) -> None:
    broken = buffered.call(home.event("rest_post_not_json"))
    assert (broken["statusCode"], told(broken)["error"]["code"]) == (400, "invalid_json")
    stranger = home.event("rest_get_threads")
    stranger["headers"] = {"Host": "abc123.execute-api.eu-central-1.amazonaws.com"}
    stranger["multiValueHeaders"] = None
    refused = buffered.call(stranger)
    assert (refused["statusCode"], told(refused)["error"]["code"]) == (401, "no_key")
    body = base64.b64encode(b"x" * 21_000_000).decode()
    large = buffered.call(home.event("rest_post_candidates", body=body))
    assert (large["statusCode"], told(large)["error"]["code"]) == (413, "too_large")


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"MATCHER_MODEL": "openai:some"}, "OPENAI_API_KEY is not set"),
        ({"MATCHER_EMBEDDINGS": "abacus"}, "MATCHER_EMBEDDINGS='abacus' is not known"),
    ],
)
def test_a_function_that_cannot_start_says_why_in_its_answer_and_its_log(
    home: Any, tmp_path: Path, settings: dict[str, str], said: str
) -> None:
    log = tmp_path / "log.txt"
    with runtime_api() as api:
        env = environment(api, home.folder, **settings)
        with handler(api, "agent.lambdas.buffered.handler", env, log):
            answer = api.call(home.event("rest_get_threads"))
    assert (answer["statusCode"], told(answer)["error"]["code"]) == (503, "not_started")
    assert said in told(answer)["error"]["message"]
    assert said in log.read_text("utf-8")
    assert "Traceback" not in log.read_text("utf-8")


def test_logs_are_json_with_figures_and_without_a_word_of_a_resume(
    buffered: Any, home: Any, log: Path
) -> None:
    invocation = buffered.send(home.event("rest_post_agent"))
    assert invocation.answer()["statusCode"] == 200
    lines = [json.loads(line) for line in log.read_text("utf-8").splitlines() if line[:1] == "{"]
    turns = [line for line in lines if line.get("message") == "turn finished"]
    assert turns[-1]["request_id"] == invocation.request_id
    figures = turns[-1]["turn"]
    assert {"ms", "retrieval_ms", "model_ms", "input_tokens", "thread"} <= set(figures)
    assert "s-1" not in figures["thread"]
    metrics = [line for line in lines if "_aws" in line]
    assert [m["ColdStarts"] for m in metrics][:2] == [[1.0], [0.0]]
    assert {"TurnMilliseconds", "RetrievalMilliseconds", "ModelFailures"} <= set(metrics[0])
    for word in ("Lindqvist", "Bayou", "ventilated", "ICU", "example.com", home.key, "ann"):
        assert word not in log.read_text("utf-8").replace("channel", ""), word
