"""Ctrl-C while a provider is silent ends every command at once, and says so in a line."""

from __future__ import annotations

import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.doubles.silent import Silent, silent_provider

MATCHER = [sys.executable, "-m", "agent.cli"]
PATIENCE = 240.0  # a hang ends here; a busy machine does not
EMBEDDINGS = "bedrock:amazon.titan-embed-text-v2:0"


@pytest.fixture
def silent(monkeypatch: pytest.MonkeyPatch, port: int) -> Iterator[Silent]:
    """Embeddings of a provider that never answers, with patience for an hour and more."""
    with silent_provider() as provider:
        for name, value in {
            "AWS_ACCESS_KEY_ID": "test",
            "AWS_SECRET_ACCESS_KEY": "test",
            "AWS_REGION": "eu-central-1",
            "MATCHER_BEDROCK_ENDPOINT": provider.url,
            "MATCHER_EMBEDDINGS": EMBEDDINGS,
            "MATCHER_PORT": str(port),
            "MATCHER_MODEL_SECONDS": "900",
            "MATCHER_MODEL_RETRIES": "5",
        }.items():
            monkeypatch.setenv(name, value)
        yield provider


@pytest.fixture
def home(data_dir: Path, tmp_path: Path) -> Path:
    """A data directory whose people were embedded by that provider."""
    copy = shutil.copytree(data_dir, tmp_path / "home")
    with sqlite3.connect(copy / "index" / "local" / "candidates.db") as db:
        db.execute("UPDATE meta SET value = ? WHERE key = 'embeddings'", (EMBEDDINGS,))
    return copy


@pytest.mark.parametrize(
    ("command", "said", "code"),
    [
        (("search", "nurses"), "", 130),
        (("ingest", "README.md"), "", 130),
        (("chat",), "find nurses\n", 130),
        (("chat",), "", 130),
        (("serve",), "", 0),
    ],
)
def test_ctrl_c_ends_it_though_the_embeddings_never_come(
    silent: Silent, home: Path, command: tuple[str, ...], said: str, code: int
) -> None:
    pipe = subprocess.PIPE
    running = subprocess.Popen(
        [*MATCHER, *command, "--data-dir", str(home)],
        stdin=pipe,
        stderr=pipe,
        stdout=pipe,
        text=True,
    )
    try:
        assert running.stdin
        assert running.stderr
        running.stdin.write(said)
        running.stdin.flush()
        assert silent.come.wait(PATIENCE)
        running.send_signal(signal.SIGINT)
        assert running.wait(PATIENCE) == code
        assert running.stderr.read().splitlines()[-1] == "matcher: stopped."
    finally:
        running.kill()
        running.communicate()


@pytest.mark.parametrize("command", [("stats",), ("delete", "nurse-1")])
def test_what_embeds_nothing_asks_no_provider(
    silent: Silent, home: Path, command: tuple[str, ...]
) -> None:
    done = subprocess.run(
        [*MATCHER, *command, "--data-dir", str(home)], capture_output=True, timeout=PATIENCE
    )
    assert done.returncode == 0, done.stderr
    assert silent.held == []
