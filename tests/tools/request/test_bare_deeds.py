"""What somebody does is asked for in the recruiter's words, with the trade as a mere preference."""

from __future__ import annotations

import pytest

from tools.request import read_request


def _read(text: str) -> set[tuple[str, str, str]]:
    return {(c.kind, str(c.value), c.weight) for c in read_request(text).criteria}


@pytest.mark.parametrize("lead", ["", "someone who "])
@pytest.mark.parametrize(
    ("deed", "title"),
    [
        ("shoots weddings", "Photographer"),
        ("flies cargo planes", "Pilot"),
        ("keeps the books", "Bookkeeper"),
    ],
)
def test_a_deed_keeps_its_words_and_tells_its_trade(lead: str, deed: str, title: str) -> None:
    assert _read(lead + deed) == {("text", deed, "must"), ("title", title, "nice")}


@pytest.mark.parametrize("lead", ["", "someone who "])
@pytest.mark.parametrize(
    ("deed", "skill", "title"),
    [
        ("draws blood", "phlebotomy", "Phlebotomist"),
        ("sells cars", "automotive sales", "Car Salesperson"),
        ("cuts hair", "hair cutting", "Hairdresser"),
    ],
)
def test_a_deed_that_a_skill_is_called_after_is_that_skill(
    lead: str, deed: str, skill: str, title: str
) -> None:
    assert _read(lead + deed) == {("skill", skill, "must"), ("title", title, "nice")}


def test_a_verb_alone_names_the_skill_it_is_called_by() -> None:
    assert ("skill", "illustration", "must") in _read("someone who can draw")
    assert ("skill", "sales", "must") in _read("someone who sells")


def test_what_a_recruiter_does_is_no_deed_of_whom_they_seek() -> None:
    assert _read("hire engineers") == {("title", "Engineer", "must")}


def test_weddings_are_planned_by_planners_and_not_by_photographers() -> None:
    assert ("skill", "wedding planning", "must") in _read("event planner, weddings")
    assert ("skill", "wedding planning", "must") not in _read("photographer, weddings")


@pytest.mark.parametrize("text", ["someone my nurse can trust", "a person our chefs can rely on"])
def test_who_judges_whom_is_sought_names_no_trade(text: str) -> None:
    assert not read_request(text).criteria
