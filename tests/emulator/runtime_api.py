"""The Runtime API of Lambda on 127.0.0.1: hands out invocations, takes responses as they come."""

from __future__ import annotations

import json
import queue
import threading
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

VERSION = "/2018-06-01/runtime"
PATIENCE = 60.0


@dataclass
class Invocation:
    """One event on its way through a function, and what came of it."""

    event: dict[str, Any]
    timeout: float
    request_id: str = field(default_factory=lambda: str(uuid.uuid4()))
    chunks: queue.Queue[bytes | None] = field(default_factory=queue.Queue)
    headers: dict[str, str] = field(default_factory=dict)
    failed: dict[str, Any] | None = None
    body: bytes = b""
    ended: threading.Event = field(default_factory=threading.Event)

    def piece(self) -> bytes | None:
        """Return the next chunk as soon as it has come; None after the last."""
        return self.chunks.get(timeout=PATIENCE)

    def answer(self) -> Any:
        """Return the whole answer of a buffered function."""
        assert self.ended.wait(PATIENCE), "the function did not answer"
        assert self.failed is None, self.failed
        return json.loads(self.body)


class RuntimeApi:
    """What the platform knows: events that wait, answers, and how the start went."""

    def __init__(self) -> None:
        self._waiting: queue.Queue[Invocation] = queue.Queue()
        self._running: dict[str, Invocation] = {}
        self.init_error: dict[str, Any] | None = None
        self.restored = threading.Event()
        self.asked = threading.Event()
        """Set when a runtime has asked for its first event: the function has started."""
        self.address = ""

    def send(self, event: dict[str, Any], timeout: float = 30.0) -> Invocation:
        """Queue an event and return its invocation."""
        invocation = Invocation(event, timeout)
        self._waiting.put(invocation)
        return invocation

    def call(self, event: dict[str, Any]) -> Any:
        """Run an event through a buffered function and return its answer."""
        return self.send(event).answer()

    def take(self) -> Invocation:
        """Return the next event for a runtime."""
        self.asked.set()
        invocation = self._waiting.get(timeout=PATIENCE * 2)
        self._running[invocation.request_id] = invocation
        return invocation

    def running(self, request_id: str) -> Invocation:
        """Return an invocation that was handed out."""
        return self._running[request_id]


@contextmanager
def runtime_api() -> Iterator[RuntimeApi]:
    """Serve a Runtime API on a free port."""
    api = RuntimeApi()

    class Handler(_Handler):
        platform = api

    server = _Server(("127.0.0.1", 0), Handler)
    api.address = f"127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield api
    finally:
        server.shutdown()
        server.server_close()


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_: Any) -> None:
        """Say nothing of a function that was killed while it waited."""


class _Handler(BaseHTTPRequestHandler):
    platform: RuntimeApi
    protocol_version = "HTTP/1.1"

    def log_message(self, *_: Any) -> None:
        """Keep quiet."""

    def do_GET(self) -> None:
        if self.path == f"{VERSION}/restore/next":
            self.platform.restored.set()
            self._answer(200, b"{}")
            return
        assert self.path == f"{VERSION}/invocation/next", self.path
        invocation = self.platform.take()
        deadline = int((time.time() + invocation.timeout) * 1000)
        self._answer(
            200,
            json.dumps(invocation.event).encode(),
            {
                "Lambda-Runtime-Aws-Request-Id": invocation.request_id,
                "Lambda-Runtime-Deadline-Ms": str(deadline),
                "Lambda-Runtime-Invoked-Function-Arn": "arn:aws:lambda:eu-central-1:1:function:f",
                "Lambda-Runtime-Trace-Id": "Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;"
                "Parent=53995c3f42cd8ad8;Sampled=1",
            },
        )

    def do_POST(self) -> None:
        if self.path == f"{VERSION}/init/error":
            self.platform.init_error = json.loads(b"".join(self._pieces()))
            self.platform.asked.set()
        else:
            _, _, _, _, request_id, what = self.path.split("/")
            invocation = self.platform.running(request_id)
            invocation.headers = {k.lower(): v for k, v in self.headers.items()}
            for piece in self._pieces():
                invocation.body += piece
                invocation.chunks.put(piece)
            if what == "error":
                invocation.failed = json.loads(invocation.body)
            invocation.chunks.put(None)
            invocation.ended.set()
        self._answer(202, b'{"status":"OK"}')

    def _pieces(self) -> Iterator[bytes]:
        if self.headers.get("Transfer-Encoding", "").lower() != "chunked":
            yield self.rfile.read(int(self.headers.get("Content-Length", 0)))
            return
        while size := int(self.rfile.readline(), 16):
            yield self.rfile.read(size)
            self.rfile.readline()
        while self.rfile.readline().strip():
            """Trailers end with an empty line."""

    def _answer(self, status: int, body: bytes, headers: dict[str, str] | None = None) -> None:
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)
