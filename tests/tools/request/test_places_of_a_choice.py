"""Towns with the names of other words are places where they stand beside one as alternatives."""

from __future__ import annotations

import pytest

from tools.request import read_request


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("nurse, Leeds or Hull", "Leeds or Kingston upon Hull"),
        ("nurse, Leeds, Hull or Reading", "Leeds or Kingston upon Hull or Reading"),
        ("nurse in Reading or Bath", "Reading or Bath"),
        ("head chef or sous chef, Germany or Netherlands", "Germany or The Netherlands"),
        ("sous chef in Netherlands", "The Netherlands"),
    ],
)
def test_any_place_of_a_choice_will_do(text: str, places: str) -> None:
    wishes = read_request(text).criteria
    assert [c.value for c in wishes if c.kind == "location"] == [places]
    assert all(c.kind in ("title", "location") for c in wishes)
