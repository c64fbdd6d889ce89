"""The rules of the house are looked at in every turn, whatever a script asks for."""

from __future__ import annotations

from typing import Any

import pytest

from agent.events import Event
from agent.scripts.rules import broken_rules, without_a_source
from agent.scripts.screen import Screen

TEXT = "Registered Nurse at Larkspur."


def screen(verdict: dict[str, Any], *others: tuple[str, dict[str, Any]], start: int = 1) -> Screen:
    row = {"rank": 1, "candidate_id": "a", "name": "Ana", "verdicts": [verdict]}
    told = [
        ("turn_started", {}),
        ("candidates", {"total": 1, "shown": [row]}),
        *others,
        ("turn_finished", {"answer": "", "model": "offline"}),
    ]
    made = Screen()
    made.take([Event(n, name, data) for n, (name, data) in enumerate(told, start)])  # type: ignore[arg-type]
    return made


MET = {"criterion": "title:nurse", "verdict": "met", "quote": "Registered Nurse"}


def test_a_turn_that_keeps_the_rules_breaks_none() -> None:
    assert list(broken_rules(screen(MET), {"a": TEXT}, False)) == []


@pytest.mark.parametrize(
    ("made", "texts", "told"),
    [
        (screen({**MET, "quote": "Registered Nurze"}), {"a": TEXT}, "is not in the résumé"),
        (screen(MET), {}, "not in the index"),
        (screen({**MET, "quote": None}), {"a": TEXT}, "without a quote"),
        (
            screen({**MET, "evidence": [{"quote": "Nurse", "start": 0, "end": 5}]}),
            {"a": TEXT},
            "does not stand at 0–5",
        ),
        (screen(MET, start=2), {"a": TEXT}, "numbered"),
        (screen(MET, ("token", {"text": "more"})), {"a": TEXT}, "are not the answer"),
        (
            screen(MET, ("error", {"code": "internal", "message": "no"})),
            {"a": TEXT},
            "ended with the error internal",
        ),
        (
            screen(
                MET,
                ("grounding", {"removed": [{"sentence": "#1 sings.", "reason": "names a skill"}]}),
            ),
            {"a": TEXT},
            "“#1 sings.” was cut: it names a skill",
        ),
    ],
)
def test_each_broken_rule_is_told(made: Screen, texts: dict[str, str], told: str) -> None:
    assert any(told in sentence for sentence in broken_rules(made, texts, False))


def test_a_wish_may_be_quoted_in_the_recruiters_words_also_as_it_is_dropped() -> None:
    wish = {"id": "text:active-sourcing", "value": "active sourcing of developers"}
    screen = Screen(answer="Dropped “active sourcing of developers”: 16 people ranked now.")
    assert list(without_a_source(screen, {}, [wish])) == []
    (told,) = without_a_source(screen, {}, [])
    assert "in no résumé shown" in told


def test_what_the_message_says_may_be_quoted_as_left_out() -> None:
    screen = Screen(answer="I do not compare sizes or counts, so “team of 10 or more” is left out.")
    assert list(without_a_source(screen, {}, [], "manager with a  Team of 10 or more")) == []
    assert list(without_a_source(screen, {}, [], "a manager of teams"))
