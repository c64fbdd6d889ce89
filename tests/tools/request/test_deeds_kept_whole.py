"""A deed is kept with its object, and what is cut off from either is no wish of its own."""

from __future__ import annotations

import pytest

from tools.criteria import Criterion
from tools.request import read_request


def texts(text: str) -> list[Criterion]:
    return [c for c in read_request(text).criteria if c.kind == "text"]


@pytest.mark.parametrize(
    ("text", "skill", "said"),
    [
        ("teacher, writes own lesson plans", "lesson planning", "writes own lesson plans"),
        ("sales rep who carried a monthly quota", "quota attainment", "carried a monthly quota"),
        ("art teacher, has put on student art shows", "exhibitions", "put on student art shows"),
    ],
)
def test_a_deed_belongs_to_the_skill_it_runs_into(text: str, skill: str, said: str) -> None:
    assert texts(text) == []
    assert {str(c.value): c.said for c in read_request(text).criteria}[skill] == said


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("designer, sends press-ready files and deals with printers", "sends press-ready files"),
        ("registrar who handled and catalogued artwork and dealt with artists", "artwork"),
        ("clerk who tracks obligations and funds", "tracks obligations and funds"),
    ],
)
def test_a_phrase_ends_before_a_second_deed_that_is_cut_off(text: str, phrase: str) -> None:
    assert str(texts(text)[0].value).endswith(phrase)


@pytest.mark.parametrize(
    ("text", "choice"),
    [
        ("designer, commercial or high-end residential", ("commercial", "high-end residential")),
        ("counselor who works the bedside or the ED", ("bedside", "ED")),
        ("teacher, middle or high school", ("middle school", "high school")),
    ],
)
def test_alternatives_share_a_last_word_only_where_it_names_a_thing(
    text: str, choice: tuple[str, ...]
) -> None:
    assert choice in {c.values for c in texts(text)}


def test_what_is_done_when_needed_is_no_must() -> None:
    text = (
        "Job description: Registered Nurse. You will assess patients and act as charge nurse when "
        "needed. Requirements: 2+ years of nursing; BLS."
    )
    titles = {c.value: c.weight for c in read_request(text).criteria if c.kind == "title"}
    assert titles.get("Charge Nurse") != "must"
    assert titles["Registered Nurse"] == "must"
