"""The streaming function as the Web Adapter runs it: events leave while the turn goes on."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.emulator.held_model import HeldModel, held_model
from tests.emulator.processes import environment, web_adapter
from tests.emulator.runtime_api import Invocation, RuntimeApi, runtime_api

EIGHT_NULS = b"\0" * 8


def names(body: bytes) -> list[str]:
    return re.findall(r"^event: (\w+)$", body.decode(), re.M)


def until(invocation: Invocation, wanted: bytes) -> bytes:
    """Return what has come once `wanted` is among it."""
    came = b""
    while wanted not in came:
        piece = invocation.piece()
        assert piece is not None, came
        came += piece
    return came


@pytest.fixture(scope="module")
def running(home: Any, log: Path) -> Iterator[tuple[HeldModel, RuntimeApi]]:
    """The streaming function under the adapter, with a model that speaks when it may."""
    with held_model("Hello there.") as model, runtime_api() as api:
        env = environment(
            api,
            home.folder,
            MATCHER_MODEL="openai:held",
            MATCHER_OPENAI_BASE_URL=model.url,
            MATCHER_OPENAI_API_KEY="unused",
        )
        with web_adapter(api, env, log):
            yield model, api


@pytest.mark.parametrize("event", ["url_post_chat", "rest_post_chat"])
def test_the_first_event_leaves_before_the_last_is_made(
    running: tuple[HeldModel, RuntimeApi], home: Any, log: Path, event: str
) -> None:
    model, api = running
    model.may_speak.clear()
    invocation = api.send(home.event(event))
    early = until(invocation, b"event: turn_started")
    assert not model.may_speak.is_set()
    assert not invocation.ended.is_set()
    prelude, _, body = early.partition(EIGHT_NULS)
    told = json.loads(prelude)
    assert told["statusCode"] == 200
    assert told["headers"]["content-type"].startswith("text/event-stream")
    assert names(body)[0] == "turn_started"
    assert "turn_finished" not in names(body)
    model.may_speak.set()
    assert invocation.ended.wait(60)
    whole = invocation.body.partition(EIGHT_NULS)[2]
    assert names(whole)[-1] == "turn_finished"
    kind = "application/vnd.awslambda.http-integration-response"
    assert invocation.headers["content-type"] == kind
    assert invocation.headers["lambda-runtime-function-response-mode"] == "streaming"
    assert invocation.request_id in log.read_text("utf-8")


def test_a_refusal_is_streamed_with_its_own_status(
    running: tuple[HeldModel, RuntimeApi], home: Any
) -> None:
    stranger = home.event("url_post_chat")
    del stranger["headers"]["authorization"]
    invocation = running[1].send(stranger)
    assert invocation.ended.wait(60)
    prelude, _, body = invocation.body.partition(EIGHT_NULS)
    assert json.loads(prelude)["statusCode"] == 401
    assert json.loads(body)["error"]["code"] == "no_key"


def test_a_server_that_cannot_start_ends_with_the_reason_and_is_never_ready(
    home: Any, tmp_path: Path
) -> None:
    log = tmp_path / "log.txt"
    with runtime_api() as api:
        env = environment(api, home.folder, MATCHER_MODEL="openai:x")
        with pytest.raises(AssertionError), web_adapter(api, env, log):
            """Readiness is never reached."""
    assert "OPENAI_API_KEY is not set" in log.read_text("utf-8")
    assert "Traceback" not in log.read_text("utf-8")
