"""`matcher` as processes of their own in the AWS configuration: commands, and the service."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

from tests.services.stack import free_port

MATCHER = [sys.executable, "-m", "agent.cli"]
PATIENCE = 120.0


@dataclass(frozen=True)
class Running:
    """A service that answers."""

    url: str
    process: subprocess.Popen[bytes]

    def kill(self) -> None:
        """End the process without giving it a moment to say goodbye."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()


def surroundings(settings: Mapping[str, str], data_dir: Path) -> dict[str, str]:
    """Return the environment of a process: this one's, without settings of its own, and these."""
    bare = {k: v for k, v in os.environ.items() if not k.startswith(("MATCHER_", "PINECONE_"))}
    return {**bare, **settings, "MATCHER_DATA_DIR": str(data_dir)}


def matcher(
    settings: Mapping[str, str], data_dir: Path, *arguments: str
) -> subprocess.CompletedProcess[str]:
    """Run a command to its end."""
    return subprocess.run(
        [*MATCHER, *arguments],
        env=surroundings(settings, data_dir),
        capture_output=True,
        text=True,
        timeout=PATIENCE * 4,
        check=False,
    )


@contextmanager
def serving(settings: Mapping[str, str], data_dir: Path, port: int = 0) -> Iterator[Running]:
    """Yield a service that is ready, and stop it by its own pid afterwards."""
    port = port or free_port()
    process = subprocess.Popen(
        [*MATCHER, "serve", "--port", str(port)], env=surroundings(settings, data_dir)
    )
    running = Running(f"http://127.0.0.1:{port}", process)
    try:
        _wait(running)
        yield running
    finally:
        if process.poll() is None:
            process.terminate()
            try:
                process.wait(15)
            except subprocess.TimeoutExpired:
                process.kill()
        process.wait()


def _wait(running: Running) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        assert running.process.poll() is None, "the service ended before it was ready"
        try:
            if httpx.get(f"{running.url}/ready", timeout=5).status_code == 200:
                return
        except httpx.HTTPError:
            pass
        time.sleep(0.1)
    raise AssertionError("the service was not ready in time")
