"""A double of OpenAI's chat-completions server: real HTTP on loopback, driven by a script."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from multiprocessing import get_context
from multiprocessing.connection import Connection
from threading import Thread
from typing import Any

Calls = list[tuple[str, Any]]


@dataclass(frozen=True)
class Says:
    """A message: prose in pieces, or tool calls as deltas. `arguments` of a call may be raw text.

    `cut` ends the stream after so many pieces without its end; with `abrupt` the line is dropped.
    """

    text: str = ""
    calls: Calls = field(default_factory=list)
    finish: str = "stop"
    usage: tuple[int, int] | None = (100, 20)
    before: float = 0.0
    between: float = 0.0
    cut: int | None = None
    abrupt: bool = False
    junk: str = ""
    piece: int = 6


@dataclass(frozen=True)
class Fails:
    """An error: status, message and headers as the provider sends them."""

    status: int
    message: str = "it failed"
    code: str | None = None
    headers: dict[str, str] = field(default_factory=dict)
    body: str | None = None


Reply = Says | Fails
Script = list[Reply] | Callable[[dict[str, Any]], Reply]


@dataclass
class Server:
    """What the double was asked; `left` counts the clients that hung up in mid-answer."""

    url: str
    script: Script
    asked: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    left: int = 0
    key: str | None = None
    """What opens the list of models; without it anybody may see it."""

    def next(self, body: dict[str, Any]) -> Reply:
        self.asked.append(body)
        if callable(self.script):
            return self.script(body)
        return self.script.pop(0) if self.script else Fails(500, "the script is at its end")


@contextmanager
def openai_server_apart(script: Script) -> Iterator[str]:
    """Serve from a process of its own, whose time is not counted as ours; yield the address."""
    spawn = get_context("spawn")
    ours, theirs = spawn.Pipe()
    process = spawn.Process(target=_serve_apart, args=(script, theirs), daemon=True)
    process.start()
    try:
        yield ours.recv()
    finally:
        ours.send("end")
        process.join()


def _serve_apart(script: Script, line: Connection) -> None:
    with openai_server(script) as server:
        line.send(server.url)
        line.recv()


@contextmanager
def openai_server(script: Script) -> Iterator[Server]:
    """Serve until the block ends."""
    http = _Http(("127.0.0.1", 0), _Handler)
    server = http.double = Server(f"http://127.0.0.1:{http.server_port}/v1", script)  # type: ignore[attr-defined]
    thread = Thread(target=http.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        http.shutdown()
        http.server_close()


class _Http(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_: Any) -> None:
        """Say nothing of clients that hang up: a traceback printed in a thread disturbs pytest."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # else every second small write waits 40 ms for its receipt

    def log_message(self, *_: Any) -> None:
        pass

    def do_GET(self) -> None:
        """List no models, to whom has the key."""
        double: Server = self.server.double  # type: ignore[attr-defined]
        if double.key is None or self.headers.get("Authorization") == f"Bearer {double.key}":
            self._send(200, '{"object": "list", "data": []}', {})
        else:
            self._fail(Fails(401, "Incorrect API key", "invalid_api_key"))

    def do_POST(self) -> None:
        double: Server = self.server.double  # type: ignore[attr-defined]
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        double.headers.append({k.lower(): v for k, v in self.headers.items()})
        reply = double.next(body)
        try:
            if isinstance(reply, Fails):
                self._fail(reply)
            elif body.get("stream"):
                self._stream(reply, body)
            else:
                time.sleep(reply.before)
                self._whole(reply, body)
        except (BrokenPipeError, ConnectionResetError):
            double.left += 1
            self.close_connection = True

    def _fail(self, reply: Fails) -> None:
        error = {"message": reply.message, "type": "error", "param": None, "code": reply.code}
        self._send(reply.status, reply.body or json.dumps({"error": error}), reply.headers)

    def _whole(self, reply: Says, body: dict[str, Any]) -> None:
        message = {"role": "assistant", "content": reply.text, "tool_calls": _whole_calls(reply)}
        answer = {
            "id": "chatcmpl-1",
            "object": "chat.completion",
            "created": 1,
            "model": body["model"],
            "choices": [{"index": 0, "message": message, "finish_reason": reply.finish}],
            "usage": _usage(reply),
        }
        self._send(200, json.dumps(answer), {})

    def _stream(self, reply: Says, body: dict[str, Any]) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        time.sleep(reply.before)
        self._event(body, {"role": "assistant", "content": ""})
        for number, delta in enumerate(_deltas(reply)):
            if number == reply.cut:
                return self._break(reply)
            self._event(body, delta)
            time.sleep(reply.between)
        if reply.junk:
            self._data(reply.junk)
        self._event(body, {}, "tool_calls" if reply.calls else reply.finish)
        if reply.usage and body.get("stream_options", {}).get("include_usage"):
            self._data(json.dumps({**_head(body), "choices": [], "usage": _usage(reply)}))
        self._data("[DONE]")
        self._chunk("")
        return None

    def _break(self, reply: Says) -> None:
        if not reply.abrupt:
            self._chunk("")
        self.close_connection = True

    def _event(
        self, body: dict[str, Any], delta: dict[str, Any], finish: str | None = None
    ) -> None:
        choice = {"index": 0, "delta": delta, "finish_reason": finish}
        self._data(json.dumps({**_head(body), "choices": [choice]}))

    def _data(self, text: str) -> None:
        self._chunk(f"data: {text}\n\n")

    def _chunk(self, text: str) -> None:
        data = text.encode()
        self.wfile.write(f"{len(data):x}\r\n".encode() + data + b"\r\n")
        self.wfile.flush()

    def _send(self, status: int, text: str, headers: dict[str, str]) -> None:
        data = text.encode()
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


def _head(body: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": "chatcmpl-1",
        "object": "chat.completion.chunk",
        "created": 1,
        "model": body["model"],
    }


def _usage(reply: Says) -> dict[str, int] | None:
    if reply.usage is None:
        return None
    used, made = reply.usage
    return {"prompt_tokens": used, "completion_tokens": made, "total_tokens": used + made}


def _arguments(given: Any) -> str:
    return given if isinstance(given, str) else json.dumps(given)


def _whole_calls(reply: Says) -> list[dict[str, Any]] | None:
    return [
        {
            "id": f"call_{n}",
            "type": "function",
            "function": {"name": name, "arguments": _arguments(a)},
        }
        for n, (name, a) in enumerate(reply.calls)
    ] or None


def _deltas(reply: Says) -> Iterator[dict[str, Any]]:
    """Cut prose into pieces, and each call into its head and pieces of its arguments."""
    size = reply.piece
    for at in range(0, len(reply.text), size):
        yield {"content": reply.text[at : at + size]}
    for n, (name, given) in enumerate(reply.calls):
        head = {"index": n, "id": f"call_{n}", "type": "function"}
        yield {"tool_calls": [{**head, "function": {"name": name, "arguments": ""}}]}
        text = _arguments(given)
        for at in range(0, len(text), size):
            part = {"index": n, "function": {"arguments": text[at : at + size]}}
            yield {"tool_calls": [part]}
