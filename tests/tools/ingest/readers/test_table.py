"""CSV columns are mapped by name, rows fail alone, and a table without résumés says so."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools.ingest.given_fields import GivenFields
from tools.ingest.readers.table import read_table
from tools.ingest.records import Problem, Text, UnreadableError


def _csv(*rows: list[str], delimiter: str = ",") -> bytes:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows(rows)
    return out.getvalue().encode()


def _only(data: bytes) -> Text:
    (read,) = read_table(data)
    assert isinstance(read, Text)
    return read


def test_the_plans_columns_are_read_and_further_ones_are_kept() -> None:
    read = _only(
        _csv(
            ["candidate_id", "text", "skills", "location", "years_experience", "Team"],
            ["c-1", "Cook, ten years", "grill; HACCP", "Lyon", "10", "Blue"],
        )
    )
    assert (read.candidate_id, read.text, read.part) == ("c-1", "Cook, ten years", "row 2")
    assert read.given == GivenFields(
        skills=("grill", "HACCP"), location="Lyon", years_experience=10.0, extra={"Team": "Blue"}
    )


@pytest.mark.parametrize(
    "column", ["text", "Resume", "RESUME_STR", "cv text", "Raw-Text", "content"]
)
def test_the_résumés_column_goes_by_many_names(column: str) -> None:
    assert _only(_csv(["ID", column], ["7", "Nurse"])).text == "Nurse"


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_separator_is_found(delimiter: str) -> None:
    data = _csv(["id", "text", "name"], ["7", "Nurse, ICU; nights", "Ana"], delimiter=delimiter)
    read = _only(data)
    assert (read.candidate_id, read.text) == ("7", "Nurse, ICU; nights")


def test_a_table_without_résumés_names_what_is_missing_and_what_was_found() -> None:
    with pytest.raises(UnreadableError, match=r"needs `text`.*found are 'name', 'town'"):
        read_table(_csv(["name", "town"], ["Ana", "Lyon"]))


def test_a_table_with_only_a_header_says_so() -> None:
    with pytest.raises(UnreadableError, match="no rows"):
        read_table(b"candidate_id,text\n")


def test_a_row_with_too_many_cells_fails_alone() -> None:
    read = read_table(b"id,text\n1,Cook\n2,Cook, Lyon\n3,Nurse\n")
    assert [type(r) for r in read] == [Text, Problem, Text]
    assert read[1] == Problem(
        "row 3",
        "has 3 cells where the header has 2: "
        "put cells that contain the separator in double quotes.",
    )


@pytest.mark.parametrize(
    ("cell", "years"),
    [("7", 7.0), ("7.5", 7.5), ("7,5", 7.5), ("10+ years", 10.0), ("over 3", 3.0), ("", None)],
)
def test_years_are_read_from_usual_cells(cell: str, years: float | None) -> None:
    read = _only(_csv(["text", "years"], ["Cook", cell]))
    assert (read.given.years_experience if read.given else None) == years
    assert read.warnings == ()


@pytest.mark.parametrize("cell", ["many", "-3", "999", "2019-05-01"])
def test_odd_years_are_left_out_with_a_warning(cell: str) -> None:
    read = _only(_csv(["text", "years"], ["Cook", cell]))
    assert read.given is None
    assert "not understood" in read.warnings[0]


def test_a_cell_may_be_larger_than_the_csv_modules_default() -> None:
    assert len(_only(_csv(["text"], ["word " * 60_000])).text) == 300_000


_cells = st.text(alphabet=st.characters(exclude_categories=["Cc", "Cs"]), max_size=40)


@given(st.lists(st.tuples(_cells, _cells), min_size=1, max_size=5))
def test_what_the_csv_module_writes_comes_back(rows: list[tuple[str, str]]) -> None:
    filled = [row for row in rows if any(cell.strip() for cell in row)]
    data = _csv(["candidate_id", "text"], *[list(row) for row in filled])
    read: list[Any] = read_table(data) if filled else []
    assert [(r.candidate_id, r.text.lstrip()) for r in read] == [
        (a.strip(), b.lstrip()) for a, b in filled
    ]


@given(st.text(max_size=300))
def test_any_text_gives_rows_or_one_sentence(text: str) -> None:
    try:
        assert read_table(text.encode("utf-8", "replace"))
    except UnreadableError as error:
        assert str(error).endswith(".")
