"""Functions as processes: a handler under the real runtime client, an app under a Web Adapter."""

from __future__ import annotations

import base64
import http.client
import json
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from tests.emulator.runtime_api import PATIENCE, VERSION, RuntimeApi

ROOT = Path(__file__).parents[2]


def environment(api: RuntimeApi, data_dir: Path, **more: str) -> dict[str, str]:
    """Return what Lambda sets for a function, and the settings of a test; nothing else is kept."""
    return {
        "PATH": f"{Path(sys.executable).parent}:/usr/bin:/bin",
        "HOME": str(data_dir),
        "PYTHONPATH": str(ROOT),
        "AWS_LAMBDA_RUNTIME_API": api.address,
        "AWS_LAMBDA_FUNCTION_NAME": "matcher",
        "AWS_LAMBDA_FUNCTION_VERSION": "1",
        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE": "1024",
        "AWS_REGION": "eu-central-1",
        "LAMBDA_TASK_ROOT": str(ROOT),
        "POWERTOOLS_TRACE_DISABLED": "true",
        "MATCHER_DATA_DIR": str(data_dir),
        **more,
    }


@contextmanager
def handler(api: RuntimeApi, name: str, env: dict[str, str], log: Path) -> Iterator[None]:
    """Run `module.function` under awslambdaric until the block ends."""
    command = [sys.executable, "-m", "awslambdaric", name]
    with _process(command, env, log):
        assert api.asked.wait(PATIENCE), log.read_text("utf-8")
        yield


@contextmanager
def _process(command: list[str], env: dict[str, str], log: Path) -> Iterator[Any]:
    with log.open("ab") as out:
        process = subprocess.Popen(command, env=env, cwd="/", stdout=out, stderr=out)
    try:
        yield process
    finally:
        process.kill()
        process.wait()


@contextmanager
def web_adapter(api: RuntimeApi, env: dict[str, str], log: Path) -> Iterator[None]:
    """Do what the Web Adapter does: start run.sh, wait for readiness, proxy each event streamed."""
    port = _free_port()
    env = env | {"MATCHER_PORT": str(port)}
    with _process(["/bin/sh", str(ROOT / "infra" / "run.sh")], env, log) as process:
        _wait_ready(process, port, log)
        threading.Thread(target=_proxy_all, args=(api, port), daemon=True).start()
        assert api.asked.wait(PATIENCE)
        yield


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def _wait_ready(process: Any, port: int, log: Path) -> None:
    deadline = time.monotonic() + PATIENCE
    while True:
        assert process.poll() is None, log.read_text("utf-8")
        assert time.monotonic() < deadline, log.read_text("utf-8")
        try:
            asked = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
            asked.request("GET", "/health")
            if asked.getresponse().status < 500:
                return
        except OSError:
            time.sleep(0.05)


def _proxy_all(api: RuntimeApi, port: int) -> None:
    platform = http.client.HTTPConnection(api.address, timeout=PATIENCE * 3)
    while True:
        try:
            platform.request("GET", f"{VERSION}/invocation/next")
            told = platform.getresponse()
            event = json.loads(told.read())
            _proxy(api, port, event, told.headers["Lambda-Runtime-Aws-Request-Id"])
        except (OSError, http.client.HTTPException, ValueError):
            return  # the test has ended


def _proxy(api: RuntimeApi, port: int, event: dict[str, Any], request_id: str) -> None:
    """Send the event to the app and its answer on, piece by piece, behind a prelude."""
    method, path, headers, body = _request_of(event)
    headers["x-amzn-lambda-context"] = json.dumps({"request_id": request_id})
    app = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    app.request(method, path, body, headers)
    answer = app.getresponse()
    up = http.client.HTTPConnection(api.address, timeout=PATIENCE)
    up.putrequest("POST", f"{VERSION}/invocation/{request_id}/response")
    up.putheader("Lambda-Runtime-Function-Response-Mode", "streaming")
    up.putheader("Transfer-Encoding", "chunked")
    up.putheader("Content-Type", "application/vnd.awslambda.http-integration-response")
    up.endheaders()
    prelude = {"statusCode": answer.status, "headers": dict(answer.getheaders()), "cookies": []}
    _chunk(up, json.dumps(prelude).encode() + b"\0" * 8)
    while piece := answer.read1(65_536):
        _chunk(up, piece)
    up.send(b"0\r\n\r\n")
    up.getresponse().read()


def _chunk(connection: http.client.HTTPConnection, data: bytes) -> None:
    connection.send(b"%x\r\n%s\r\n" % (len(data), data))


def _request_of(event: dict[str, Any]) -> tuple[str, str, dict[str, str], bytes]:
    """Return method, path, headers and body of a REST API (1.0) or Function URL (2.0) event."""
    body = (event.get("body") or "").encode()
    if event.get("isBase64Encoded"):
        body = base64.b64decode(body)
    if event.get("version") == "2.0":
        told = event["requestContext"]["http"]
        query = event.get("rawQueryString", "")
        method, path = told["method"], event["rawPath"]
    else:
        query = urlencode(event.get("multiValueQueryStringParameters") or {}, doseq=True)
        method, path = event["httpMethod"], event["path"]
    headers = {k: v for k, v in (event.get("headers") or {}).items() if k.lower() != "host"}
    return method, f"{path}?{query}" if query else path, headers, body
