"""A choice of places to work is one wish, and years spent at one make it a must."""

from __future__ import annotations

import pytest

from tools.criteria import Criterion
from tools.request import read_request


def fields(text: str) -> list[Criterion]:
    return [c for c in read_request(text).criteria if c.kind == "industry"]


@pytest.mark.parametrize(
    ("text", "choice"),
    [
        ("baker - hotel, bakery or restaurant - early", ("hospitality", "bakery", "restaurants")),
        ("medical device or pharma outside sales rep", ("medical devices", "pharmaceuticals")),
        (
            "chef for a hospital, nursing home, school or other house",
            ("healthcare", "nursing homes"),
        ),
        ("analyst, SQL, banking or government audits", ("banking", "government")),
    ],
)
def test_a_choice_of_places_is_one_wish(text: str, choice: tuple[str, ...]) -> None:
    assert [c.values for c in fields(text)] == [choice]


def test_a_skill_that_is_no_place_stays_a_skill() -> None:
    reading = read_request("clerk in maintenance logistics, military or airline")
    assert "logistics" in {c.value for c in reading.criteria if c.kind == "skill"}
    assert [c.values for c in fields("cook with baking or restaurants")] == [("restaurants",)]


@pytest.mark.parametrize(
    ("required", "weight"),
    [
        ("2+ years in lending at a bank", "must"),
        ("2+ years in commercial lending; loans for banks", "nice"),
    ],
)
def test_years_at_a_place_ask_to_come_from_there(required: str, weight: str) -> None:
    text = f"Job description: Credit Analyst. You will write memos. Requirements: {required}."
    assert [c.weight for c in fields(text)] == [weight]
