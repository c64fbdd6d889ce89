"""The traces of the buffered function, as the daemon of X-Ray would take them."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.emulator.processes import environment, handler
from tests.emulator.runtime_api import runtime_api
from tests.log_scan import people_in

TRACE = "1-5bef4de7-ad49b0e87f6ef6c87fc2e700"


@pytest.fixture
def daemon() -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """A double of the daemon: its address, and the documents it was sent."""
    documents: list[dict[str, Any]] = []
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as line:
        line.bind(("127.0.0.1", 0))

        def take() -> None:
            while packet := line.recv(65_536):
                documents.append(json.loads(packet.decode().split("\n", 1)[1]))

        taking = threading.Thread(target=take, daemon=True)
        taking.start()
        yield f"127.0.0.1:{line.getsockname()[1]}", documents
        line.sendto(b"", line.getsockname())
        taking.join()


def test_a_turn_is_traced_with_figures_and_without_a_word_of_a_resume(
    home: Any, tmp_path: Path, daemon: tuple[str, list[dict[str, Any]]]
) -> None:
    address, documents = daemon
    traced = {"POWERTOOLS_TRACE_DISABLED": "false", "AWS_XRAY_DAEMON_ADDRESS": address}
    log = tmp_path / "log.txt"
    with runtime_api() as api:
        env = environment(api, home.folder, **traced)
        with handler(api, "agent.lambdas.buffered.handler", env, log):
            api.call(home.event("rest_post_candidates"))
            answer = api.call(home.event("rest_post_agent"))
    assert answer["statusCode"] == 200, log.read_text("utf-8")
    (turn,) = [document for document in documents if document["name"] == "turn"]
    figures = turn["annotations"]
    assert turn["trace_id"] == TRACE
    assert {"ms", "retrieval_ms", "model_ms", "input_tokens", "thread"} <= set(figures)
    assert turn["end_time"] - turn["start_time"] == pytest.approx(figures["ms"] / 1000, abs=0.05)
    assert "s-1" not in figures["thread"]
    assert people_in(str(documents)) == ""
    assert "Lindqvist" not in str(documents)
