"""The words of a kind of work: every trade has some, a narrower title adds its own."""

from __future__ import annotations

import pytest

from tools.vocabulary.duties import duties_of
from tools.vocabulary.tables import parts, read_folder
from tools.vocabulary.telling import LEAST_TELLING
from tools.vocabulary.titles import canonical_title, occupation_of
from tools.vocabulary.titles_table import occupations, title_table

ROWS = {row["work"]: parts(row["terms"]) for row in read_folder("duties")}
TITLES = {(hit.title.occupation, hit.title.name) for hit in title_table().hits.values()}


def test_every_trade_has_words_and_no_row_stands_twice() -> None:
    assert len(ROWS) == len(read_folder("duties"))
    assert set(occupations()) <= set(ROWS)


def test_a_row_of_a_narrower_title_names_one_that_is_filed_under_its_trade() -> None:
    narrower = [tuple(work.split("/", 1)) for work in ROWS if "/" in work]
    assert len(narrower) > 1000
    assert not [each for each in narrower if each not in TITLES]


def test_a_row_says_a_dozen_things_each_once() -> None:
    for work, terms in ROWS.items():
        assert len(terms) >= 12, work
        folded = [term.casefold() for term in terms]
        assert len(set(folded)) == len(folded), work
        assert all(term == term.strip() and len(term.split()) <= 4 for term in terms), work


def test_the_first_word_of_a_list_tells_most_and_the_last_least() -> None:
    told = list(duties_of("Bank Teller").values())
    assert max(told) == 1.0
    assert LEAST_TELLING < min(told) < 0.5


@pytest.mark.parametrize(
    ("title", "shows", "does_not"),
    [
        ("Bank Teller", "vault", "sutures"),
        ("Senior Registered Nurse", "telemetry", "vault"),
        ("Elementary School Teacher", "guided reading", "month-end close"),
    ],
)
def test_a_title_is_shown_by_the_words_of_its_own_work(
    title: str, shows: str, does_not: str
) -> None:
    assert shows in duties_of(title)
    assert does_not not in duties_of(title)


def test_a_narrower_title_keeps_the_words_of_its_trade_and_adds_its_own() -> None:
    assert occupation_of("ICU Nurse") == occupation_of("School Nurse")
    narrow, other = duties_of("ICU Nurse"), duties_of("School Nurse")
    shared = set(ROWS[str(occupation_of("School Nurse"))])
    assert shared <= set(narrow) & set(other)
    assert set(narrow) - set(other)


def test_a_kind_of_a_trade_keeps_the_words_of_the_wider_one_and_adds_its_own() -> None:
    narrow, wide = duties_of("Math Teacher"), duties_of("Teacher")
    assert set(wide) < set(narrow)
    assert "algebra" in set(narrow) - set(wide)


def test_a_title_of_no_known_trade_is_shown_by_nothing() -> None:
    assert canonical_title("Grand Poobah") is None
    assert duties_of("Grand Poobah") == {}
