"""What a newcomer without the right Python meets: a sentence that says what to do."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def make(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    for name in ("Makefile", "requirements.lock", "pyproject.toml"):
        shutil.copy(ROOT / name, folder / name)
    command = ["make", "--no-print-directory", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=120)


@pytest.mark.parametrize("target", ["install", "demo", "chat", "test"])
def test_an_old_python_is_named_with_the_mend_and_nothing_is_made(
    tmp_path: Path, target: str
) -> None:
    old = tmp_path / "python3.9"
    old.write_text("#!/bin/sh\nexit 1\n", "utf-8")  # what any check of its version says
    old.chmod(0o755)
    done = make(tmp_path, target, f"PYTHON={old}")
    assert done.returncode == 2
    assert str(old) in done.stderr
    assert "older than Python 3.11" in done.stderr
    assert "make install PYTHON=python3.12" in done.stderr
    assert not (tmp_path / ".venv").exists()


def test_no_python_at_all_says_where_to_get_one(tmp_path: Path) -> None:
    done = make(tmp_path, "install", "PYTHON=")
    assert done.returncode == 2
    assert "needs Python 3.11 or newer and found none" in done.stderr
    assert "python.org" in done.stderr


def test_make_alone_lists_every_target_with_what_it_does(tmp_path: Path) -> None:
    listed = make(tmp_path).stdout
    for target in ("install", "demo", "chat", "test", "check", "bench"):
        assert f"make {target} " in listed


def test_a_bench_without_a_corpus_says_how_to_name_one(tmp_path: Path) -> None:
    (tmp_path / ".venv").mkdir()
    (tmp_path / ".venv" / ".stamp").touch()
    done = make(tmp_path, "bench", "-o", ".venv/.stamp")
    assert done.returncode == 2
    assert "make bench CORPUS=" in done.stderr


def test_the_readme_says_what_to_type_without_make() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    for needed in ("No make, or an old Python?", "-m venv .venv", "--require-hashes", "PYTHON="):
        assert needed in readme
