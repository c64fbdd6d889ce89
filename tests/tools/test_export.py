"""The shortlist as a table: a row a person, their quotes, and nothing a spreadsheet runs."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from typing import Any, cast

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tools.calling import call_tool
from tools.candidates import Candidate, Identity
from tools.desk import Desk, ToolError
from tools.export import Who, shortlist_csv
from tools.presenting import Row

RUNNING = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


@pytest.fixture
def kept(desk: Desk) -> Desk:
    """A desk with two data scientists kept, the second one first."""
    criteria = [
        {"kind": "title", "value": "Data Scientist"},
        {"kind": "skill", "value": "Apache Spark", "weight": "nice"},
        {"kind": "skill", "value": "Kubernetes", "weight": "avoid"},
    ]
    searched = call_tool("search_candidates", desk, {"criteria": criteria}).desk
    ranked = {i: f"@{i}" for i in ("da-1", "da-2")}
    return call_tool("update_shortlist", searched, {"add": [ranked["da-2"], ranked["da-1"]]}).desk


def table_of(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


def test_everybody_kept_has_a_row_in_their_place_with_rank_contacts_and_proofs(kept: Desk) -> None:
    ana, delgado = table_of(shortlist_csv(kept))
    assert (ana["Place"], ana["Name"], ana["E-mail"]) == ("1", "Ana Petrov", "a.petrov@example.com")
    assert delgado["Rank"] == str(kept.view.pool.index("da-1") + 1)
    assert (delgado["Location"], delgado["Id"]) == ("Berlin, Germany", "da-1")
    assert delgado["must: Data Scientist"] == "met"
    assert "Data Scientist, Lindenpark" in delgado["must: Data Scientist – quote"]
    assert "Spark" in delgado["nice: Apache Spark – quote"]
    assert delgado["avoid: Kubernetes"] == "not found"


def test_it_opens_in_a_spreadsheet_as_utf_8_and_without_a_search_has_no_wishes(kept: Desk) -> None:
    text = shortlist_csv(call_tool("start_over", kept, {}).desk)
    assert text.startswith("\ufeff")
    assert text.count("\r\n") == 3
    assert list(table_of(text)[0])[-1] == "Id"


def test_who_may_not_see_names_gets_none(kept: Desk) -> None:
    def told(row: Row) -> Who:
        return Who(f"Candidate {row.rank}")

    text = shortlist_csv(kept, told, lambda words, _: words.replace("Berlin", "…"))
    assert "Delgado" not in text
    assert "example.com" not in text
    assert "da-1" not in text
    assert "Berlin" not in text


def test_an_empty_shortlist_is_refused_with_what_to_do(desk: Desk) -> None:
    with pytest.raises(ToolError, match="put somebody on it first"):
        shortlist_csv(desk)


class Alone:
    """An index with one person in it."""

    def __init__(self, person: Candidate) -> None:
        self._person = person

    def get(self, _: str, ids: Sequence[str]) -> dict[str, Candidate]:
        return dict.fromkeys(ids, self._person)


@given(
    st.text(max_size=40)
    | st.sampled_from(["=1+1", 'Dev;"=1+1;x', "\t=cmd", " @SUM(1)", 'a;=1";-2', "+49 1"])
)
def test_no_cell_can_be_taken_for_a_formula_wherever_it_is_cut(
    people: list[Candidate], written: str
) -> None:
    profile = msgspec.structs.replace(people[0].profile, headline=written)
    identity = Identity(name=written, emails=(written,), phones=(written, written))
    person = msgspec.structs.replace(people[0], profile=profile, identity=identity)
    desk: Any = Desk("local", cast("Any", Alone(person)), shortlist=("da-1",))
    cells = [cell for row in csv.reader(io.StringIO(shortlist_csv(desk)[1:])) for cell in row]
    for cell in cells:
        assert "\n" not in cell
        assert not any(piece.lstrip(' \t"').startswith(RUNNING) for piece in cell.split(";")), cell
