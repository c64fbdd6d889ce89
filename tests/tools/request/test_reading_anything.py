"""Requests of any kind are readable: noise, other scripts, ten thousand words, repeats."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tools.request import read_request
from tools.request.reading import MOST_WISHES

ASKED = "registered nurse with ICU experience, ACLS certified, near Boston, 5+ years"


@given(st.text(max_size=400))
@settings(max_examples=150, deadline=None)
def test_any_text_is_read_the_same_way_twice(text: str) -> None:
    reading = read_request(text)
    assert reading == read_request(text)
    assert len(reading.criteria) <= MOST_WISHES
    assert all(0 <= start <= end <= len(text) for _, start, end in reading.spans)


@given(
    st.lists(
        st.sampled_from(
            [
                "chef",
                "nurse",
                "Java",
                "or",
                "Go",
                "must",
                "nice",
                "to",
                "have,",
                ".",
                ";",
                "no",
                "without",
                "5+",
                "years",
                "Berlin",
                "\n",
                "-",
                "(",
                ")",
                ":",
                "Requirements:",
                "Preferred:",
                "not",
                "necessarily",
                "ideally",
                "and",
                "/",
                "PMP",
                "HACCP",
                "3-5",
            ]
        ),
        max_size=60,
    )
)
@settings(max_examples=150, deadline=None)
def test_wishes_have_ids_that_differ_and_values_that_say_something(words: list[str]) -> None:
    criteria = read_request(" ".join(words)).criteria
    ids = [wish.id for wish in criteria]
    assert len(ids) == len(set(ids))
    assert all(str(wish.value).strip() for wish in criteria)


@pytest.mark.parametrize("text", ["", "   ", "\n\n", "?!", "\u200f\u200e", "12345"])
def test_a_text_that_asks_for_nothing_gives_no_wishes(text: str) -> None:
    assert read_request(text).criteria == ()


@pytest.mark.parametrize(
    "text", ["أبحث عن ممرضة في برلين", "寻找护士", "看護師を探しています", "חפש אחות"]
)
def test_other_scripts_are_readable(text: str) -> None:
    assert read_request(text) == read_request(text)


def test_ten_thousand_words_keep_what_is_asked_for() -> None:
    noise = "We value people and the places where they grow together every day. " * 850
    reading = read_request(f"{ASKED}. {noise}")
    assert len(f"{ASKED}. {noise}".split()) > 10_000
    kinds = {wish.kind for wish in reading.criteria}
    assert {"title", "certification", "location", "min_years"} <= kinds


def test_saying_it_twice_asks_for_no_more() -> None:
    once = {wish.id for wish in read_request(ASKED).criteria}
    twice = {wish.id for wish in read_request(f"{ASKED}. {ASKED}").criteria}
    assert twice == once


@pytest.mark.parametrize("text", ["indian chef", "Nigerian cook", "native born Germans only"])
def test_a_people_is_no_slip_for_its_country(text: str) -> None:
    assert [c for c in read_request(text).criteria if c.kind == "location"] == []
