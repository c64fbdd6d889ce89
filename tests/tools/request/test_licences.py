"""Licences and titles that share their words are both understood."""

from __future__ import annotations

import pytest

from tools.request import read_request


def wishes(text: str) -> set[tuple[str, str]]:
    return {(c.kind, str(c.value)) for c in read_request(text).criteria}


@pytest.mark.parametrize(
    ("text", "title", "licence"),
    [
        ("A&P licensed aircraft mechanic with avionics", "Aircraft Mechanic", "A&P"),
        ("CPA controller", "Controller", "CPA"),
        ("controller with CPA", "Controller", "CPA"),
    ],
)
def test_a_licence_before_a_title_leaves_both(text: str, title: str, licence: str) -> None:
    assert {("title", title), ("certification", licence)} <= wishes(text)


def test_a_postings_title_is_not_asked_for_twice() -> None:
    text = (
        "Job description: Executive Chef for an upscale restaurant. Create menus. "
        "Requirements: 5+ years as executive chef or head chef, ServSafe. Preferred: banquets."
    )
    assert ("text", "Executive Chef") not in wishes(text)


def test_the_recruiters_own_words_stand_beside_a_canonical_value() -> None:
    (goals,) = [c for c in read_request("branch manager with team sales goals").criteria
                if c.kind == "skill"]  # fmt: skip
    assert goals.value == "quota attainment"
    assert goals.said == "sales goals"


def test_several_who_hold_a_licence_are_asked_for_by_it() -> None:
    (wish,) = read_request("only CPAs").criteria
    assert (wish.kind, wish.value) == ("certification", "CPA")
