"""However a résumé is written, four times as much of it takes no more than so much longer."""

from __future__ import annotations

from datetime import date

import pytest

from tests.timing import cpu_seconds
from tools.ingest.profile import build_candidate

UNITS = ("2019 ", "2015-2019 ", "a@b.", "Jan 2019 – May 2020, ")
SHORT, FOUR_TIMES = 2_000, 8_000


def seconds(unit: str, characters: int, seed: int) -> float:
    text = f"Reader {seed}\nExperience\n" + unit * (characters // len(unit))
    return cpu_seconds(
        lambda: build_candidate("x", text, source="", content_hash="", today=date(2026, 11, 1))
    )


@pytest.mark.parametrize("unit", UNITS)
def test_a_line_of_one_thing_over_and_over_is_read_in_bounded_time(unit: str) -> None:
    seconds(unit, SHORT, 0)
    short = min(seconds(unit, SHORT, seed) for seed in (1, 2))
    long = min(seconds(unit, FOUR_TIMES, seed) for seed in (1, 2))
    assert long < 10 * short + 0.3
