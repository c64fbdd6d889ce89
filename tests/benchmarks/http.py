"""A server started for a benchmark, and turns timed over loopback with next to no client cost."""

from __future__ import annotations

import asyncio
import json
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

START_LIMIT = 60.0
TURN_LIMIT = 60.0


@dataclass(frozen=True)
class Server:
    """A running server: its port, its process and the seconds it took to be healthy."""

    port: int
    pid: int
    seconds_to_healthy: float

    def resident_mb(self) -> float:
        """Return the resident memory of the process in MB."""
        shown = subprocess.run(
            ["ps", "-o", "rss=", "-p", str(self.pid)], capture_output=True, text=True, check=True
        )
        return int(shown.stdout) / 1024


@dataclass(frozen=True)
class Turn:
    """A timed turn, in milliseconds; `error` is empty when it ended with turn_finished."""

    first_ms: float
    total_ms: float
    error: str = ""


@contextmanager
def serving(module: str, *arguments: str, data_dir: Path) -> Iterator[Server]:
    """Start `python -m module … --port P --data-dir D` and stop it at the end."""
    port = _free_port()
    command = [sys.executable, "-m", module, *arguments]
    started = time.perf_counter()
    process = subprocess.Popen([*command, "--port", str(port), "--data-dir", str(data_dir)])
    try:
        seconds = _wait_until_healthy(process, port, started)
        yield Server(port, process.pid, seconds)
    finally:
        process.terminate()
        process.wait(timeout=20)


async def turn(port: int, thread_id: str, message: str) -> Turn:
    """Send one message and read its events to the end of the stream."""
    body = json.dumps({"thread_id": thread_id, "message": message}).encode()
    head = (
        f"POST /chat HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Type: application/json\r\n"
        f"Accept: text/event-stream\r\nConnection: close\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    started = time.perf_counter()
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(head.encode() + body)
    received, first = bytearray(), 0.0
    try:
        while chunk := await asyncio.wait_for(reader.read(65536), TURN_LIMIT):
            received += chunk
            if not first and b"event:" in received:
                first = time.perf_counter()
    finally:
        writer.close()
    ended = time.perf_counter()
    error = _error_of(bytes(received))
    return Turn(((first or ended) - started) * 1000, (ended - started) * 1000, error)


async def turns(port: int, thread_id: str, messages: Sequence[str]) -> list[Turn]:
    """Send messages one after the other on one thread."""
    return [await turn(port, thread_id, message) for message in messages]


def _error_of(received: bytes) -> str:
    status = received.partition(b"\r\n")[0].decode("latin-1")
    if " 200 " not in f"{status} ":
        return status or "no answer"
    if b"event: error" in received:
        return "an error event"
    return "" if b"event: turn_finished" in received else "no turn_finished"


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_until_healthy(process: subprocess.Popen[bytes], port: int, started: float) -> float:
    while time.perf_counter() - started < START_LIMIT:
        if process.poll() is not None:
            raise SystemExit(f"The server ended with exit code {process.returncode}.")
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/health", timeout=5):
                return time.perf_counter() - started
        except OSError:
            time.sleep(0.02)
    raise SystemExit(f"The server was not healthy after {START_LIMIT:g} s.")
