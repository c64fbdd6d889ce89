"""What somebody wants to learn or to become is not shown by wanting it."""

from __future__ import annotations

import pytest

from tests.tools.evidence.resumes import planner
from tools.criteria import Criterion, Kind
from tools.evidence import judge


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
        (
            "skill",
            "internal audit",
            "I am looking for a role as head of internal audit.",
            False,
        ),
        ("skill", "welding", "Seeking a full-time position in welding.", False),
        ("skill", "welding", "To obtain a welding position with a small firm.", False),
        (
            "skill",
            "data science",
            "Desires a role in analytics or data science.",
            False,
        ),
        ("title", "Account Manager", "Seeking an Account Manager role.", False),
        ("title", "Fashion Designer", "Obtain a position as a fashion designer.", False),
        ("skill", "welding", "Seeking a position where my 9 years of welding count.", True),
        ("skill", "welding", "Seeking a position, skilled in welding.", True),
        ("skill", "welding", "Seeking work. Did welding for nine years.", True),
        ("skill", "upselling", "Sought opportunities to upsell and add on.", True),
        ("skill", "welding", "Looking to use my welding in a new job.", True),
        ("skill", "job fairs", "Pursued potential hires at job fairs.", True),
        ("title", "Pilot", "I have wanted to be a pilot since I was eight.", False),
    ],
)
def test_a_wish_for_the_future_shows_nothing(
    kind: Kind, value: str, said: str, shown: bool
) -> None:
    assert (judge(planner(said), Criterion(kind, value)).verdict in {"met", "partly"}) is shown
