"""Serves Slack on 127.0.0.1, in the format of `WebClient(base_url=…)`: form, JSON and query."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, cast
from urllib.parse import parse_qsl, urlsplit

from agent.scripts.fake_slack.refusing import Limited
from agent.scripts.fake_slack.server import SlackServer

_STRUCTURED = ("blocks", "chunks", "view", "prompts", "metadata", "loading_messages", "files")


@contextmanager
def slack_server() -> Iterator[SlackServer]:
    """Serve until the block ends."""
    http = _Http(("127.0.0.1", 0), _Handler)
    http.slack = SlackServer(f"http://127.0.0.1:{http.server_port}")
    serving = threading.Thread(
        target=http.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True
    )
    serving.start()
    try:
        yield http.slack
    finally:
        http.shutdown()
        http.server_close()


class _Http(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 256
    slack: SlackServer

    def handle_error(self, *_: Any) -> None:
        """Say nothing of clients that hang up."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def log_message(self, *_: Any) -> None:
        """Say nothing of requests."""

    @property
    def slack(self) -> SlackServer:
        return cast("_Http", self.server).slack

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        if parts.path.startswith("/files/"):
            self._send_file(parts.path)
        else:
            self._call(parts.path, dict(parse_qsl(parts.query)))

    def do_POST(self) -> None:
        parts = urlsplit(self.path)
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        if parts.path.startswith("/upload/"):
            self.slack.take_upload(parts.path, body)
            self._send(200, b"OK", "text/plain")
            return
        if self.headers.get_content_type() == "application/json":
            args = json.loads(body)
        else:
            args = dict(parse_qsl(body.decode(), keep_blank_values=True))
        if parts.path.startswith("/response/"):
            self.slack.responses.append(args)
            self._send(200, b"ok", "text/plain")
        else:
            self._call(parts.path, {**dict(parse_qsl(parts.query)), **args})

    def _call(self, path: str, args: dict[str, Any]) -> None:
        for name in _STRUCTURED:
            if isinstance(args.get(name), str):
                args[name] = json.loads(args[name])
        token = self._token() or str(args.pop("token", ""))
        try:
            answer = self.slack.answer(path.removeprefix("/api/"), args, token)
        except Limited as limited:
            body = json.dumps({"ok": False, "error": "ratelimited"}).encode()
            self._send(429, body, "application/json", {"Retry-After": str(limited.seconds)})
        else:
            self._send(200, json.dumps(answer).encode(), "application/json")

    def _token(self) -> str:
        return str(self.headers.get("Authorization") or "").removeprefix("Bearer ")

    def _send_file(self, path: str) -> None:
        """Send a file, or the sign-in page that Slack sends to whom it does not know."""
        content = self.slack.content(path, self._token())
        if content is None:
            self._send(200, b"<!DOCTYPE html><title>Sign in</title>", "text/html")
        else:
            self._send(200, content, "application/octet-stream")

    def _send(
        self, status: int, body: bytes, kind: str, headers: dict[str, str] | None = None
    ) -> None:
        self.send_response(status)
        for name, value in {**(headers or {}), "Content-Type": kind}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
