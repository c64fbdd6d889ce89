"""The word of a field of business that means another thing asks for no such field."""

from __future__ import annotations

import pytest

from tools.request import read_request


def fields(text: str) -> set[str]:
    return {str(c.value) for c in read_request(text).criteria if c.kind == "industry"}


@pytest.mark.parametrize(
    "text",
    [
        "memory bank engineer",
        "power bank sales",
        "nurse for bank holiday cover",
        "energy healer",
        "bitcoin mining technician",
        "factory method pattern developer",
        "hospital bed engineer",
        "hotel software developer",
        "restaurant software implementation consultant",
        "patient education nurse",
        "military spouse coordinator",
        "insurance verification specialist",
    ],
)
def test_a_word_that_means_another_thing_asks_for_no_field(text: str) -> None:
    assert fields(text) == set()


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("server farm technician", "information technology"),
        ("wind farm technician", "renewable energy"),
        ("tank farm operator", "oil and gas"),
        ("food bank coordinator", "non-profit"),
        ("crew member at Church's Chicken", "restaurants"),
        ("teller at a bank", "banking"),
        ("accountant for a hotel", "hospitality"),
        ("farm worker", None),
        ("bookkeeper for a farm", "agriculture"),
        ("lawyer with insurance companies", "insurance"),
    ],
)
def test_a_field_that_is_meant_is_asked_for(text: str, field: str | None) -> None:
    assert fields(text) == ({field} if field else set())
