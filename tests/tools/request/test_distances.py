"""A distance widens the place it is said of, and is shown in the unit it was said in."""

from __future__ import annotations

import pytest

from tools.request import read_request
from tools.wording import phrase


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("sous chef in Chicago or within 50 miles of it", "within 50 miles of Chicago"),
        ("nurses within 20 miles of Chicago", "within 20 miles of Chicago"),
        ("nurses in Chicago, within 5 mi", "within 5 miles of Chicago"),
        ("nurses within 50 km of Berlin", "within 50 km of Berlin"),
        ("nurses near Berlin", "within 50 km of Berlin"),
    ],
)
def test_a_distance_is_kept_and_shown_as_said(text: str, shown: str) -> None:
    assert [phrase(c) for c in read_request(text).criteria if c.kind == "location"] == [shown]
    assert not any(c.kind == "text" for c in read_request(text).criteria)
