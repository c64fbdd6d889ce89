"""A model that answers in another language: checked where that can be done, else left out."""

from __future__ import annotations

import re
from typing import Any

import pytest

from tests.agent.models.conftest import Talking, finished, of, shown
from tests.agent.models.test_explanations import TOP, asked_about
from tests.agent.models.test_openai_wire import FIND, SEARCH, one_turn, through
from tests.doubles.openai_server import Reply, Says, openai_server

FOREIGN = re.compile(r"[\u0400-\u04ff\u3040-\u9fff\uac00-\ud7af\u0600-\u06ff]")


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ("⟨#1⟩ und ⟨#2⟩ kennen Python, ⟨#3⟩ ebenfalls.", "kennen Python"),
        ("⟨#1⟩ conoce Python y tiene experiencia.", "conoce Python"),
        ("⟨#1⟩ connaît Python.", "connaît Python"),
    ],
)
async def test_an_answer_in_a_language_that_can_be_checked_stands(
    talking: Talking, answer: str, said: str
) -> None:
    _, events = await one_turn(talking, [Says(calls=[SEARCH]), Says(answer)])
    assert of(events, "grounding") == []
    assert "reason" not in finished(events)
    assert said in finished(events)["answer"]
    assert shown(events)[0] in finished(events)["answer"]


async def test_a_lie_in_such_a_language_is_left_out(talking: Talking) -> None:
    answer = "⟨#1⟩ kennt Python. ⟨#1⟩ hat zwölf Jahre bei Google gearbeitet."
    _, events = await one_turn(talking, [Says(calls=[SEARCH]), Says(answer)])
    assert finished(events)["answer"] == f"{shown(events)[0]} kennt Python."
    assert "Google" in of(events, "grounding")[0]["removed"][0]["sentence"]


@pytest.mark.parametrize(
    "answer",
    [
        "⟨#1⟩ 在谷歌工作了十二年，会说流利的日语。 ⟨#2⟩ 拥有博士学位。",
        "⟨#1⟩ は Python が得意です。",
        "⟨#1⟩ знает питон и работала в банке.",
        "⟨#1⟩ خبيرة في بايثون.",
        "⟨#1⟩ jest lekarką i mówi po japońsku.",
    ],
)
async def test_an_answer_that_cannot_be_checked_is_given_by_code_instead(
    talking: Talking, answer: str
) -> None:
    _, events = await one_turn(talking, [Says(calls=[SEARCH]), Says(answer)])
    end = finished(events)
    assert end["reason"]["code"] == "unsupported"
    assert "cannot be checked" in of(events, "grounding")[0]["removed"][0]["reason"]
    assert not FOREIGN.search(end["answer"])
    assert "jest" not in end["answer"]
    assert shown(events)[0] in end["answer"]


async def test_explanations_that_cannot_be_checked_are_worded_by_code(talking: Talking) -> None:
    plan = [Says(calls=[SEARCH]), Says("⟨#1⟩ knows Python."), Says(calls=[TOP])]

    def reply(body: dict[str, Any]) -> Reply:
        person = asked_about(body)
        return plan.pop(0) if person is None else Says(f"{person['ref']} 是谷歌的前员工。")

    with openai_server(reply) as server:
        async with talking(**through(server)) as talk:
            await talk.say(FIND)
            events = await talk.say("请解释前三名")
    end = finished(events)
    assert end["reason"]["code"] == "unsupported"
    assert not FOREIGN.search(end["answer"])
    assert end["answer"].count("“") >= 3


async def test_a_call_that_is_written_as_prose_is_no_answer(talking: Talking) -> None:
    written = '{"name": "search_candidates", "arguments": {"request": "Python"}}'
    _, events = await one_turn(talking, [Says(written)])
    assert finished(events)["reason"]["code"] == "unsupported"
    assert "search_candidates" not in finished(events)["answer"]
    assert of(events, "candidates")
