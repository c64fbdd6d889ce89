"""What the planner says of itself passes the filter that every answer passes."""

from __future__ import annotations

import pytest

from agent.offline import refusals, smalltalk
from graphs.grounding import Grounding
from graphs.turn_evidence import Known
from tools.request import refuse

ANSWERS = {
    name: text
    for module in (smalltalk, refusals)
    for name, text in vars(module).items()
    if name.isupper() and not name.startswith("_") and isinstance(text, str)
} | {"refusal": refuse(("age", "origin"))}


@pytest.mark.parametrize("name", ANSWERS)
def test_no_sentence_of_a_fixed_answer_is_taken_for_a_claim(name: str) -> None:
    grounding = Grounding(Known([], "", {}))
    said = [*grounding.feed(ANSWERS[name]), *grounding.finish()]
    assert grounding.removed == []
    assert "".join(said).split() == ANSWERS[name].split()
