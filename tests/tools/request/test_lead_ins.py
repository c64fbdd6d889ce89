"""The lines above a posting that speak to its reader name no job and ask for nothing."""

from __future__ import annotations

import pytest

from tools.request import read_request

POSTING = "Chief Happiness Officer\n\nRequirements:\n- First aid\n- 2 years in HR\n"


def read(text: str) -> set[tuple[str, str, str]]:
    return {(c.kind, str(c.value), c.weight) for c in read_request(text).criteria}


@pytest.mark.parametrize(
    "talk",
    [
        "Hi team, can you find candidates for this role? JD below:",
        "New req for you",
        "See the job description below",
        "Here is the JD.",
        "Please find people for this:",
        "Hello Sam,\n\nwe have another new role\n",
    ],
)
def test_talk_above_a_posting_asks_for_nothing(talk: str) -> None:
    assert read(f"{talk}\n\n{POSTING}") == read(POSTING)


def test_a_place_in_that_talk_is_read() -> None:
    assert ("location", "Leeds", "must") in {
        (k, v, "must") for k, v, _ in read(f"Can you find candidates in Leeds?\n\n{POSTING}")
    }


def test_a_first_line_that_is_a_sentence_is_no_title() -> None:
    text = (
        "About us:\nWe are a bakery.\nWe are looking for a baker.\nRequirements:\n- bread\n- cakes"
    )
    assert ("title", "Baker", "must") in read(text)
