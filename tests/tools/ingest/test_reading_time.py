"""However a résumé is written, four times as much of it takes no more than so much longer."""

from __future__ import annotations

from datetime import date

import pytest

from tests.timing import cpu_seconds
from tools.ingest.guards.instructions import without_instructions
from tools.ingest.profile import build_candidate

UNITS = ("2019 ", "2015-2019 ", "a@b.", "Jan 2019 – May 2020, ", "\x0b", "\x0c", "\u2028")
SENTENCES = (
    "I have been a nurse since 2010 and before that a cook until 2009. ",
    "She was employed as a nurse at Acme from 2019 to 2020. ",
)
HEADINGS = ("EXPERIENCE\n", "Education\n", "Skills: sewing\n")
MARKS = "#<=*-_|>[{(`~"
SHORT, FOUR_TIMES = 2_000, 8_000


def seconds(unit: str, characters: int, seed: int) -> float:
    text = f"Reader {seed}\nExperience\n" + unit * max(1, characters // len(unit))
    return cpu_seconds(
        lambda: build_candidate("x", text, source="", content_hash="", today=date(2026, 11, 1))
    )


@pytest.mark.parametrize("unit", UNITS)
def test_a_line_of_one_thing_over_and_over_is_read_in_bounded_time(unit: str) -> None:
    seconds(unit, SHORT, 0)
    short = min(seconds(unit, SHORT, seed) for seed in (1, 2))
    long = min(seconds(unit, FOUR_TIMES, seed) for seed in (1, 2))
    assert long < 10 * short + 0.3


@pytest.mark.parametrize("unit", ["9", "w", "a.", "x-"])
def test_one_long_word_beside_an_address_is_read_in_bounded_time(unit: str) -> None:
    address = "pat@example.com\n"
    seconds(address + unit * 100, SHORT, 0)
    short = min(seconds(address + unit * SHORT, SHORT, seed) for seed in (1, 2))
    long = min(seconds(address + unit * 4 * FOUR_TIMES, 4 * FOUR_TIMES, seed) for seed in (1, 2))
    assert long < 40 * short + 0.3


@pytest.mark.parametrize("sentence", SENTENCES)
def test_sentences_on_one_line_take_hardly_longer_than_each_on_its_own(sentence: str) -> None:
    apart = sentence.strip() + "\n"
    seconds(apart, SHORT, 0)
    one_line = min(seconds(sentence, 6 * FOUR_TIMES, seed) for seed in (1, 2))
    own_lines = min(seconds(apart, 6 * FOUR_TIMES, seed) for seed in (1, 2))
    assert one_line < 4 * own_lines + 0.2


@pytest.mark.parametrize("heading", HEADINGS)
def test_a_heading_over_and_over_is_read_in_bounded_time(heading: str) -> None:
    seconds(heading, SHORT, 0)
    short = min(seconds(heading, 8 * SHORT, seed) for seed in (1, 2))
    long = min(seconds(heading, 8 * FOUR_TIMES, seed) for seed in (1, 2))
    assert long < 8 * short + 0.2


@pytest.mark.parametrize("mark", MARKS)
def test_a_run_of_one_mark_is_looked_at_once_for_forged_ones(mark: str) -> None:
    def taken(characters: int) -> float:
        return min(cpu_seconds(lambda: without_instructions(mark * characters)) for _ in range(2))

    taken(SHORT)
    assert taken(4 * FOUR_TIMES) < 10 * taken(FOUR_TIMES) + 0.3
