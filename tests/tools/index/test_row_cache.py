"""Rows kept in memory: fetched together and once, and never more of them than is allowed."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tools.index.row_cache import Kept


class Table:
    """Holds the numbers below ten, and remembers what was fetched."""

    def __init__(self) -> None:
        self.fetched: list[list[int]] = []

    def fetch(self, numbers: Sequence[int]) -> dict[int, str]:
        self.fetched.append(list(numbers))
        return {n: f"row {n}" for n in reversed(numbers) if n < 10}


def test_missing_rows_are_fetched_together_and_come_in_the_order_asked_for() -> None:
    table = Table()
    kept = Kept(5, table.fetch)
    kept.of([3, 1])
    assert list(kept.of([4, 3, 2, 3]).items()) == [(4, "row 4"), (3, "row 3"), (2, "row 2")]
    assert table.fetched == [[3, 1], [4, 2]]


def test_the_row_used_longest_ago_leaves_first() -> None:
    table = Table()
    kept = Kept(2, table.fetch)
    kept.of([1, 2])
    kept.of([1])
    kept.of([3])
    assert kept.of([1, 3]) == {1: "row 1", 3: "row 3"}
    kept.of([2])
    assert table.fetched == [[1, 2], [3], [2]]


def test_more_rows_than_are_kept_still_come_whole() -> None:
    kept = Kept(2, Table().fetch)
    assert list(kept.of(range(5))) == [0, 1, 2, 3, 4]


def test_a_number_without_a_row_is_a_fault() -> None:
    with pytest.raises(KeyError):
        Kept(2, Table().fetch).of([11])
