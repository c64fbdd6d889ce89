"""A match explained by a model: whole, as events, over HTTP and in the terminal."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest
from starlette.testclient import TestClient
from typer.testing import CliRunner

from agent.api import create_app
from agent.cli import app
from agent.settings import Settings
from agent.wiring import open_service
from tests.agent.models.conftest import settings_of
from tests.agent.models.test_explanations import teller
from tests.agent.models.test_openai_wire import through
from tests.doubles.openai_server import Fails, openai_server
from tools.index.local import LocalIndex
from tools.index.minilm import MiniLM

JOB = "Data scientist with Python"


async def test_five_explanations_are_asked_for_at_once(wordings_of: Callable[..., Any]) -> None:
    told: list[str] = []
    with openai_server(teller(meet=Barrier(3, timeout=30))) as server:
        matching = wordings_of(JOB, 3, **through(server))
        wordings = await matching.wordings(told.append)
    assert [wording["reason"] for wording in wordings] == [None] * 3
    assert all("knows Python: “" in wording["text"] for wording in wordings)
    assert all(len(wording["removed"]) == 1 for wording in wordings)
    assert "⟨" not in "".join(told)
    assert "Ana Delgado" in "".join(told)


async def test_a_match_can_be_followed_as_events(wordings_of: Callable[..., Any]) -> None:
    with openai_server(teller()) as server:
        events = [e async for e in wordings_of(JOB, 3, **through(server)).events()]
    names = [event.name for event in events]
    assert names[:2] == ["criteria", "candidates"]
    assert names.count("explanation") == 3
    assert names[-2:] == ["grounding", "turn_finished"]
    assert [event.seq for event in events] == list(range(1, len(events) + 1))
    told = "".join(event.data["text"] for event in events if event.name == "token")
    assert events[-1].data["answer"] == told.strip()
    assert events[-1].data["tokens"] == {"input": 300, "output": 60}


async def test_the_offline_match_says_the_same_without_a_model(
    wordings_of: Callable[..., Any],
) -> None:
    matching = wordings_of(JOB, 3)
    assert await matching.wordings() == []
    events = [event async for event in matching.events()]
    assert [e.name for e in events][-1] == "turn_finished"
    assert events[-1].data["model"] == "offline"


async def test_a_match_keeps_its_order_and_its_verdicts_whatever_the_model_says(
    wordings_of: Callable[..., Any],
) -> None:
    with openai_server(lambda _: Fails(500)) as server:
        failing = [e async for e in wordings_of(JOB, 3, **through(server)).events()]
    offline = [e async for e in wordings_of(JOB, 3).events()]
    for name in ("criteria", "candidates", "explanation"):
        assert [e.data for e in failing if e.name == name] == [
            e.data for e in offline if e.name == name
        ]
    assert failing[-1].data["reason"]["code"] == "provider_down"
    assert failing[-1].data["answer"].count("“") >= 3


@pytest.fixture
def data_dir(tmp_path: Path, people: list[Any]) -> Path:
    """The eight people in an index as the commands open it."""
    made = LocalIndex(tmp_path / "index", MiniLM())
    made.upsert("local", people)
    made.close()
    return tmp_path


def test_match_over_http_carries_wording_and_budget(data_dir: Path) -> None:
    body = {"job": {"description": JOB}, "top_k": 3}
    with openai_server(teller()) as server:
        settings: Settings = settings_of(data_dir=data_dir, **through(server))
        with TestClient(create_app(settings, open_service)) as client:
            whole = client.post("/match", json=body).json()
            stream = client.post("/match", json=body, headers={"Accept": "text/event-stream"})
    for result in whole["results"]:
        assert result["explanation"]["wording"]["model"] == "openai:double-1"
        assert result["name"] in result["explanation"]["wording"]["text"]
        assert result["explanation"]["budget"]["of"] == 6_000
    assert stream.headers["content-type"].startswith("text/event-stream")
    assert stream.text.count("event: token") > 3
    assert stream.text.rstrip().rsplit("event: ", 1)[1].startswith("turn_finished")


def test_the_command_prints_what_the_model_writes(
    data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (data_dir / "job.txt").write_text(JOB)
    with openai_server(teller()) as server:
        monkeypatch.setenv("MATCHER_MODEL", "openai:double-1")
        monkeypatch.setenv("OPENAI_API_KEY", "sk-test")
        monkeypatch.setenv("OPENAI_BASE_URL", server.url)
        command = ["match", str(data_dir / "job.txt"), "-k", "3", "--data-dir", str(data_dir)]
        plain = CliRunner().invoke(app, command)
        as_json = CliRunner().invoke(app, [*command, "--json"])
    assert plain.exit_code == 0
    assert "Ana Delgado knows Python: “" in plain.output
    assert "(3 without evidence left out)" in plain.output
    results = json.loads(as_json.output)["results"]
    assert all(result["explanation"]["wording"]["text"] for result in results)
