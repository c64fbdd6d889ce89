"""A double of Bedrock's runtime: Converse as JSON and ConverseStream as a binary event stream."""

from __future__ import annotations

import json
import struct
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any
from urllib.parse import unquote
from zlib import crc32

Calls = list[tuple[str, dict[str, Any]]]
Events = Iterator[tuple[str, dict[str, Any]]]


@dataclass(frozen=True)
class Says:
    """A message; `cut` drops the line after so many events, `breaks` sends an exception there."""

    text: str = ""
    calls: Calls = field(default_factory=list)
    cut: int | None = None
    breaks: str = ""


@dataclass(frozen=True)
class Fails:
    """An error as Bedrock sends it: the type stands in a header."""

    status: int
    kind: str
    message: str = "it failed"
    headers: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Silent:
    """No answer for as long as the double is there."""


Reply = Says | Fails | Silent


@dataclass
class Server:
    """What the double was asked: (operation, model id, body)."""

    url: str
    script: list[Reply]
    ended: Event = field(default_factory=Event)
    asked: list[tuple[str, str, dict[str, Any]]] = field(default_factory=list)


@contextmanager
def bedrock_server(script: Sequence[Reply]) -> Iterator[Server]:
    """Serve until the block ends."""
    http = _Http(("127.0.0.1", 0), _Handler)
    server = http.double = Server(f"http://127.0.0.1:{http.server_port}", list(script))
    Thread(target=http.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    try:
        yield server
    finally:
        server.ended.set()
        http.shutdown()
        http.server_close()


class _Http(ThreadingHTTPServer):
    daemon_threads = True
    double: Server

    def handle_error(self, *_: Any) -> None:
        """Say nothing of clients that hang up."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Http

    def log_message(self, *_: Any) -> None:
        pass

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        _, _, model, operation = self.path.split("/")
        double = self.server.double
        double.asked.append((operation, unquote(model), body))
        reply = double.script.pop(0) if double.script else Fails(500, "InternalServerException")
        if isinstance(reply, Silent):
            double.ended.wait()
            self.close_connection = True
        elif isinstance(reply, Fails):
            headers = {"x-amzn-ErrorType": reply.kind, **reply.headers}
            self._send(reply.status, {"message": reply.message}, headers)
        elif operation == "converse":
            self._send(200, _whole(reply), {})
        else:
            self._stream(reply)

    def _stream(self, reply: Says) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "application/vnd.amazon.eventstream")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        for number, (name, data) in enumerate(_events(reply)):
            if number == reply.cut:
                if reply.breaks:
                    self._chunk(frame(reply.breaks, {"message": "broken"}, exception=True))
                self.close_connection = True
                break
            self._chunk(frame(name, data))
        self._chunk(b"")

    def _chunk(self, data: bytes) -> None:
        self.wfile.write(f"{len(data):x}\r\n".encode() + data + b"\r\n")
        self.wfile.flush()

    def _send(self, status: int, body: dict[str, Any], headers: dict[str, str]) -> None:
        data = json.dumps(body).encode()
        self.send_response(status)
        for name, value in {"Content-Type": "application/json", **headers}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


def frame(name: str, data: dict[str, Any], *, exception: bool = False) -> bytes:
    """Return one message of AWS's event-stream format: prelude, headers, payload, checksums."""
    kind = "exception" if exception else "event"
    headers = b"".join(
        _header(key, value)
        for key, value in {
            f":{kind}-type": name,
            ":content-type": "application/json",
            ":message-type": kind,
        }.items()
    )
    payload = json.dumps(data).encode()
    prelude = struct.pack(">II", 16 + len(headers) + len(payload), len(headers))
    whole = prelude + struct.pack(">I", crc32(prelude)) + headers + payload
    return whole + struct.pack(">I", crc32(whole))


def _header(key: str, value: str) -> bytes:
    string = 7
    name, text = key.encode(), value.encode()
    return struct.pack(">B", len(name)) + name + struct.pack(">BH", string, len(text)) + text


def _whole(reply: Says) -> dict[str, Any]:
    content: list[dict[str, Any]] = [{"text": reply.text}] if reply.text else []
    content += [
        {"toolUse": {"toolUseId": f"tool-{n}", "name": name, "input": given}}
        for n, (name, given) in enumerate(reply.calls)
    ]
    return {
        "output": {"message": {"role": "assistant", "content": content}},
        "stopReason": "tool_use" if reply.calls else "end_turn",
        **_cost(),
    }


def _events(reply: Says) -> Events:
    yield "messageStart", {"role": "assistant"}
    block = 0
    for at in range(0, len(reply.text), 8):
        yield "contentBlockDelta", _delta(0, {"text": reply.text[at : at + 8]})
    if reply.text:
        yield "contentBlockStop", {"contentBlockIndex": 0}
        block = 1
    for n, (name, given) in enumerate(reply.calls):
        at_block, text = block + n, json.dumps(given)
        start = {"toolUse": {"toolUseId": f"tool-{n}", "name": name}}
        yield "contentBlockStart", {"start": start, "contentBlockIndex": at_block}
        for at in range(0, len(text), 8):
            yield "contentBlockDelta", _delta(at_block, {"toolUse": {"input": text[at : at + 8]}})
        yield "contentBlockStop", {"contentBlockIndex": at_block}
    yield "messageStop", {"stopReason": "tool_use" if reply.calls else "end_turn"}
    yield "metadata", _cost()


def _delta(block: int, delta: dict[str, Any]) -> dict[str, Any]:
    return {"delta": delta, "contentBlockIndex": block}


def _cost() -> dict[str, Any]:
    usage = {"inputTokens": 120, "outputTokens": 30, "totalTokens": 150}
    return {"usage": usage, "metrics": {"latencyMs": 5}}
