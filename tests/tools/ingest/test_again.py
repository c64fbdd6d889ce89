"""Ingest again: what is unchanged stays, what changed replaces, likely twins are told apart."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.conftest import HashEmbedder
from tools.criteria import Criterion
from tools.index.local import LocalIndex
from tools.ingest import records
from tools.ingest.pipeline import Ingest
from tools.ingest.report import Progress

ODILE = """Odile Marchetti
odile.marchetti@example.com

EXPERIENCE
Pastry Chef, Maison Aubépine, Lyon, 03/2014 - 09/2022
- Laminated doughs and HACCP records
"""
HACCP = (Criterion("skill", ("HACCP",)),)


@pytest.fixture
def index(tmp_path: Path) -> Iterator[LocalIndex]:
    made = LocalIndex(tmp_path / "index", HashEmbedder())
    yield made
    made.close()


@pytest.fixture
def ingest(index: LocalIndex) -> Ingest:
    return Ingest(index, "local", today=date(2026, 11, 22))


def test_what_is_unchanged_is_left_alone_to_the_byte(
    index: LocalIndex, ingest: Ingest, tmp_path: Path
) -> None:
    file = tmp_path / "odile.txt"
    file.write_text(ODILE, "utf-8")
    assert ingest.run([file]).summary() == "1 added."
    before = index.search("local", HACCP)
    assert ingest.run([file]).summary() == "1 unchanged."
    after = index.search("local", HACCP)
    assert after.search_id == before.search_id, "the index was written to"


def test_a_changed_file_replaces_its_candidate_in_text_words_and_vectors(
    index: LocalIndex, ingest: Ingest, tmp_path: Path
) -> None:
    file = tmp_path / "odile.txt"
    file.write_text(ODILE, "utf-8")
    ingest.run([file])
    assert index.search("local", HACCP).ids == ("odile",)
    file.write_text(ODILE.replace("HACCP records", "sugar work"), "utf-8")
    assert ingest.run([file]).summary() == "1 replaced."
    assert index.count("local") == 1
    text = index.get("local", ["odile"])["odile"].text
    assert "sugar work" in text
    assert "HACCP" not in text
    words = (Criterion("text", ("HACCP records",)),)
    row = index.search("local", words)
    assert not row.ids or row.ids == ("odile",)


def test_the_same_person_in_two_files_is_reported_and_not_merged(
    index: LocalIndex, ingest: Ingest, tmp_path: Path
) -> None:
    (tmp_path / "odile.txt").write_text(ODILE, "utf-8")
    (tmp_path / "newer.md").write_text(ODILE + "\n## Skills\nSugar work\n", "utf-8")
    report = ingest.run([tmp_path / "odile.txt", tmp_path / "newer.md"])
    (twin,) = report.duplicates
    assert {twin.candidate_id, *twin.duplicates} == {"odile", "newer"}
    assert index.count("local") == 2
    assert report.summary() == "2 added, 1 likely duplicate."


def test_the_same_bytes_in_two_files_are_reported(ingest: Ingest, tmp_path: Path) -> None:
    nameless = "Pastry Chef in Lyon since 2014, laminated doughs and HACCP records.\n"
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(nameless, "utf-8")
    (twin,) = ingest.run([tmp_path / "a.txt", tmp_path / "b.txt"]).duplicates
    assert (twin.candidate_id, twin.duplicates) == ("b", ("a",))


def test_the_same_words_of_somebody_unnamed_are_reported_whatever_the_file(
    ingest: Ingest, tmp_path: Path
) -> None:
    nameless = "Pastry Chef in Lyon since 2014, laminated doughs and HACCP records.\n"
    (tmp_path / "a.txt").write_text(nameless, "utf-8")
    (tmp_path / "b.md").write_text(f"# {nameless}", "utf-8")
    (twin,) = ingest.run([tmp_path / "a.txt", tmp_path / "b.md"]).duplicates
    assert (twin.candidate_id, twin.duplicates) == ("b", ("a",))


def test_progress_grows_to_its_end_and_names_the_files(ingest: Ingest, tmp_path: Path) -> None:
    for number in range(5):
        (tmp_path / f"p{number}.txt").write_text(ODILE.replace("Odile", f"Odile{number}"), "utf-8")
    told: list[Progress] = []
    ingest.run(sorted(tmp_path.glob("p*.txt")), told.append)
    done = [progress.done for progress in told]
    assert done == sorted(done)
    assert told[-1].done == told[-1].total > 0
    assert told[-1].people == 5
    assert {p.source for p in told} >= {f"p{n}.txt" for n in range(5)}


def test_a_new_way_of_reading_reads_everybody_anew(
    ingest: Ingest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "odile.txt"
    file.write_text(ODILE, "utf-8")
    ingest.run([file])
    monkeypatch.setattr(records, "READING", "another")
    assert ingest.run([file]).summary() == "1 replaced."
