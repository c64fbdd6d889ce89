"""An ending that lacks a letter is a slip, and so are the words that lead a wish in."""

from __future__ import annotations

import pytest

from agent.offline.intents import decide
from agent.offline.situation import Situation
from tools.criteria import Criterion
from tools.request import read_request
from tools.request.typos import mended_word


@pytest.mark.parametrize(
    ("slip", "word"),
    [("runing", "running"), ("managment", "management"), ("cuting", "cutting"), ("speek", "speak")],
)
def test_a_slip_is_mended(slip: str, word: str) -> None:
    assert mended_word(slip) == word


@pytest.mark.parametrize(
    "word", ["planing", "baking", "agreement", "rated", "wiring", "loaded", "perks", "debit"]
)
def test_a_word_that_only_looks_like_one_stands(word: str) -> None:
    assert mended_word(word) is None


def test_a_language_is_read_behind_a_mistyped_verb() -> None:
    assert {c.kind for c in read_request("must speek spanish").criteria} == {"language"}


@pytest.mark.parametrize("said", ["agency exprience a plus", "volunteering is a plus"])
def test_loose_words_that_are_weighed_change_the_wishes(said: str) -> None:
    desk = (Criterion("title", "Registered Nurse"),)
    (call,) = decide(Situation(said, criteria=desk, shown=(1,), total=1)).calls
    assert [c["weight"] for c in call.args["add"]] == ["nice"]
