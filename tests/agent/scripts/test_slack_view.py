"""A play over Slack fails where a person does not see what was told."""

from __future__ import annotations

from typing import Any

import pytest

from agent.events import Event
from agent.scripts.fake_slack import Message
from agent.scripts.slack_view import leaked, people_of, unseen

ROW = {"name": "Ana Delgado", "verdicts": [{"quote": "Python\nsince 2015"}, {"quote": None}]}
TURN = [
    Event(1, "candidates", {"shown": [ROW]}),
    Event(2, "token", {"text": "Ana Delgado leads. "}),
    Event(3, "token", {"text": "Nobody else."}),
]


def message(text: str, **more: Any) -> Message:
    return Message("C1", "1.2", markdown=text, **more)


SEEN = message("Ana Delgado leads. Nobody else.\n“Python since 2015”")


def test_a_turn_that_is_seen_is_in_order():
    assert unseen(TURN, [SEEN]) == ""
    first, second = message("Ana Delgado leads."), message("Nobody else. Python since 2015")
    assert unseen(TURN, [first, second]) == ""


@pytest.mark.parametrize(
    ("messages", "fault"),
    [
        ([], "nothing of the turn is seen"),
        ([message("Ana Delgado leads. Python since 2015")], "Nobody else"),
        ([message("Ana Delgado leads. Nobody else.")], "Python"),
        ([SEEN, message("<!channel>")], "somebody is called: !channel"),
        ([SEEN, message("…", streaming=True)], "unfinished"),
    ],
)
def test_what_is_not_seen_is_told(messages: list[Message], fault: str):
    assert fault in unseen(TURN, messages)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Candidate #1 leads, in Berlin.", ""),
        ("Ana\nBrückmeier leads.", "Ana Brückmeier"),
        ("ANA BRÜCKMEIER", "Ana Brückmeier"),
        ("Brückmeier’s CV", "Ana Brückmeier"),
        ("Li Berlin", "Li Berlin"),
        ("Likes Berlin", ""),
    ],
)
def test_a_name_is_found_wherever_it_leaks(text: str, name: str):
    assert leaked({"Ana Brückmeier", "Li Berlin"}, [message(text)]) == name


def test_people_are_known_by_the_events_that_show_them():
    explained = Event(1, "explanation", {"name": "Bo Ek"})
    assert people_of([*TURN, explained]) == {"Ana Delgado", "Bo Ek"}


def test_of_a_turn_that_failed_its_sentence_must_be_seen():
    failed = [*TURN, Event(4, "error", {"message": "It took too long."})]
    assert unseen(failed, [message("⚠ It took too long.")]) == ""
    assert "took too long" in unseen(failed, [SEEN])
