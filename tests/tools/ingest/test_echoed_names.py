"""An e-mail tells which line is a name, and no job is a name because an e-mail plays on it."""

from __future__ import annotations

from datetime import date

import pytest

from tools.ingest.profile import build_candidate


@pytest.mark.parametrize(
    ("head", "name", "title"),
    [
        ("Emily Walsh\nTruck Driver\ndriver77@example.com", "Emily Walsh", "Truck Driver"),
        ("Dana Pruitt\nLine Cook\ndpruitt.cooks@example.com", "Dana Pruitt", "Line Cook"),
        ("Line Cook\nDana Pruitt\ndpruitt.cooks@example.com", "Dana Pruitt", "Line Cook"),
        ("Pastry Chef\nMason Baker\nmason.baker@example.com", "Mason Baker", "Pastry Chef"),
    ],
)
def test_a_job_is_no_name_because_an_email_says_a_word_of_it(
    head: str, name: str, title: str
) -> None:
    text = f"{head}\n\nExperience\n{title}, Blue Ridge Freight, 2015-01 - Present\nDaily routes.\n"
    made = build_candidate("x", text, source="", content_hash="", today=date(2026, 11, 1))
    assert (made.identity.name, made.profile.headline) == (name, title)
    assert name not in made.text
