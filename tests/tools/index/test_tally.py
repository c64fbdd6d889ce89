"""Packed counts: what was counted is found again, for whom it was counted and for nobody else."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tools.index.tally import SortedTallies, Tallies, key_of, keys_in, packed

names = st.text(min_size=1, max_size=8)
counted = st.dictionaries(names, st.tuples(st.integers(0, 70_000), st.integers(0, 9)), max_size=6)


@given(st.lists(counted, min_size=1, max_size=5), names)
def test_each_name_is_found_with_the_counts_of_each_person(
    people: list[dict[str, tuple[int, int]]], other: str
) -> None:
    for kind in (Tallies, SortedTallies):
        tallies = kind([packed(counts, 2) for counts in people], 2)
        for name in {other, *(name for counts in people for name in counts)}:
            wanted = [counts.get(name, (0, 0)) for counts in people]
            assert tallies.of(name).tolist() == [[min(a, 65_535), b] for a, b in wanted]


@given(counted)
def test_the_order_in_which_names_were_counted_changes_no_byte(
    counts: dict[str, tuple[int, int]],
) -> None:
    turned = dict(reversed(counts.items()))
    assert packed(turned, 2) == packed(counts, 2)
    assert sorted(keys_in(packed(counts, 2), 2)) == sorted(key_of(name) for name in counts)


def test_nobody_has_said_anything() -> None:
    for kind in (Tallies, SortedTallies):
        assert kind([], 1).of("payroll").shape == (0, 1)
        assert kind([b""], 1).of("payroll").tolist() == [[0.0]]
