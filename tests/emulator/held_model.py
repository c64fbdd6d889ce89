"""An OpenAI-compatible model on 127.0.0.1 that does not speak until a test lets it."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

PATIENCE = 60.0


@dataclass
class HeldModel:
    """Where it listens, whether it was asked, and the latch on its tongue."""

    url: str = ""
    asked: threading.Event = field(default_factory=threading.Event)
    may_speak: threading.Event = field(default_factory=threading.Event)


@contextmanager
def held_model(answer: str) -> Iterator[HeldModel]:
    """Serve a model whose one answer streams once `may_speak` is set."""
    model = HeldModel()

    class Handler(BaseHTTPRequestHandler):
        def log_message(self, *_: Any) -> None:
            """Keep quiet."""

        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            self.send_response(200)
            self.send_header("Content-Type", "text/event-stream")
            self.end_headers()
            self._say({"role": "assistant", "content": ""})
            model.asked.set()
            model.may_speak.wait(PATIENCE)
            self._say({"content": answer})
            self._say({}, "stop")
            self.wfile.write(b"data: [DONE]\n\n")

        def _say(self, delta: dict[str, Any], finish: str | None = None) -> None:
            choice = {"index": 0, "delta": delta, "finish_reason": finish}
            told = {
                "id": "c", "object": "chat.completion.chunk", "created": 1, "model": "held",
                "choices": [choice],
            }  # fmt: skip
            self.wfile.write(b"data: " + json.dumps(told).encode() + b"\n\n")
            self.wfile.flush()

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    model.url = f"http://127.0.0.1:{server.server_address[1]}/v1"
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    try:
        yield model
    finally:
        model.may_speak.set()
        server.shutdown()
        server.server_close()
