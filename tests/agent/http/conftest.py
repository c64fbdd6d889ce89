"""A real server over a few fictional people, and a client that reads its events as bytes."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import httpx
import pytest
import uvicorn
from fastapi import FastAPI

from agent.api import create_app
from agent.settings import Settings
from tests.agent.cli.conftest import PEOPLE

PATIENCE = 120.0  # a hang ends here; a busy machine does not


@dataclass(frozen=True)
class Frame:
    """One event as it came over the wire."""

    id: int
    event: str
    data: dict[str, Any]


def frames_in(text: str) -> list[Frame]:
    """Return the events of a finished stream; comments are left out."""
    found = []
    for block in text.split("\n\n"):
        lines = [line for line in block.splitlines() if line and not line.startswith(":")]
        if lines:
            fields = dict(line.split(": ", 1) for line in lines)
            found.append(Frame(int(fields["id"]), fields["event"], json.loads(fields["data"])))
    return found


@contextmanager
def serving(app: FastAPI) -> Iterator[str]:
    """Serve an app on a free port of 127.0.0.1 until the block ends; yield its address."""
    config = uvicorn.Config(
        app, host="127.0.0.1", port=0, log_level="error", timeout_graceful_shutdown=1
    )
    server = uvicorn.Server(config)
    running = threading.Thread(target=server.run, daemon=True)
    running.start()
    try:
        deadline = time.monotonic() + PATIENCE
        while not server.started:
            assert running.is_alive(), "the server did not start"
            assert time.monotonic() < deadline, "the server took too long to start"
            time.sleep(0.01)
        port = server.servers[0].sockets[0].getsockname()[1]
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        running.join(PATIENCE)
    assert not running.is_alive(), "the server did not stop"


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of a service with the default parts and three people in its index."""
    settings = Settings(data_dir=tmp_path_factory.mktemp("http"), max_upload_mb=1)
    with serving(create_app(settings)) as url:
        records = [{"candidate_id": i, "text": t} for i, t in PEOPLE.items()]
        sent = httpx.post(f"{url}/candidates", json={"records": records}, timeout=PATIENCE)
        assert sent.json()["summary"] == "3 added.", sent.text
        yield url


@pytest.fixture
def client(address: str) -> Iterator[httpx.Client]:
    """Return a client of the service."""
    with httpx.Client(base_url=address, timeout=PATIENCE) as client:
        yield client


Say = Callable[..., list[Frame]]


@pytest.fixture
def say(client: httpx.Client, request: pytest.FixtureRequest) -> Say:
    """Return what sends a message on the test's own thread and returns the events."""
    own = thread_of(request.node.name)

    def send(message: str, thread: str = own) -> list[Frame]:
        answer = client.post("/chat", json={"thread_id": thread, "message": message})
        assert answer.status_code == 200, answer.text
        return frames_in(answer.text)

    return send


@pytest.fixture
def thread(request: pytest.FixtureRequest) -> str:
    """Return a thread id that no other test uses."""
    return thread_of(request.node.name)


def thread_of(name: str) -> str:
    """Return a test's name as a thread id."""
    return "".join(c if c.isalnum() else "-" for c in name)[-100:]


def fault_of(answer: httpx.Response) -> tuple[int, str, str]:
    """Return (status, code, message) of an error, having checked its shape: one sentence."""
    body = answer.json()
    assert set(body) == {"error"}, body
    assert set(body["error"]) == {"code", "message"}, body
    message = body["error"]["message"]
    assert message.endswith("."), message
    assert "\n" not in message
    assert "Traceback" not in message
    return answer.status_code, body["error"]["code"], message
