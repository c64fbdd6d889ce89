"""Each mark tells of what it is named for: the work done, its setting, what is held."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tools.index.resumes import person, resume
from tools.index.local import LocalIndex
from tools.index.minilm import MiniLM
from tools.request import read_request
from tools.results import Pool


def found(
    folder: Path, model: MiniLM, title: str, told: dict[str, str], *requests: str
) -> list[Pool]:
    """Search people of one name, title and time, of whom only the work told of them differs."""
    index = LocalIndex(folder, model)
    people = [person(i, resume("Ana Kovac", title, "03/2015", work)) for i, work in told.items()]
    index.upsert("acme", people)
    pools = [index.search("acme", read_request(request).criteria) for request in requests]
    index.close()
    return pools


def marks_of(pool: Pool) -> dict[str, dict[str, float]]:
    """The marks of everybody in a pool, by person and part."""
    return {
        i: {part.name: part.mark for part in parts}
        for i, parts in zip(pool.ids, pool.parts, strict=True)
    }


def test_the_words_of_the_work_tell_who_did_it_under_a_title_that_says_nothing(
    tmp_path: Path, model: MiniLM
) -> None:
    shifts = {
        "counter": "Balanced the cash drawer and the vault, deposits, cashed checks, CTRs.",
        "floor": "Restocked the shelves, priced goods, set up displays and swept the sales floor.",
    }
    (pool,) = found(tmp_path, model, "Associate", shifts, "bank teller")
    assert pool.ids[0] == "counter"
    marks = marks_of(pool)
    assert marks["counter"]["duties"] == 1.0
    assert "floor" not in marks or marks["floor"]["duties"] < 0.2


def test_of_two_managers_the_one_who_worked_in_the_setting_comes_first(
    tmp_path: Path, model: MiniLM
) -> None:
    told = {
        "a-office": "Ran a parts depot: forklifts, pallets, two shifts and the yearly stock count.",
        "z-gym": "Ran a gym: spin studio, locker rooms, group classes and a new weight floor.",
    }
    requests = ("general manager", "general manager for a health club")
    bare, placed = found(tmp_path, model, "General Manager", told, *requests)
    names = [{part.name for part in pool.parts[0]} for pool in (bare, placed)]
    assert ["setting" in each for each in names] == [False, True]
    assert placed.ids[0] == "z-gym"


def test_who_speaks_a_language_ranks_above_who_only_names_it_more(
    tmp_path: Path, model: MiniLM
) -> None:
    told = {
        "a-names": "Accountant for Spanish firms: Spanish invoices, Spanish audits, Spanish tax.",
        "z-speaks": "Closed the month and reconciled the accounts.\nLanguages: Spanish (fluent).",
    }
    request = "accountants in Lisbon who speak Spanish"
    (pool,) = found(tmp_path, model, "Accountant", told, request)
    held = {i: marks["held"] for i, marks in marks_of(pool).items()}
    assert held == {"z-speaks": 0.5, "a-names": 0.0}
    assert pool.ids[0] == "z-speaks"


def test_saying_a_licence_again_proves_little_more_than_holding_it(
    tmp_path: Path, model: MiniLM
) -> None:
    said = {"once": "Holds the PHR.", "thrice": "PHR since 2019.\nThe PHR renewed.\nPHR trainer."}
    (pool,) = found(tmp_path, model, "Payroll Lead", said, "payroll lead with PHR")
    (licence,) = (c.id for c in pool.criteria if c.kind == "certification")
    marks = {i: each[licence] for i, each in marks_of(pool).items()}
    assert marks["once"] == pytest.approx(2 / 3)
    assert marks["once"] < marks["thrice"] < 0.9
