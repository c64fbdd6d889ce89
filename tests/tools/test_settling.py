"""A wish is settled under the name the index knows, and keeps what makes it narrower."""

from __future__ import annotations

import pytest

from tools.arguments import CriterionArgument
from tools.wishes import settle


@pytest.mark.parametrize(
    ("said", "settled"),
    [
        ("Senior Software Developer", "Senior Software Engineer"),
        ("junior sous chefs", "Junior Sous Chef"),
        ("Trainee Electrician", "Trainee Electrician"),
        ("Software Engineer Intern", "Software Engineer Intern"),
        ("Software Developer", "Software Engineer"),
        ("Staff Nurse", "Registered Nurse"),
    ],
)
def test_a_job_keeps_the_level_that_was_said(said: str, settled: str) -> None:
    (wish,) = settle([CriterionArgument(kind="title", value=said)])
    assert wish.value == settled
