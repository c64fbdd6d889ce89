"""The rules of the house that no linter knows: who imports whom, who reads what, who logs what."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).parents[1]
PACKAGES = ("agent", "graphs", "tools", "prompts", "infra")
LONGEST_FILE = 350
LEVELS = {"debug", "info", "warning", "error", "critical", "exception", "log"}
PRIVATE = {
    "text", "raw_text", "resume", "identity", "email", "emails", "phone", "phones", "address",
    "birth_date", "quote", "quotes", "evidence", "passage", "passages", "profile", "candidate",
    "person", "message", "answer", "headline", "summary",
}  # fmt: skip
"""Names that hold what a résumé or a recruiter says, in this code base."""


def sources() -> list[Path]:
    """Return every Python file of the product."""
    return [f for package in PACKAGES for f in sorted((ROOT / package).rglob("*.py"))]


def environment_reads(source: str) -> list[int]:
    """Return the lines that read or change the environment of the process."""
    return [
        node.lineno
        for node in ast.walk(ast.parse(source))
        if (isinstance(node, ast.Attribute) and node.attr in ("environ", "environb", "getenv"))
        or (
            isinstance(node, ast.ImportFrom)
            and node.module == "os"
            and any(a.name in ("environ", "environb", "getenv") for a in node.names)
        )
    ]


def private_log_calls(source: str) -> list[int]:
    """Return the lines of log calls that are given something a résumé or a recruiter said."""
    return [
        call.lineno
        for call in ast.walk(ast.parse(source))
        if isinstance(call, ast.Call) and _logs(call) and any(_private_names(call))
    ]


def _logs(call: ast.Call) -> bool:
    match call.func:
        case ast.Attribute(value=ast.Name(id=name) | ast.Attribute(attr=name), attr=level):
            return level in LEVELS and "log" in name.casefold()
    return False


def _private_names(call: ast.Call) -> Iterator[str]:
    for argument in [*call.args, *(k.value for k in call.keywords)]:
        for node in ast.walk(argument):
            name = getattr(node, "id", None) or getattr(node, "attr", None)
            if name in PRIVATE:
                yield name


def test_the_import_contracts_hold() -> None:
    assert lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True) == 0


def test_the_environment_is_read_in_the_settings_alone() -> None:
    readers = [
        str(f.relative_to(ROOT)) for f in sources() if environment_reads(f.read_text("utf-8"))
    ]
    assert [r for r in readers if r != "agent/settings.py"] == []


@pytest.mark.parametrize(
    "source",
    ["import os\nos.environ['A']", "import os\nos.getenv('A')", "from os import environ as e"],
)
def test_a_read_of_the_environment_is_noticed(source: str) -> None:
    assert environment_reads(source)


def test_no_log_call_is_given_resume_text_or_identity() -> None:
    told = [
        f"{f.relative_to(ROOT)}:{line}"
        for f in sources()
        for line in private_log_calls(f.read_text("utf-8"))
    ]
    assert told == []


@pytest.mark.parametrize(
    "source",
    [
        "logger.info('read %s', candidate.text)",
        "log.warning(f'bad {person.identity.name}')",
        "self._log.error('turn failed', extra={'said': message})",
        "logging.debug(quote)",
    ],
)
def test_a_log_call_that_tells_of_a_person_is_noticed(source: str) -> None:
    assert private_log_calls(source)


def test_a_log_call_with_ids_and_counts_passes() -> None:
    assert not private_log_calls("logger.info('indexed %s in %d ms', candidate_id, ms)")


def test_every_file_says_in_its_first_line_why_it_exists() -> None:
    silent = [f for f in sources() if not ast.get_docstring(ast.parse(f.read_text("utf-8")))]
    assert [str(f.relative_to(ROOT)) for f in silent] == []


def test_no_file_is_longer_than_one_can_hold_in_mind() -> None:
    long = [f for f in sources() if len(f.read_text("utf-8").splitlines()) > LONGEST_FILE]
    assert [str(f.relative_to(ROOT)) for f in long] == []


def test_no_file_is_named_for_having_no_reason() -> None:
    names = {"utils", "util", "helpers", "helper", "common", "misc", "base_utils"}
    assert [str(f) for f in sources() if names & {f.stem, *f.relative_to(ROOT).parts}] == []


def test_no_test_folder_is_a_package() -> None:
    assert list((ROOT / "tests").rglob("__init__.py")) == []
