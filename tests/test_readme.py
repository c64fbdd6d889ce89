"""The README is executed: its conversation is what the program says, its commands are there."""

from __future__ import annotations

import re

from agent.cli import app
from tests.readme import README, ROOT, played, shown


def test_the_conversation_in_the_readme_is_what_the_program_says() -> None:
    assert played() == shown(), "play it anew: .venv/bin/python -m tests.readme"


def test_every_command_the_readme_names_exists() -> None:
    text = README.read_text("utf-8")
    named = set(re.findall(r"^(?:\.venv/bin/)?matcher ([a-z-]+)", text, re.MULTILINE))
    known = {command.name or command.callback.__name__ for command in app.registered_commands}
    known |= {group.typer_instance.info.name for group in app.registered_groups}
    assert named
    assert named <= known, named - known


def test_every_target_the_readme_names_exists() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    named = set(re.findall(r"`?make ([a-z-]+)", README.read_text("utf-8")))
    assert named - {"what", "sure"} <= targets, named - targets


def test_the_questions_over_rest_are_about_one_thread() -> None:
    asked = re.findall(r'"(?:thread_id|session_id)": "([^"]+)"', README.read_text("utf-8"))
    assert len(asked) == 2
    assert len(set(asked)) == 1
