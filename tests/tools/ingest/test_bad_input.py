"""What cannot be read costs only itself: each file is named, with what is wrong and the mend."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.conftest import HashEmbedder
from tools.index.local import LocalIndex
from tools.ingest.pipeline import Ingest
from tools.ingest.records import MAX_BYTES

GOOD = "Odile Marchetti\n\nEXPERIENCE\nPastry Chef, Lyon, 03/2014 - 09/2022\n- HACCP records\n"


@pytest.fixture
def index(tmp_path: Path) -> Iterator[LocalIndex]:
    made = LocalIndex(tmp_path / "index", HashEmbedder())
    yield made
    made.close()


@pytest.fixture
def ingest(index: LocalIndex) -> Ingest:
    return Ingest(index, "local", today=date(2026, 11, 22))


def text_of(index: LocalIndex, candidate_id: str) -> str:
    return index.get("local", [candidate_id])[candidate_id].text


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("zero.pdf", b"", "is empty"),
        ("zero.docx", b"", "is empty"),
        ("zero.csv", b"", "is empty"),
        ("blank.txt", b" \n\t\n", "is empty"),
        ("nul.txt", b"\0" * 500, "is empty"),
        ("dots.txt", b"... --- ... 123", "holds no words"),
        ("text.pdf", GOOD.encode(), "is named .pdf but holds something else"),
        ("text.docx", GOOD.encode(), "is named .docx but holds something else"),
        ("picture.pdf", b"\x89PNG\r\n\x1a\n" + b"x" * 99, "is a picture: run OCR"),
        ("old.docx", b"\xd0\xcf\x11\xe0" + b"x" * 99, "is an old Word"),
        ("rich.txt", b"{\\rtf1 hello}", "is an RTF document"),
        ("sheet.docx", b"PK\x03\x04xl/workbook.xml", "is a ZIP archive or another office format"),
        ("packed.txt", b"\x1f\x8b" + b"x" * 99, "is a compressed file: unpack it first"),
        ("torn.pdf", b"%PDF-1.7\n1 0 obj", "is truncated or damaged"),
        ("shape.json", b'"just a string"', "shape.json"),
        ("number.json", b"17", "number.json"),
        ("torn.json", b'{"basics": {"name": "A', "torn.json"),
        ("empty.json", b"{}", "empty.json"),
        (
            "work.json",
            b'{"basics": {"name": "A B"}, "work": "cook"}',
            "`work` is text instead of a",
        ),
        ("numbers.jsonl", b"1\n", "numbers.jsonl"),
        ("columns.csv", b"colour,size\nred,4\n", "columns.csv"),
        ("head.csv", b"candidate_id,text\n", "head.csv"),
    ],
)
def test_a_file_that_cannot_be_read_is_named_and_the_others_come_in(
    index: LocalIndex, ingest: Ingest, tmp_path: Path, name: str, data: bytes, said: str
) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / name).write_bytes(data)
    (folder / "good.txt").write_text(GOOD, "utf-8")
    report = ingest.run([folder])
    assert [item.outcome for item in report.failed] == ["failed"]
    message = report.failed[0].message
    assert message.startswith(f"in/{name}")
    assert said in message
    assert message.endswith(".")
    assert ":" in message, "the mend is missing"
    assert index.count("local") == 1
    assert "Pastry Chef" in text_of(index, "good")


def test_a_csv_without_text_says_which_columns_it_needs_and_which_it_has(
    ingest: Ingest, tmp_path: Path
) -> None:
    file = tmp_path / "people.csv"
    file.write_text("colour,size\nred,4\n", "utf-8")
    (failed,) = ingest.run([file]).failed
    assert "text" in failed.message
    assert "colour" in failed.message


@pytest.mark.parametrize("second", ['b,"Nurse, Graz', 'b,"Nurse, Graz\nc,"Cook, Lima"'])
def test_a_quote_that_is_not_closed_is_told_and_swallows_nobody_in_silence(
    index: LocalIndex, ingest: Ingest, tmp_path: Path, second: str
) -> None:
    file = tmp_path / "people.csv"
    file.write_text(f'candidate_id,text\na,"Baker, Rome"\n{second}\nd,"Smith, Cork"\n', "utf-8")
    (failed,) = ingest.run([file]).failed
    assert failed.message.startswith("people.csv, row 3, opens a double quote")
    assert "a" in index.content_hashes("local")
    assert all("d,Smith" not in text_of(index, each) for each in index.content_hashes("local"))


def test_an_unknown_kind_names_those_that_are_read(ingest: Ingest, tmp_path: Path) -> None:
    (tmp_path / "cv.pages").write_text(GOOD, "utf-8")
    (failed,) = ingest.run([tmp_path / "cv.pages"]).failed
    assert failed.message.startswith("cv.pages is of a kind that cannot be read: use one of PDF,")


def test_a_broken_row_costs_only_itself(index: LocalIndex, ingest: Ingest, tmp_path: Path) -> None:
    file = tmp_path / "people.jsonl"
    rows = [
        json.dumps({"candidate_id": "a", "text": GOOD}),
        "{broken",
        json.dumps({"candidate_id": "b"}),
        json.dumps(["c"]),
        json.dumps({"candidate_id": "a", "text": GOOD + "again"}),
        "",
        json.dumps({"candidate_id": "d", "text": GOOD.replace("Lyon", "Turin")}),
    ]
    file.write_text("\n".join(rows), "utf-8")
    report = ingest.run([file])
    assert sorted(index.content_hashes("local")) == ["a", "d"]
    assert len(report.failed) == 4
    for failed, line in zip(report.failed, (2, 3, 4, 5), strict=True):
        assert f"line {line}" in failed.message
        assert failed.message.startswith("people.jsonl")


def test_a_file_over_fifty_megabytes_is_not_opened(ingest: Ingest, tmp_path: Path) -> None:
    huge = tmp_path / "huge.pdf"
    with huge.open("wb") as stream:
        stream.write(b"%PDF-1.7\n")
        stream.truncate(MAX_BYTES + 1)
    (failed,) = ingest.run([huge]).failed
    assert failed.message == "huge.pdf is too large (52 MB, the limit is 52 MB): split it."


def test_text_of_nearly_fifty_megabytes_is_read_or_refused_and_nothing_else_is_lost(
    index: LocalIndex, ingest: Ingest, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text("lorem ipsum dolor " * 300_000, "utf-8")
    (tmp_path / "good.txt").write_text(GOOD, "utf-8")
    report = ingest.run([tmp_path / "a.txt", tmp_path / "good.txt"])
    assert "good" in index.content_hashes("local")
    assert {item.outcome for item in report.items} <= {"added", "failed"}
    assert all(failed.message.endswith(".") for failed in report.failed)


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252", "iso-8859-1"]
)
def test_the_encodings_that_people_save_in_are_read(
    index: LocalIndex, ingest: Ingest, tmp_path: Path, encoding: str
) -> None:
    said = "Pâtissière, Crème brûlée, Köln, 03/2014 - 09/2022: Führte ein Café mit Señora Ibáñez\n"
    (tmp_path / "cv.txt").write_bytes((said * 5).encode(encoding))
    ingest.run([tmp_path / "cv.txt"])
    text = text_of(index, "cv")
    for word in ("Pâtissière", "Crème brûlée", "Führte"):
        assert word in text


def test_paths_that_lead_nowhere_are_named(ingest: Ingest, tmp_path: Path) -> None:
    report = ingest.run([tmp_path / "none.pdf", tmp_path / "nowhere"])
    assert [item.outcome for item in report.items] == ["failed", "failed"]
    assert "none.pdf does not exist: check the path." in report.items[0].message


def test_hidden_files_locks_and_foreign_kinds_in_a_folder_are_no_fault(
    ingest: Ingest, tmp_path: Path
) -> None:
    folder = tmp_path / "in"
    (folder / ".git").mkdir(parents=True)
    for name in (".hidden.txt", "~$lock.docx", "photo.jpg", ".git/config.txt", "good.txt"):
        (folder / name).write_text(GOOD, "utf-8")
    report = ingest.run([folder])
    assert not report.failed
    assert report.count("added") == 1
    assert [item.source for item in report.items if item.outcome == "skipped"] == ["in/photo.jpg"]


def test_a_folder_that_leads_back_into_itself_ends(ingest: Ingest, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "good.txt").write_text(GOOD, "utf-8")
    (folder / "again").symlink_to(folder, target_is_directory=True)
    assert ingest.run([folder]).count("added") == 1


def test_two_files_of_one_name_are_two_people(
    index: LocalIndex, ingest: Ingest, tmp_path: Path
) -> None:
    for folder, name in (("a", "Odile Marchetti"), ("b", "Bruno Keller")):
        (tmp_path / "in" / folder).mkdir(parents=True)
        text = GOOD.replace("Odile Marchetti", f"{name}\n{name.replace(' ', '.')}@example.com")
        (tmp_path / "in" / folder / "cv.txt").write_text(text, "utf-8")
    report = ingest.run([tmp_path / "in"])
    assert report.count("added") == 2
    assert index.count("local") == 2
    assert ingest.run([tmp_path / "in"]).count("unchanged") == 2
