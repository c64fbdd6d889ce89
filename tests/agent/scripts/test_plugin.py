"""Where the plugin is installed, pytest collects scripts and a failed one shows its transcript."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

Written = Callable[..., Path]


def pytest_over(folder: Path, *options: str, **env: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *options, "."]
    return subprocess.run(
        command, cwd=folder, capture_output=True, text=True, timeout=300, env=os.environ | env
    )


def test_scripts_are_tests(written: Written, tmp_path: Path) -> None:
    written("turns: [{say: hello, expect: {tools: []}}]", "good")
    written("turns: [{say: hello, expect: {tools: [undo]}}]", "bad")
    written("turns: [{say: hello}]", "left", "skip: not today\n")
    done = pytest_over(tmp_path, "--conversation-doors", "graph,http", "-rs")
    assert done.returncode == 1, done.stdout + done.stderr
    assert "2 failed, 2 passed, 2 skipped" in done.stdout
    assert "you › hello" in done.stdout
    assert "✗ tools: expected ['undo'], got none" in done.stdout
    assert "not today" in done.stdout
    assert "Traceback" not in done.stdout


def test_a_malformed_script_is_a_collection_error_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "bad.conversation.yaml").write_text("script: x\nturns: [{sai: hi}]\n")
    plugin = ("-p", "agent.scripts.pytest_plugin")  # alone, as the others take seconds to load
    done = pytest_over(tmp_path, *plugin, PYTEST_DISABLE_PLUGIN_AUTOLOAD="1")
    assert done.returncode == 2
    assert "bad.conversation.yaml:2: turns.0.sai: there is no such key" in done.stdout
    assert "Traceback" not in done.stdout
