"""What a turn looks like: on a terminal, and as plain lines in a file."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest
from rich.console import Console

from agent.events import Event
from agent.terminal.screen import THEME
from agent.terminal.turn import JsonView, TurnView

PYTHON = {"id": "skill:python", "kind": "skill", "value": "Python", "weight": "must"}
DOCKER = {"id": "skill:docker", "kind": "skill", "value": "Docker", "weight": "nice"}
JAVA = {"id": "skill:java", "kind": "skill", "value": "Java", "weight": "avoid"}
QUOTE = "Built data pipelines in Python"


def verdict(criterion: str, word: str, quote: str | None = None, note: str = "") -> dict[str, Any]:
    return {"criterion": criterion, "verdict": word, "quote": quote, "note": note}


MARA = {
    "rank": 1,
    "candidate_id": "sw-01",
    "name": "Mara Quill",
    "headline": "Data Engineer",
    "location": "Berlin",
    "years_experience": 6.5,
    "score": 0.9,
    "verdicts": [
        verdict("skill:python", "met", QUOTE, "6.5 years"),
        verdict("skill:docker", "unclear"),
        verdict("skill:java", "missing"),
    ],
}


def shown(*events: tuple[str, dict[str, Any]], terminal: bool = False) -> str:
    """Return what a person sees of these events."""
    out = io.StringIO()
    console = Console(file=out, theme=THEME, force_terminal=terminal, width=100, highlight=False)
    view = TurnView(console)
    for seq, (name, data) in enumerate(events, start=1):
        view.show(Event(seq, name, data))  # type: ignore[arg-type]
    view.close()
    return out.getvalue()


ASKED = ("criteria", {"criteria": [PYTHON, DOCKER, JAVA], "added": [], "removed": []})
FOUND = ("candidates", {"shown": [MARA], "total": 1, "offset": 0})


def test_what_is_weighed_and_is_no_wish_stands_behind_the_chips() -> None:
    asked = {"criteria": [PYTHON], "removed": [JAVA], "weighs": ["youth", "university"]}
    said = "[must] Python   also weighs: youth, university   dropped: Java"
    assert shown(("criteria", asked)).strip() == said


@pytest.mark.parametrize(
    ("musts", "said"),
    [
        ({"met": 2, "of": 2}, "sw-01 · meets every must"),
        ({"met": 1, "of": 2}, "sw-01 · meets 1 of 2 musts"),
        ({"met": 1, "of": 1}, "sw-01"),
        (None, "sw-01"),
    ],
)
@pytest.mark.parametrize("terminal", [False, True])
def test_who_is_shown_is_told_with_how_many_musts_they_meet(
    musts: dict[str, int] | None, said: str, terminal: bool
) -> None:
    found = ("candidates", {**FOUND[1], "shown": [{**MARA, "musts": musts}]})
    lines = [line.rstrip() for line in shown(ASKED, found, terminal=terminal).splitlines()]
    assert any(line.endswith(f"Berlin · 6.5 years · {said}") for line in lines)


def test_criteria_are_one_line_of_chips_that_need_no_colour() -> None:
    assert shown(ASKED).strip() == "[must] Python   [nice] Docker   [not] Java"


def test_a_dropped_wish_is_named_once() -> None:
    changed = {"criteria": [PYTHON], "added": [], "removed": [DOCKER]}
    assert shown(("criteria", changed)).strip() == "[must] Python   dropped: Docker"


@pytest.mark.parametrize("terminal", [False, True])
def test_a_person_is_shown_with_rank_name_place_years_and_every_verdict(terminal: bool) -> None:
    text = shown(ASKED, FOUND, terminal=terminal)
    for part in ("1", "Mara Quill", "Data Engineer", "Berlin", "6.5 years", "sw-01"):
        assert part in text
    assert "✓ met" in text
    assert "? unclear" in text
    assert QUOTE in text


def test_a_thing_to_be_avoided_and_not_found_reads_as_met() -> None:
    line = next(x for x in shown(ASKED, FOUND).splitlines() if "Java" in x and "✓" in x)
    assert "not Java" in line


def test_quotes_are_highlighted_on_a_terminal_and_carry_no_escapes_in_a_file() -> None:
    assert "\x1b[" in shown(ASKED, FOUND, terminal=True)
    assert "\x1b[" not in shown(ASKED, FOUND)


def test_no_percentage_of_a_person_is_ever_shown() -> None:
    assert "%" not in shown(ASKED, FOUND)
    assert "0.9" not in shown(ASKED, FOUND)


def test_the_answer_is_streamed_without_breaks_between_its_parts() -> None:
    parts = [("token", {"text": t}) for t in ("Mara ", "fits [best].", " Ask her.")]
    assert shown(*parts, ("turn_finished", {"degraded": False})) == "Mara fits [best]. Ask her.\n"


def test_an_explanation_shows_each_quote_the_gaps_and_the_questions() -> None:
    evidence = [
        {"quote": QUOTE, "start": 0, "end": 30},
        {"quote": "Python 3", "start": 40, "end": 48},
    ]
    explained = {
        "candidate_id": "sw-01",
        "rank": 1,
        "verdicts": [{"criterion": "skill:python", "verdict": "met", "evidence": evidence}],
        "gaps": ["Docker: the résumé does not say"],
        "questions": ["Where did you last work with Docker?"],
    }
    text = shown(ASKED, ("explanation", explained))
    for part in (QUOTE, "Python 3", "Missing: Docker", "Ask: Where did you last"):
        assert part in text


@pytest.mark.parametrize("terminal", [False, True])
def test_a_comparison_names_both_people_and_their_verdicts(terminal: bool) -> None:
    people = [MARA, {**MARA, "rank": 2, "candidate_id": "sw-02", "name": "Ivo Brand"}]
    cells = [
        {"candidate_id": "sw-01", "verdict": "met", "note": "", "quote": QUOTE},
        {"candidate_id": "sw-02", "verdict": "missing", "note": "", "quote": None},
    ]
    table = [{"criterion": "skill:python", "cells": cells}]
    text = shown(ASKED, ("comparison", {"people": people, "table": table}), terminal=terminal)
    for part in ("Mara Quill", "Ivo Brand", "✓ met", "✗ missing"):
        assert part in text


def test_an_error_is_its_sentence_and_marks_the_turn_as_failed() -> None:
    view = TurnView(Console(file=io.StringIO(), theme=THEME))
    view.show(Event(1, "error", {"code": "x", "message": "The model is away.", "retryable": True}))
    assert view.failed
    view.show(Event(1, "turn_started", {}))
    assert not view.failed


def test_sentences_left_out_for_want_of_evidence_are_counted() -> None:
    removed = {"removed": [{"sentence": "She led 40 people.", "reason": "number"}]}
    assert "a sentence without evidence left out" in shown(("grounding", removed))
    assert "led 40" not in shown(("grounding", removed))


def test_an_event_nobody_knows_is_passed_over() -> None:
    assert shown(("approval_requested", {"approval_id": "a"})) == ""


def test_as_json_each_event_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    JsonView().show(Event(3, "token", {"text": "two\nlines"}))
    line = capsys.readouterr().out
    assert json.loads(line) == {"seq": 3, "name": "token", "data": {"text": "two\nlines"}}
    assert line.count("\n") == 1


MANY = [
    {
        "id": f"skill:{n}",
        "kind": "skill",
        "value": f"Skill {n}",
        "weight": "must" if n < 6 else "nice",
    }
    for n in range(12)
]
SILENT = {**MARA, "verdicts": [verdict(str(c["id"]), "unclear") for c in MANY]}
SILENT["verdicts"][0] = verdict("skill:0", "met", QUOTE)


def test_many_wishes_are_listed_by_weight_and_kind_in_lines_that_can_be_read() -> None:
    kinds = ("title", "skill", "certification", "language", "text")
    wishes = [
        {
            "id": f"{kind}:{n}",
            "kind": kind,
            "value": f"a {kind} of words {n}",
            "weight": weight,
        }
        for weight in ("must", "nice")
        for kind in kinds
        for n in range(4)
    ]
    lines = shown(("criteria", {"criteria": wishes, "added": wishes, "removed": []})).splitlines()
    assert max(map(len, lines)) <= 80
    assert [line.split()[:2] for line in lines][:2] == [["[must]", "job"], ["[must]", "a"]]
    assert sum(line.count("of words") for line in lines) == len(wishes)


def test_many_wishes_are_listed_by_weight_and_a_change_among_them_alone() -> None:
    whole = shown(("criteria", {"criteria": MANY, "added": MANY, "removed": []}))
    assert whole.count("[must]") == whole.count("[nice]") == 1
    assert "Skill 0 · Skill 1" in whole
    anew = shown(("criteria", {"criteria": MANY, "added": MANY, "removed": [PYTHON]}))
    assert anew.startswith("[must] skills    Skill 0 · ")
    assert "dropped: Python" in anew
    changed = shown(("criteria", {"criteria": [*MANY, PYTHON], "added": [PYTHON], "removed": []}))
    assert changed.strip() == "[must] Python   12 other wishes as before"
    back = shown(("criteria", {"criteria": MANY, "added": [], "removed": [PYTHON]}))
    assert back.strip() == "12 wishes as before   dropped: Python"


def test_of_many_wishes_those_a_resume_says_nothing_of_share_a_line() -> None:
    asked = ("criteria", {"criteria": MANY, "added": [], "removed": []})
    lines = shown(asked, ("candidates", {"shown": [SILENT], "total": 1, "offset": 0}))
    assert lines.count("unclear") == 1
    assert "Skill 1 · Skill 2" in lines
    assert "and 5 more" in lines
    assert QUOTE in lines
