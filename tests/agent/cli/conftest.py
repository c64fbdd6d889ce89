"""A data directory with a few fictional people, and a way to run commands in it."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from agent.cli import main
from tests.services.stack import free_port

PEOPLE = {
    "nurse-1": """Mara Quill
mara.quill@example.com | Austin, TX

SUMMARY
Registered Nurse in intensive care with ACLS.

EXPERIENCE
Registered Nurse, ICU, Larkspur Hospital, Austin, TX, 01/2017 - 06/2024
- Ventilated patients, vasopressor titration, CRRT.
""",
    "cook-1": """Ivo Brand
ivo.brand@example.com | Berlin, Germany

EXPERIENCE
Sous Chef, Gasthaus Linde, Berlin, 03/2015 - 09/2023
- HACCP lead, menu planning and food costing.
""",
    "dev-1": """Anselm Orta
anselm.orta@example.com | Lisbon, Portugal

EXPERIENCE
Software Developer, Bluefin Software, Lisbon, 05/2018 - 02/2024
- Services in Python and PostgreSQL, deployed with Docker.
""",
}


@dataclass(frozen=True)
class Ran:
    """What a command did."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Return what runs a command line and catches what it prints."""

    def go(*arguments: str | Path) -> Ran:
        capsys.readouterr()
        with pytest.raises(SystemExit) as left:
            main([str(a) for a in arguments])
        printed = capsys.readouterr()
        code = left.value.code
        return Ran(code if isinstance(code, int) else 0, printed.out, printed.err)

    return go


@pytest.fixture
def port() -> int:
    """Return a port of loopback that nobody listens on."""
    return free_port()


@pytest.fixture(scope="session")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a JSONL file of three people."""
    file = tmp_path_factory.mktemp("corpus") / "people.jsonl"
    lines = [json.dumps({"candidate_id": i, "text": t}) for i, t in PEOPLE.items()]
    file.write_text("\n".join(lines), "utf-8")
    return file


@pytest.fixture(scope="module")
def data_dir(tmp_path_factory: pytest.TempPathFactory, corpus: Path) -> Path:
    """Return a data directory into which the three people were ingested."""
    home = tmp_path_factory.mktemp("data")
    with pytest.raises(SystemExit) as left:
        main(["ingest", str(corpus), "--data-dir", str(home)])
    assert left.value.code == 0
    return home
