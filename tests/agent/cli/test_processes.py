"""`matcher` as a process of its own: pipes, ports, signals, a terminal and what it imports."""

from __future__ import annotations

import codecs
import json
import os
import pty
import select
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

MATCHER = [sys.executable, "-m", "agent.cli"]
PATIENCE = 240.0  # a hang ends here; a busy machine does not


def ran(*arguments: str, said: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*MATCHER, *arguments], input=said, capture_output=True, text=True, timeout=PATIENCE
    )


def test_help_loads_nothing_heavy() -> None:
    heavy = "numpy faiss onnxruntime langgraph langchain_core fastapi uvicorn pydantic_settings"
    code = f"import sys, agent.cli; print([m for m in {heavy.split()!r} if m in sys.modules])"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == "[]"


def test_a_piped_conversation_is_plain_text_and_exits_0(data_dir: Path) -> None:
    done = ran("chat", "--data-dir", str(data_dir), said="find nurses\nwhy is #1 a good match?\n")
    assert done.returncode == 0, done.stderr
    assert "you › find nurses" in done.stdout
    assert "1. Mara Quill" in done.stdout
    assert "Registered Nurse, ICU" in done.stdout
    assert "\x1b[" not in done.stdout
    assert "**" not in done.stdout


def test_a_conversation_as_json_is_one_event_a_line_without_gaps(data_dir: Path) -> None:
    done = ran("chat", "--json", "--data-dir", str(data_dir), said="find nurses\n")
    events = [json.loads(line) for line in done.stdout.splitlines()]
    assert [e["seq"] for e in events] == list(range(1, len(events) + 1))
    assert (events[0]["name"], events[-1]["name"]) == ("turn_started", "turn_finished")


def test_before_the_first_message_there_is_nothing_to_export_yet(
    data_dir: Path, tmp_path: Path
) -> None:
    kept = tmp_path / "kept.csv"
    done = ran("chat", "--data-dir", str(data_dir), said=f"/export {kept}\n")
    assert "There is nothing to export yet" in done.stderr
    assert "There is no thread" not in done.stderr
    assert not kept.exists()


def test_a_thread_goes_on_in_another_process(data_dir: Path) -> None:
    same = ("chat", "--thread", "t-9", "--data-dir", str(data_dir))
    ran(*same, said="find nurses\n")
    assert "Mara Quill" in ran(*same, said="why is #1 a good match?\n").stdout


@contextmanager
def serving(data_dir: Path, port: int) -> Iterator[subprocess.Popen[str]]:
    """Run `matcher serve` until the block ends."""
    command = [*MATCHER, "serve", "--port", str(port), "--data-dir", str(data_dir)]
    server = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    try:
        yield server
    finally:
        server.kill()
        server.communicate(timeout=PATIENCE)


def test_serve_says_where_it_is_answers_there_and_stops_on_ctrl_c(
    data_dir: Path, port: int
) -> None:
    with serving(data_dir, port) as server:
        assert server.stderr
        assert f"http://127.0.0.1:{port}/" in server.stderr.readline()
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/health", timeout=PATIENCE) as answer:
            assert answer.status == 200
        server.send_signal(signal.SIGINT)
        assert server.wait(PATIENCE) == 0
        assert "Traceback" not in server.stderr.read()


def test_a_port_that_is_taken_is_one_sentence_with_the_mend(data_dir: Path, port: int) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", port))
        taken.listen()
        done = ran("serve", "--port", str(port), "--data-dir", str(data_dir))
    assert done.returncode == 2
    assert f"port {port}" in done.stderr
    assert f"--port {port + 1}" in done.stderr
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ({"SLACK_BOT_TOKEN": "xoxb-1"}, "set SLACK_SIGNING_SECRET too, or neither"),
        ({"SLACK_SIGNING_SECRET": "s"}, "set SLACK_BOT_TOKEN too, or neither"),
        (
            {
                "SLACK_BOT_TOKEN": "xoxb-1",
                "SLACK_SIGNING_SECRET": "s",
                "MATCHER_SLACK_TEAMS": "acme",
            },
            "MATCHER_SLACK_TEAMS: 'acme' cannot be read: write it as T123=acme,T456=globex",
        ),
        (
            {"SLACK_BOT_TOKEN": "T1=xoxb-1,xoxb-2", "SLACK_SIGNING_SECRET": "s"},
            "SLACK_BOT_TOKEN: one of its parts cannot be read",
        ),
        ({"MATCHER_SLACK_TEAMS": "foo"}, "MATCHER_SLACK_TEAMS: 'foo' cannot be read"),
        ({"SLACK_BOT_TOKEN": "hello", "SLACK_SIGNING_SECRET": "s"}, "begins with xoxb-"),
        ({"SLACK_BOT_TOKEN": "xoxb-…", "SLACK_SIGNING_SECRET": "s"}, "begins with xoxb-"),
        (
            {"SLACK_BOT_TOKEN": "T1=xoxb-1,T2=xoxb-2", "SLACK_SIGNING_SECRET": "s"},
            "set MATCHER_SLACK_TEAMS, as in T123=acme,T456=globex",
        ),
    ],
)
def test_serve_with_slack_set_up_by_half_is_one_sentence(
    data_dir: Path, port: int, told: dict[str, str], sentence: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in told.items():
        monkeypatch.setenv(name, value)
    done = ran("serve", "--port", str(port), "--data-dir", str(data_dir))
    assert done.returncode == 2
    assert sentence in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert "xoxb-2" not in done.stderr


def test_a_slack_queue_that_cannot_be_opened_is_one_sentence_too(
    data_dir: Path, port: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SLACK_BOT_TOKEN", "xoxb-1")
    monkeypatch.setenv("SLACK_SIGNING_SECRET", "s")
    home = shutil.copytree(data_dir, tmp_path / "home")
    (home / "slack.db").mkdir()
    done = ran("serve", "--port", str(port), "--data-dir", str(home))
    assert done.returncode == 2
    assert "slack.db" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_serve_says_that_slack_is_on(
    data_dir: Path, port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SLACK_BOT_TOKEN", "xoxb-1")
    monkeypatch.setenv("SLACK_SIGNING_SECRET", "s")
    with serving(data_dir, port) as server:
        assert server.stderr
        assert "in a browser" in server.stderr.readline()
        assert "Slack is on" in server.stderr.readline()


def test_serve_on_a_directory_it_cannot_use_is_one_sentence(tmp_path: Path, port: int) -> None:
    (tmp_path / "threads.db").write_bytes(b"this is no database, not at all")
    done = ran("serve", "--port", str(port), "--data-dir", str(tmp_path))
    assert done.returncode == 2
    assert "threads.db" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_serve_on_an_index_of_a_newer_version_is_one_sentence(tmp_path: Path, port: int) -> None:
    file = tmp_path / "index" / "local" / "candidates.db"
    file.parent.mkdir(parents=True)
    with sqlite3.connect(file) as db:
        db.execute("PRAGMA user_version = 999")
    done = ran("serve", "--port", str(port), "--data-dir", str(tmp_path))
    assert done.returncode == 2
    assert "newer version" in done.stderr
    assert len(done.stderr.splitlines()) == 1


class Terminal:
    """`matcher chat` at the other end of a pseudo-terminal."""

    def __init__(self, data_dir: Path) -> None:
        self._pid, self._fd = pty.fork()
        if self._pid == 0:
            environment = {**os.environ, "TERM": "xterm", "COLUMNS": "100"}
            os.execve(sys.executable, [*MATCHER, "chat", "--data-dir", str(data_dir)], environment)
        self.screen = ""
        self._seen = 0
        # A read may end within a letter of several bytes.
        self._decoded = codecs.getincrementaldecoder("utf-8")("replace")

    def type(self, keys: str) -> None:
        os.write(self._fd, keys.encode())

    def wait_for(self, text: str, pressing: str = "") -> None:
        """Read the screen until the text is on it, behind what was waited for before.

        A key is pressed again every two seconds, as a person would: a signal that comes between the
        prompt and readline's waiting is lost in CPython.
        """
        deadline, again = time.monotonic() + PATIENCE, 0.0
        while (found := self.screen.find(text, self._seen)) < 0:
            if pressing and time.monotonic() > again:
                self.type(pressing)
                again = time.monotonic() + 2.0
            fresh = self.screen[self._seen :]
            assert time.monotonic() < deadline, f"{text!r} never came; the screen: {fresh}"
            if select.select([self._fd], [], [], 0.2)[0]:
                self.screen += self._decoded.decode(os.read(self._fd, 65536))
        self._seen = found + len(text)

    def exit_code(self, pressing: str = "", every: float = 1.0) -> int:
        """Wait for the end, pressing a key again every so many seconds as a person would."""
        deadline = time.monotonic() + PATIENCE
        while True:
            self.type(pressing)
            pause = time.monotonic() + every
            while time.monotonic() < pause:
                pid, status = os.waitpid(self._pid, os.WNOHANG)
                if pid:
                    return os.waitstatus_to_exitcode(status)
                time.sleep(0.02)
            assert time.monotonic() < deadline, "it never ended"


def test_on_a_terminal_quotes_are_highlighted_and_two_ctrl_c_leave(data_dir: Path) -> None:
    terminal = Terminal(data_dir)
    terminal.wait_for("you ›")
    terminal.type("find nurses\n")
    terminal.wait_for("Mara Quill")
    terminal.wait_for("you ›")
    assert "\x1b[30;103m" in terminal.screen
    terminal.wait_for("Ctrl-C again", pressing="\x03")
    terminal.wait_for("you ›")
    assert terminal.exit_code(pressing="\x03") == 0


def test_a_ctrl_c_too_many_does_not_break_the_leaving(data_dir: Path) -> None:
    terminal = Terminal(data_dir)
    terminal.wait_for("you ›")
    terminal.wait_for("Ctrl-C again", pressing="\x03")
    terminal.wait_for("you ›")
    assert terminal.exit_code(pressing="\x03", every=0.005) == 0


def test_a_pasted_job_description_is_one_message(data_dir: Path) -> None:
    terminal = Terminal(data_dir)
    terminal.wait_for("you ›")
    terminal.type("Sous Chef\nRequirements:\n- HACCP\n- menu planning\n")
    terminal.wait_for("menu planning")
    terminal.wait_for("Ivo Brand")
    terminal.wait_for("you ›")
    terminal.type("\x04")
    assert terminal.exit_code() == 0
    assert terminal.screen.count("you ›") == 2
