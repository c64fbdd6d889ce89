"""References to people are found, and ordinary numbers and ordinals are left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.offline.references import find_people, people, remainder
from agent.offline.situation import Situation

SHOWN = tuple(range(1, 8))


def named(text: str, *, loose: bool = False, **desk: object) -> list[str]:
    now = Situation(text, shown=SHOWN, total=20, **desk)  # type: ignore[arg-type]
    return list(people(find_people(now, loose=loose)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("why #2?", ["#2"]),
        ("retail background, team of 5", []),
        ("⟨#3⟩ and ⟨@nu-07⟩", ["#3", "@nu-07"]),
        ("what about number two", ["#2"]),
        ("the second one", ["#2"]),
        ("the 3rd candidate", ["#3"]),
        ("the first two", ["#1", "#2"]),
        ("top 3", ["#1", "#2", "#3"]),
        ("the last one", ["#7"]),
        ("the last two", ["#6", "#7"]),
        ("#2-#4", ["#2", "#3", "#4"]),
        ("#1, 3 and 5", ["#1", "#3", "#5"]),
        ("candidates 1 and 4", ["#1", "#4"]),
        ("the best candidate", ["#1"]),
        ("everyone", [f"#{n}" for n in SHOWN]),
    ],
)
def test_ranks_placeholders_and_ordinals_are_people(text: str, expected: list[str]) -> None:
    assert named(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "5+ years of experience",
        "3 to 7 years",
        "the last 5 years",
        "first aid certificate",
        "second language teacher",
        "Grade 2 plumber",
        "within 50 km",
        "top 3 years",
        "24/7 shifts",
    ],
)
def test_numbers_that_count_something_else_are_not_people(text: str) -> None:
    assert named(text) == []


def test_plain_numbers_are_people_only_where_people_are_expected() -> None:
    assert named("compare 1 and 3", loose=True) == ["#1", "#3"]
    assert named("compare 1 and 3") == []


def test_a_pronoun_means_the_person_last_discussed() -> None:
    assert named("why her?", discussed="⟨#4⟩") == ["last"]
    assert named("why her?") == []


def test_both_means_the_two_people_of_the_last_exchange() -> None:
    assert named("shortlist both of them", asked="compare ⟨#2⟩ and ⟨#5⟩") == ["#2", "#5"]
    assert named("shortlist both of them") == ["#1", "#2"]


def test_without_the_people_a_text_has_no_rank_in_it() -> None:
    now = Situation("does ⟨#2⟩ have 5 years?", shown=SHOWN)
    assert remainder(now.text, find_people(now)) == "does   have 5 years?"


@given(st.text(max_size=300))
def test_any_text_can_be_searched_for_people(text: str) -> None:
    for mention in find_people(Situation(text, shown=SHOWN), loose=True):
        assert 0 <= mention.start < mention.end <= len(text)
        assert len(mention.people) <= 10
