"""What somebody wants to learn or to become is not shown by wanting it."""

from __future__ import annotations

from datetime import date

import pytest

from tools.criteria import Criterion, Kind
from tools.evidence import judge
from tools.ingest.profile import build_candidate


@pytest.mark.parametrize(
    ("kind", "value", "said", "shown"),
    [
        ("skill", "Python", "SQL, Excel. In progress - R, Python.", False),
        ("skill", "Python", "Willing to learn Python.", False),
        ("skill", "Python", "Wanted: to learn Python.", False),
        ("skill", "Python", "In the process of learning Python.", False),
        ("skill", "Python", "Planning to learn Python and Go.", False),
        ("skill", "Python", "Willing to learn\nPython\nSQL", False),
        ("skill", "SQL", "Willing to learn\nPython\nSQL", True),
        ("skill", "Python", "My goal is to teach Python well.", True),
        ("skill", "Python", "Willing to relocate. Python, SQL.", True),
        ("skill", "Python", "Eager to learn, Python, SQL", True),
        ("text", "hospice", "Willing to do tutoring or learn\nCase Care or hospice", False),
        ("text", "hospice", "Worked in a hospice.", True),
        ("title", "Pilot", "I have wanted to be a pilot since I was eight.", False),
    ],
)
def test_a_wish_for_the_future_shows_nothing(
    kind: Kind, value: str, said: str, shown: bool
) -> None:
    text = f"Jo Tarnfield\nPlanner\n{said}"
    person = build_candidate("p", text, source="", content_hash="", today=date(2026, 11, 1))
    assert (judge(person, Criterion(kind, value)).verdict in {"met", "partly"}) is shown
