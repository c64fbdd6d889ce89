"""A small corpus and a way to write and load scripts over it."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest

from agent.scripts.runner import Runner

PEOPLE = {
    "nurse-1": """Mara Quill
mara.quill@example.com | Austin, TX

EXPERIENCE
Registered Nurse, ICU, Larkspur Hospital, Austin, TX, 01/2017 - 06/2024
- Ventilated patients and CRRT; ACLS certified.
""",
    "nurse-2": """Tove Ahlgren
tove.ahlgren@example.com | Dallas, TX

EXPERIENCE
Registered Nurse, Emergency Department, Birch General, Dallas, TX, 03/2020 - 09/2025
- Triage and trauma care.
""",
    "dev-1": """Anselm Orta
anselm.orta@example.com | Lisbon, Portugal

EXPERIENCE
Software Developer, Bluefin Software, Lisbon, 05/2018 - 02/2024
- Services in Python and PostgreSQL, deployed with Docker.
""",
}


@pytest.fixture(scope="session")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a JSONL file with three fictional people."""
    path = tmp_path_factory.mktemp("corpus") / "people.jsonl"
    rows = [{"candidate_id": i, "text": text} for i, text in PEOPLE.items()]
    path.write_bytes(b"\n".join(msgspec.json.encode(row) for row in rows))
    return path


@pytest.fixture
def written(tmp_path: Path, corpus: Path) -> Callable[..., Path]:
    """Return a function that writes a script over the corpus and returns its path."""

    def write(body: str, name: str = "one", head: str = "") -> Path:
        path = tmp_path / f"{name}.conversation.yaml"
        text = f"script: {name}\ncorpus: {corpus}\n{head}{textwrap.dedent(body)}"
        path.write_text(text, encoding="utf-8")
        return path

    return write


@pytest.fixture(scope="session")
def runner(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Runner]:
    """Return a runner that is closed at the end."""
    made = Runner(tmp_path_factory.mktemp("runner"))
    yield made
    made.close()
