"""A name in small letters that is joined to another keeps its meaning before a place."""

from __future__ import annotations

import pytest

from tools.request import read_request


@pytest.mark.parametrize(
    ("text", "skills"),
    [
        ("python and aws in Dublin", ["Python", "AWS"]),
        ("python, aws near Dublin", ["Python", "AWS"]),
        ("excel and word in Leeds", ["Excel", "Word"]),
        ("bricklayer with python and aws in Hull", ["Python", "AWS"]),
    ],
)
def test_the_thing_before_a_place_is_asked_for(text: str, skills: list[str]) -> None:
    assert [c.value for c in read_request(text).criteria if c.kind == "skill"] == skills


def test_a_verb_before_a_place_is_no_skill() -> None:
    assert "Excel" not in [
        c.value for c in read_request("chef who can cook and excel in Boston").criteria
    ]


@pytest.mark.parametrize(
    ("said", "where"),
    [
        ("plumbers in the uk", "United Kingdom"),
        ("how many nurses are in the usa", "United States"),
        ("nurses in the us with Spanish", "United States"),
        ("welders from the netherlands", "The Netherlands"),
    ],
)
def test_a_country_in_small_letters_behind_its_article_is_one(said: str, where: str) -> None:
    assert [c.value for c in read_request(said).criteria if c.kind == "location"] == [where]


@pytest.mark.parametrize("said", ["bring us a welder", "help us in the reading room", "tell us"])
def test_us_is_a_word_where_no_article_stands_before_it(said: str) -> None:
    assert not [c for c in read_request(said).criteria if c.kind == "location"]


@pytest.mark.parametrize("said", ["buyer in the china department", "sales in the turkey market"])
def test_a_country_that_has_no_article_is_a_thing_behind_one(said: str) -> None:
    assert not [c for c in read_request(said).criteria if c.kind == "location"]


def test_a_choice_of_which_one_is_no_place_names_none() -> None:
    found = read_request("product manager in San Francisco, Mobile or Web").criteria
    assert [c.value for c in found if c.kind == "location"] == ["San Francisco"]
