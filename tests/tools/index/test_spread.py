"""Words said in one place only: a request copied into a résumé counts for little."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tools.index.resumes import person
from tools.index.bm25 import Statistics
from tools.index.local import LocalIndex
from tools.index.minilm import MiniLM
from tools.index.query_terms import request_words
from tools.index.sheet import Sheet, make_sheet
from tools.index.spread import spread_of
from tools.reasons import LABELS, between
from tools.request import read_request

POSTING = (
    "Warehouse supervisor for a cold store. You plan shifts for forklift drivers, run cycle "
    "counts, keep the warehouse management system right and load trailers on time. "
    "Requirements: 3+ years leading a warehouse team, inventory control, OSHA 10. "
    "Preferred: frozen food, SAP."
)
WORDS = request_words(read_request(POSTING).criteria)
RARE = Statistics(100, 200, {})

WORK = (
    "Taught children of seven to read and to write.",
    "Met parents every month and wrote reports for each of them.",
    "Led the choir of the school and its trip to the sea.",
    "Prepared lessons on plants, rivers and the weather.",
    "Watched over the playground and the lunch room.",
    "Trained two young colleagues in their first year.",
    "Organised the spring fair with thirty stalls.",
    "Kept the reading corner and bought its books.",
)
STORE = (
    "Warehouse supervisor of a cold store with forklift drivers on two shifts.",
    "Planned shifts and led a warehouse team of twelve.",
    "Ran cycle counts and inventory control in SAP.",
    "Loaded trailers of frozen food on time.",
    "Forklift drivers got their OSHA training from me.",
    "The warehouse management system stayed right to the box.",
)


def career(lines: tuple[str, ...], extra: str = "") -> str:
    jobs = (
        f"Employer {at}, 0{at}/201{at} - 0{at}/201{at + 1}\n{line}\n"
        for at, line in enumerate(lines * 2, start=1)
        if at < 9
    )
    return "Experience\n" + "\n".join(jobs) + extra


def sheet(text: str) -> Sheet:
    return make_sheet(person("someone", text))


def test_a_request_that_stands_in_one_place_only_gets_no_mark() -> None:
    copied, honest, stranger = spread_of(
        [sheet(career(WORK, POSTING)), sheet(career(STORE)), sheet(career(WORK))], WORDS, RARE
    )
    assert copied < 0.2
    assert honest == stranger == 1.0


def test_a_line_that_sums_up_the_career_costs_an_honest_person_nothing() -> None:
    summed = career(STORE, "Warehouse supervisor: cold store, forklift drivers, cycle counts, SAP.")
    assert spread_of([sheet(summed)], WORDS, RARE)[0] == 1.0


def test_a_text_too_short_to_have_places_tells_nothing() -> None:
    assert spread_of([sheet(POSTING)], WORDS, RARE)[0] == 1.0


def test_a_request_of_three_words_tells_nothing() -> None:
    text = career(WORK, "Forklift, inventory, SAP.")
    assert spread_of([sheet(text)], ["forklift", "inventor", "sap"], RARE)[0] == 1.0


@settings(deadline=None, max_examples=40)
@given(st.lists(st.text(max_size=200), min_size=1, max_size=4), st.integers(0, 3))
def test_a_mark_is_a_share_and_hangs_on_nobody_else(texts: list[str], at: int) -> None:
    sheets = [sheet(f"{career(WORK)}\n{text}\n{POSTING[: 20 * len(text)]}") for text in texts]
    marks = spread_of(sheets, WORDS, RARE)
    assert ((marks >= 0) & (marks <= 1)).all()
    alone = at % len(sheets)
    assert spread_of([sheets[alone]], WORDS, RARE)[0] == marks[alone]


@pytest.mark.parametrize("copies", [1, 2])
def test_a_posting_copied_into_a_teachers_resume_lifts_no_teacher(
    tmp_path: Path, copies: int
) -> None:
    index = LocalIndex(tmp_path, MiniLM())
    copied = career(WORK, "\n\n".join([POSTING] * copies))
    texts = {"copied": copied, "keeper": career(STORE)}
    index.upsert("acme", [person(who, text) for who, text in texts.items()])
    criteria = read_request(POSTING).criteria
    pool = index.search("acme", criteria)
    index.close()
    compared = between(pool, "keeper", "copied")
    assert compared is not None
    assert pool.ids == ("keeper", "copied")
    assert LABELS["spread"] in [reason.text for reason in compared[2]]
