"""A wish is settled under the name the index knows, and keeps what makes it narrower."""

from __future__ import annotations

from typing import Any

import pytest

from tools.arguments import CriterionArgument
from tools.desk import ToolError
from tools.request.protected.instead import INSTEAD
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


@pytest.mark.parametrize(
    ("wish", "attribute"),
    [
        ({"kind": "text", "value": "woman"}, "sex or gender"),
        ({"kind": "text", "value": "women", "weight": "avoid"}, "sex or gender"),
        ({"kind": "title", "value": "young nurse"}, "age"),
        ({"kind": "skill", "value": "Welding", "any_of": ["Christian"]}, "religion"),
        ({"kind": "min_years", "value": 3, "subject": "white nurse"}, "origin or nationality"),
        ({"kind": "title", "value": "Nurse", "said": "a pretty nurse"}, "looks"),
        ({"kind": "title", "value": "Nurse", "phrase": "single nurse"}, "family"),
    ],
)
def test_a_trait_in_a_models_arguments_is_refused_in_the_sentence_that_people_get(
    wish: dict[str, Any], attribute: str
) -> None:
    with pytest.raises(ToolError) as refused:
        settle([CriterionArgument(**wish)])
    assert refused.value.code == "protected"
    assert refused.value.message.startswith(f"I do not look at {attribute}")
    assert refused.value.message.endswith(INSTEAD)


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("language", "German"),
        ("location", "Blackpool"),
        ("skill", "women's health"),
        ("title", "Black Belt"),
        ("text", "single family homes"),
    ],
)
def test_work_that_only_sounds_like_a_trait_is_settled(kind: Any, value: str) -> None:
    assert settle([CriterionArgument(kind=kind, value=value)])


def test_the_wishes_of_a_call_are_read_together_as_if_they_were_typed() -> None:
    buyer = CriterionArgument(kind="title", value="Fashion Buyer")
    women = CriterionArgument(kind="text", value="women")
    assert len(settle([buyer, women])) == 2
