"""Months are counted once, however many positions overlap in them."""

from datetime import date

import pytest

from tools.candidates import Position
from tools.criteria import Criterion
from tools.evidence import judge
from tools.evidence.periods import months_between, months_covered
from tools.ingest.profile import build_candidate


def job(begin: str, finish: str = "", current: bool = False) -> Position:
    return Position(title="Cook", begin=begin, finish=finish, current=current)


@pytest.mark.parametrize(
    ("jobs", "months"),
    [
        ([job("2019-01", "2019-12")], 12),
        ([job("2019-01", "2019-12"), job("2019-06", "2020-06")], 18),
        ([job("2019-01", "2019-12"), job("2021-01", "2021-01")], 13),
        ([job("2026-01", current=True)], 11),
        ([job("")], 0),
    ],
)
def test_overlaps_count_once_and_gaps_not_at_all(jobs: list[Position], months: int) -> None:
    assert months_covered(jobs, "2026-11") == months


def test_order_of_positions_does_not_matter() -> None:
    jobs = [job("2010-01", "2012-05"), job("2011-01", "2011-03"), job("2013-01", "2013-02")]
    assert months_covered(jobs, "2026-11") == months_covered(jobs[::-1], "2026-11")


def test_months_between_can_be_negative() -> None:
    assert months_between("2020-03", "2019-12") == -3


@pytest.mark.parametrize(
    ("job", "months"),
    [
        (Position("Cook", begin="2010-01", finish="2015-12"), 72),
        (
            Position(
                "Cook", begin="2010-01", finish="2015-12", begin_vague=True, finish_vague=True
            ),
            60,
        ),
        (Position("Cook", begin="2020-01", current=True, begin_vague=True), 77),
        (Position("Cook", begin="2026-01", current=True, begin_vague=True), 11),
        (
            Position(
                "Cook", begin="2012-01", finish="2012-12", begin_vague=True, finish_vague=True
            ),
            12,
        ),
    ],
)
def test_a_bare_year_counts_from_its_middle(job: Position, months: int) -> None:
    assert months_covered([job], "2026-11") == months


@pytest.mark.parametrize(
    "period", ["2010 - 2015", "2010 - Present", "03/2010 - 2015", "2010 - 05/2015"]
)
def test_years_in_a_role_are_those_of_the_career(period: str) -> None:
    text = f"Eve\n\nEXPERIENCE\nCook, Northwind, {period}\n- Ran the grill.\n"
    eve = build_candidate("a", text, source="", content_hash="a", today=date(2026, 11, 22))
    assert judge(eve, Criterion("title", "Cook")).note.startswith(
        f"{eve.profile.years_experience:.1f} years"
    )
    wish = Criterion("min_years", 1, subject="Cook")
    assert judge(eve, wish).note.startswith(f"{eve.profile.years_experience:.1f} years")


def test_a_job_of_which_one_month_is_told_adds_no_years_and_is_told_by_that_month() -> None:
    text = "Experience\nBaker\n06/2012 to 05/2014\nBaked.\nSous Chef\nMarch 2010\nCooked.\n"
    eve = build_candidate("a", text, source="", content_hash="a", today=date(2026, 11, 22))
    assert months_covered(eve.profile.positions, "2026-11") == 24
    assert judge(eve, Criterion("title", "Sous Chef")).note == "last in 2010"
    assert judge(eve, Criterion("title", "Baker")).note == "2.0 years, until 2014"
    assert judge(eve, Criterion("min_years", 1, subject="Sous Chef")).verdict == "unclear"
