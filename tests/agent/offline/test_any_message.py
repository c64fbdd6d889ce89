"""Whatever is said is answered or planned, and in no more time than its length asks for."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from langchain_core.messages import (
    HumanMessage,
)

from agent.offline.phrasebook import answers
from tests.agent.offline.asking import ask, desk, on_screen
from tests.timing import cpu_seconds


@pytest.mark.parametrize(
    "piece",
    [
        "1 ",
        "between 3 and 5 years or ",
        ".",
        "#1 ",
        "drop it, ",
        "who speaks Spanish ",
        "what is it ",
        "why #1 ",
        "why is #1 ",
        "is #1 or #2 ",
        "drop Java ",
        "which of these knows Spark? ",
    ],
)
def test_a_message_takes_about_as_long_to_understand_as_it_is(piece: str) -> None:
    def seconds(length: int) -> float:
        said = HumanMessage("nurse " + piece * (length // len(piece)))
        return cpu_seconds(lambda: ask(on_screen(), said))

    ask(on_screen(), HumanMessage("nurse"))
    assert seconds(48_000) < 32 * seconds(3_000) + 0.5


@pytest.mark.parametrize(
    "text", ["", "   ", "😀😀", "x" * 100_000, "lorem " * 20_000, "\x00", "🏳️‍🌈"]
)
def test_noise_gets_a_short_honest_answer(text: str) -> None:
    reply = ask(desk(), HumanMessage(text))
    assert reply.tool_calls == []
    assert 0 < len(reply.text) < 400


def test_no_human_message_at_all_is_answered() -> None:
    assert ask(desk()).text == answers()["empty"]


@given(st.text(max_size=400))
@settings(max_examples=60, deadline=None)
def test_any_text_is_either_answered_or_planned(text: str) -> None:
    for system in (desk(), on_screen()):
        reply = ask(system, HumanMessage(text))
        assert bool(reply.text) != bool(reply.tool_calls)
