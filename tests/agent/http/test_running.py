"""A turn that is still running: a second one is refused, doors may leave, stop and come back."""

from __future__ import annotations

import asyncio
import functools
import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
from langchain_core.messages import AIMessageChunk, BaseMessage
from langchain_core.outputs import ChatGenerationChunk

from agent.api import create_app
from agent.offline.planner import OfflinePlanner
from agent.settings import Settings
from agent.wiring import open_service
from tests.agent.http.conftest import PATIENCE, fault_of, frames_in, serving


class Gate:
    """What a model waits for."""

    def __init__(self) -> None:
        self.asked = threading.Event()
        self.opened = threading.Event()


class GatedPlanner(OfflinePlanner):
    """The default planner, which thinks about a message with the word "slow" until let go."""

    gate: Any = None

    async def _astream(
        self, messages: list[BaseMessage], *rest: Any, **kwargs: Any
    ) -> AsyncIterator[ChatGenerationChunk]:
        if any("slow" in str(m.content) for m in messages if m.type == "human"):
            self.gate.asked.set()
            while not self.gate.opened.is_set():  # noqa: ASYNC110 # another thread sets it
                await asyncio.sleep(0.01)
        async for chunk in super()._astream(messages, *rest, **kwargs):
            assert isinstance(chunk.message, AIMessageChunk)
            yield chunk


@pytest.fixture
def gate() -> Iterator[Gate]:
    made = Gate()
    yield made
    made.opened.set()


@contextmanager
def client_of(folder: Path, gate: Gate) -> Iterator[httpx.Client]:
    """Serve a data directory until the block ends; yield a client."""
    opener = functools.partial(open_service, model=GatedPlanner(gate=gate))
    app = create_app(Settings(data_dir=folder), opener)
    with serving(app) as url, httpx.Client(base_url=url, timeout=PATIENCE) as made:
        yield made


@pytest.fixture
def client(tmp_path: Path, gate: Gate) -> Iterator[httpx.Client]:
    with client_of(tmp_path, gate) as made:
        record = {"candidate_id": "n1", "text": "Mara Quill\n\nRegistered Nurse, ICU, 2015 - 2020"}
        made.post("/candidates", json={"records": [record]})
        yield made


class Talking(threading.Thread):
    """Sends a message and keeps the answer, while the test does something else."""

    def __init__(self, client: httpx.Client, message: str, thread: str = "t") -> None:
        super().__init__(daemon=True)
        self._body = {"thread_id": thread, "message": message}
        self._client = client
        self.answer: httpx.Response | None = None
        self.start()

    def run(self) -> None:
        self.answer = self._client.post("/chat", json=self._body)

    def names(self) -> list[str]:
        self.join(PATIENCE)
        assert self.answer is not None
        return [f.event for f in frames_in(self.answer.text)]


def test_a_second_turn_is_refused_and_the_first_ends_unharmed(
    client: httpx.Client, gate: Gate
) -> None:
    first = Talking(client, "slow search for registered nurses")
    assert gate.asked.wait(PATIENCE)
    status, code, message = fault_of(
        client.post("/chat", json={"thread_id": "t", "message": "cooks"})
    )
    assert (status, code) == (409, "turn_running")
    assert "'t'" in message
    assert fault_of(client.post("/agent", json={"session_id": "t", "message": "x"}))[0] == 409
    assert fault_of(client.delete("/threads/t"))[0] == 409
    gate.opened.set()
    names = first.names()
    assert "candidates" in names
    assert names[-1] == "turn_finished"
    assert "error" not in names
    turns = client.get("/threads/t").json()["turns"]
    assert [turn["message"] for turn in turns] == ["slow search for registered nurses"]


def test_another_thread_is_answered_meanwhile(client: httpx.Client, gate: Gate) -> None:
    first = Talking(client, "slow search for registered nurses")
    assert gate.asked.wait(PATIENCE)
    other = client.post("/agent", json={"session_id": "u", "message": "registered nurses"})
    assert [c["candidate_id"] for c in other.json()["candidates"]] == ["n1"]
    gate.opened.set()
    assert first.names()[-1] == "turn_finished"


def test_a_turn_goes_on_when_its_reader_leaves_and_can_be_read_to_its_end(
    client: httpx.Client, gate: Gate
) -> None:
    body = {"thread_id": "t", "message": "slow search for registered nurses"}
    with client.stream("POST", "/chat", json=body) as answer:
        first = next(answer.iter_text())
    assert frames_in(first)[0].event == "turn_started"
    assert gate.asked.wait(PATIENCE)
    gate.opened.set()
    rest = client.get("/chat/t/events", headers={"Last-Event-ID": "1"})
    told = frames_in(rest.text)
    assert [f.id for f in told] == list(range(2, len(told) + 2))
    assert told[-1].event == "turn_finished"
    assert "Mara Quill" in told[-1].data["answer"]


def test_a_stopped_turn_says_so_and_leaves_the_thread_as_it_was(
    client: httpx.Client, gate: Gate
) -> None:
    client.post("/agent", json={"session_id": "t", "message": "registered nurses"})
    running = Talking(client, "slow: only in Berlin")
    assert gate.asked.wait(PATIENCE)
    assert client.post("/threads/t/stop").json() == {"stopped": True}
    names = running.names()
    assert names[-2:] == ["error", "turn_finished"]
    gate.opened.set()
    assert client.post("/threads/t/stop").json() == {"stopped": False}
    after = client.post("/agent", json={"session_id": "t", "message": "only 2+ years"}).json()
    assert {c["kind"] for c in after["criteria"]} == {"title", "min_years"}
    assert len(client.get("/threads/t").json()["turns"]) == 2


def test_a_stopped_first_turn_leaves_no_thread(client: httpx.Client, gate: Gate) -> None:
    running = Talking(client, "slow search for nurses")
    assert gate.asked.wait(PATIENCE)
    client.post("/threads/t/stop")
    running.names()
    assert client.get("/threads").json() == {"threads": []}


def test_a_server_stops_while_a_turn_runs_and_the_thread_is_usable_afterwards(
    tmp_path: Path, gate: Gate
) -> None:
    with client_of(tmp_path, gate) as client:
        client.post("/agent", json={"session_id": "t", "message": "registered nurses"})
        body = {"thread_id": "t", "message": "slow: only in Berlin"}
        with client.stream("POST", "/chat", json=body) as answer:
            assert frames_in(next(answer.iter_text()))[0].event == "turn_started"
        assert gate.asked.wait(PATIENCE)
    assert not gate.opened.is_set()
    with client_of(tmp_path, gate) as client:
        assert [t["message"] for t in client.get("/threads/t").json()["turns"]] == [
            "registered nurses"
        ]
        after = client.post("/agent", json={"session_id": "t", "message": "only 2+ years"}).json()
        assert {c["kind"] for c in after["criteria"]} == {"title", "min_years"}
