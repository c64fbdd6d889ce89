"""Months are counted once, however many positions overlap in them."""

import pytest

from tools.candidates import Position
from tools.evidence.periods import months_between, months_covered


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
