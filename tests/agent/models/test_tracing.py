"""What leaves a turn besides its answer: log records and traces, with figures and no text."""

from __future__ import annotations

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import Any

import pytest
from langchain_core.tracers.context import _tracing_v2_is_enabled
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest

from agent.tracing import tracing
from tests.agent.models.conftest import Talking
from tests.agent.models.test_openai_wire import ANSWER, FIND, SEARCH, through
from tests.doubles.openai_server import Fails, Says, openai_server
from tests.log_scan import people_in

TALK = ["data scientists in Berlin with Python", "why is #1 a good match?", "compare 1 and 2",
        "what about Ana Delgado?", "shortlist 1", "undo", "how old is she?"]  # fmt: skip


async def test_a_conversation_leaves_no_trace_of_a_person_in_the_logs(
    talking: Talking, caplog: pytest.LogCaptureFixture
) -> None:
    async with talking() as talk:
        for message in TALK:
            await talk.say(message)
    assert [r.name for r in caplog.records if r.message == "turn finished"] == ["agent.turn"] * 7


async def test_neither_do_calls_that_fail(talking: Talking) -> None:
    person = "Ana Delgado, Berlin, built an NLP pipeline in Python that sorts 40,000"
    script = [Fails(400, person), Says(calls=[SEARCH]), Says(person), Says(calls=[SEARCH])]
    with openai_server(script) as server:
        async with talking(**through(server)) as talk:
            for _ in range(3):
                await talk.say(FIND)


@pytest.fixture
def collector(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[bytes]]:
    """An OpenTelemetry collector on loopback, which keeps what it is sent."""
    bodies: list[bytes] = []

    class Handler(BaseHTTPRequestHandler):
        def log_message(self, *_: Any) -> None:
            pass

        def do_POST(self) -> None:
            bodies.append(self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(200)
            self.end_headers()

    server = HTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    monkeypatch.setenv("OTEL_EXPORTER_OTLP_ENDPOINT", f"http://127.0.0.1:{server.server_port}")
    yield bodies
    server.shutdown()
    server.server_close()


async def test_a_turn_is_traced_over_opentelemetry_in_figures(
    talking: Talking, collector: list[bytes]
) -> None:
    with tracing("otel") as trace, openai_server([Says(calls=[SEARCH]), Says(ANSWER)]) as server:
        async with talking(trace=trace, **through(server)) as talk:
            await talk.say(FIND)
    sent = ExportTraceServiceRequest.FromString(b"".join(collector))
    (span,) = sent.resource_spans[0].scope_spans[0].spans
    told = {item.key: item.value for item in span.attributes}
    assert span.name == "turn"
    assert told["gen_ai.request.model"].string_value == "openai:double-1"
    assert told["gen_ai.usage.input_tokens"].int_value == 200
    assert people_in(str(sent)) == ""


def test_langsmith_is_off_unless_the_setting_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGSMITH_TRACING", "true")
    monkeypatch.setenv("LANGSMITH_API_KEY", "test")
    monkeypatch.setenv("LANGSMITH_ENDPOINT", "http://127.0.0.1:9")
    with tracing("off"):
        assert not _tracing_v2_is_enabled()
    with tracing("langsmith"):
        assert _tracing_v2_is_enabled()
    with tracing("off"):
        assert not _tracing_v2_is_enabled()
