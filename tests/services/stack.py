"""Starts DynamoDB Local, moto (S3, SQS, Secrets Manager) and needledb, and stops them again."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.services import dynamodb_local
from tests.services.dynamodb_local import ServiceError

PINECONE_KEY = "local-key-" + "0" * 22
REGION = "eu-central-1"
_START_SECONDS = 90


@dataclass(frozen=True)
class Stack:
    """The addresses of the running services."""

    dynamodb: str
    moto: str
    pinecone: str
    region: str = REGION

    def environment(self) -> dict[str, str]:
        """Return the variables with which AWS's clients and Pinecone's find these services."""
        return {
            "AWS_ACCESS_KEY_ID": "local",
            "AWS_SECRET_ACCESS_KEY": "local",
            "AWS_REGION": REGION,
            "AWS_DEFAULT_REGION": REGION,
            "AWS_ENDPOINT_URL": self.moto,
            "AWS_ENDPOINT_URL_DYNAMODB": self.dynamodb,
            "PINECONE_API_KEY": PINECONE_KEY,
        }


@contextmanager
def running() -> Iterator[Stack]:
    """Yield the three services, each a process of its own on a free port of loopback."""
    with ExitStack() as opened:
        logs = Path(opened.enter_context(tempfile.TemporaryDirectory(prefix="services-")))
        ports = [free_port() for _ in range(3)]
        here = Path(sys.executable).parent
        commands = {
            "DynamoDB Local": dynamodb_local.command(ports[0]),
            "moto": [str(here / "moto_server"), "-H", "127.0.0.1", "-p", str(ports[1])],
            "needledb": [
                str(here / "needledb"), "serve", "--data", str(logs / "needledb"),
                "--host", "127.0.0.1", "--port", str(ports[2]),
                "--api-key", PINECONE_KEY, "--log-level", "error",
            ],
        }  # fmt: skip
        started = [
            (name, opened.enter_context(_process(command, logs / f"{port}.log")), port)
            for (name, command), port in zip(commands.items(), ports, strict=True)
        ]
        for name, process, port in started:
            _wait(name, process, port, logs / f"{port}.log")
        yield Stack(*(f"http://127.0.0.1:{port}" for port in ports))


@contextmanager
def _process(command: list[str], log: Path) -> Iterator[subprocess.Popen[bytes]]:
    environment = {**os.environ, "AWS_ACCESS_KEY_ID": "local", "AWS_SECRET_ACCESS_KEY": "local"}
    with log.open("wb") as out:
        process = subprocess.Popen(
            command,
            cwd=log.parent,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=out,
            env=environment,
            process_group=0,  # Ctrl-C is for what uses the stores: they end after it
        )
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _wait(name: str, process: subprocess.Popen[bytes], port: int, log: Path) -> None:
    end = time.monotonic() + _START_SECONDS
    while time.monotonic() < end:
        if process.poll() is not None:
            break
        with socket.socket() as probe:
            probe.settimeout(1)
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise ServiceError(f"{name} did not start: {log.read_text('utf-8', 'replace')[-500:]}")


def free_port() -> int:
    """Return a port of loopback that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def fresh_name(prefix: str) -> str:
    """Return a name nobody else in this run has, good for a table, a bucket and an index."""
    return f"{prefix}-{uuid.uuid4().hex[:12]}"
