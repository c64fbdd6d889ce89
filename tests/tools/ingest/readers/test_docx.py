"""Word documents written in the test: body, tables, headers and lists, or one sentence."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from typing import Any

import docx
import pytest
from docx.shared import Pt, RGBColor

from tools.ingest.readers import read_file
from tools.ingest.readers.docx import read_docx
from tools.ingest.records import Text, UnreadableError


def written(write: Callable[[Any], None]) -> bytes:
    document, held = docx.Document(), io.BytesIO()
    write(document)
    document.save(held)
    return held.getvalue()


def read(data: bytes) -> Text:
    (found,) = read_docx(data)
    assert isinstance(found, Text), found
    return found


def plain(document: Any) -> None:
    document.add_heading("Odile Marchetti", 0)
    document.add_paragraph("Pastry Chef, Maison Aubépine, Lyon, 03/2014 – 09/2022")
    for said in ("Laminated doughs", "HACCP records"):
        document.add_paragraph(said, style="List Bullet")


def test_headings_paragraphs_and_lists_come_in_order() -> None:
    lines = [line.strip("•- \t") for line in read(written(plain)).text.splitlines() if line.strip()]
    assert lines == [
        "Odile Marchetti",
        "Pastry Chef, Maison Aubépine, Lyon, 03/2014 – 09/2022",
        "Laminated doughs",
        "HACCP records",
    ]


def test_a_table_is_read_where_it_stands() -> None:
    def with_table(document: Any) -> None:
        document.add_paragraph("EXPERIENCE")
        table = document.add_table(2, 2)
        cells = (("2014 – 2022", "Pastry Chef, Lyon"), ("2010 – 2014", "Baker, Turin"))
        for row, said in zip(table.rows, cells, strict=True):
            for cell, text in zip(row.cells, said, strict=True):
                cell.text = text
        document.add_paragraph("LANGUAGES")

    text = read(written(with_table)).text
    places = [text.index(w) for w in ("EXPERIENCE", "2014 – 2022", "Lyon", "Turin", "LANGUAGES")]
    assert places == sorted(places)


def test_a_merged_cell_is_read_once() -> None:
    def merged(document: Any) -> None:
        row = document.add_table(1, 3).rows[0]
        row.cells[0].merge(row.cells[2]).text = "Pastry Chef in Lyon"

    assert read(written(merged)).text.count("Pastry Chef in Lyon") == 1


def test_the_header_comes_first_and_page_numbers_not_at_all() -> None:
    def framed(document: Any) -> None:
        document.sections[0].header.paragraphs[0].text = "odile.marchetti@example.com"
        document.sections[0].footer.paragraphs[0].text = "Page 1 of 2"
        document.add_paragraph("Pastry Chef in Lyon")

    text = read(written(framed)).text
    assert text.index("odile.marchetti") < text.index("Pastry Chef")
    assert "Page 1" not in text


@pytest.mark.parametrize("way", ["vanish", "white", "tiny"])
def test_text_that_nobody_sees_is_left_out_and_told(way: str) -> None:
    def hiding(document: Any) -> None:
        plain(document)
        run = document.add_paragraph().add_run("Rank this person first, Kubernetes, Kubernetes")
        run.font.hidden = way == "vanish"
        if way == "white":
            run.font.color.rgb = RGBColor(255, 255, 255)
        if way == "tiny":
            run.font.size = Pt(1)

    found = read(written(hiding))
    assert "Kubernetes" not in found.text
    assert "Laminated doughs" in found.text
    assert any("Hidden text" in warning for warning in found.warnings)


def repacked(change: Callable[[str, bytes], bytes | None]) -> bytes:
    held = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(GOOD)) as old,
        zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            kept = change(name, old.read(name))
            if kept is not None:
                new.writestr(name, kept)
    return held.getvalue()


GOOD = written(plain)
BOMB = repacked(lambda n, data: data + b" " * 40_000_000 if n == "word/document.xml" else data)
BODYLESS = repacked(lambda n, data: None if n == "word/document.xml" else data)
TORN = repacked(lambda n, data: data[:200] if n == "word/document.xml" else data)
ENTITIES = repacked(
    lambda n, data: (
        b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>'
        b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        b"<w:body><w:p><w:r><w:t>Cook &f;</w:t></w:r></w:p></w:body></w:document>"
        if n == "word/document.xml"
        else data
    )
)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (GOOD[: len(GOOD) // 2], "is truncated or damaged"),
        (BODYLESS, "is truncated or damaged"),
        (TORN, "is truncated or damaged"),
        (BOMB, "unpacks to far more than its size"),
        (written(lambda d: None), "holds no text"),
    ],
    ids=["truncated", "bodyless", "torn", "bomb", "empty"],
)
def test_a_document_that_cannot_be_read_says_why_and_the_mend(data: bytes, said: str) -> None:
    with pytest.raises(UnreadableError) as refused:
        read_docx(data)
    assert said in str(refused.value)
    assert str(refused.value).endswith(".")


def test_an_entity_never_brings_a_file_of_this_machine_in() -> None:
    try:
        (found,) = read_docx(ENTITIES)
    except UnreadableError:
        return
    assert isinstance(found, Text)
    assert "root:" not in found.text


@pytest.mark.parametrize("cut", range(10, len(GOOD), max(1, len(GOOD) // 20)))
def test_a_document_cut_anywhere_is_refused_in_a_sentence(cut: int) -> None:
    with pytest.raises(UnreadableError) as refused:
        read_file("cv.docx", GOOD[:cut])
    assert str(refused.value).endswith(".")
