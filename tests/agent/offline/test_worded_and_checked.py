"""The planner's own sentences pass the check of claims: nothing it says of people is cut."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Any

import pytest

from agent.offline.situation import Situation
from agent.offline.wording import word_answer
from graphs.grounding import Grounding
from graphs.turn_evidence import Known
from tools.criteria import Criterion
from tools.presenting import spelt

SKILL = Criterion("skill", "C++")
QUOTES = {"met": "Wrote C++ for trading at Hallam Systems", "partly": "Engineer at Hallam Systems"}
WISHES = (
    (Criterion("min_years", 8, subject="C++"), {"missing": "2.8 years with C++ in 2 positions"}),
    (Criterion("min_years", 5), {"partly": "4.3 years in 5 positions"}),
    (Criterion("skill", "C++ or Rust", any_of=("C++", "Rust")), {}),
    (Criterion("title", "C++ Developer"), {}),
    (Criterion("language", "Spanish", level="fluent"), {}),
    (Criterion("education", "master or doctorate", subject="AI"), {"missing": "lower degree"}),
    (Criterion("certification", "CPA"), {}),
    (Criterion("location", "Austin, TX", radius_km=40), {}),
    (Criterion("text", "lays bricks"), {}),
)
GRADES = ("met", "partly", "missing", "unclear")


def _judged(wish: Criterion, grade: str, notes: dict[str, str]) -> dict[str, Any]:
    value = str(wish.value)
    shown = {
        "language": f"Languages: English, {value}",
        "education": "Master of Science in AI" if grade == "met" else "M.B.A : 2002",
        "certification": f"Holds a {value}",
        "location": "Austin, TX",
        "min_years": "01/2003 to Current",
    }.get(wish.kind, QUOTES.get(grade, "") + (f", {value}" if grade == "met" else ""))
    note = notes.get(grade, "28.9 years in 5 positions" if wish.kind == "min_years" else "")
    quote = shown if grade in QUOTES else None
    return {**spelt(wish), "verdict": grade, "note": note, "quote": quote}


def _cases() -> Iterator[tuple[Criterion, dict[str, str], str, str]]:
    for (wish, notes), one, other in product(WISHES, GRADES, GRADES):
        yield wish, notes, one, other


def _person(rank: int, verdicts: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "ref": f"⟨#{rank}⟩",
        "rank": rank,
        "headline": "Engineer",
        "years_experience": 28.9 if rank > 1 else 4.3,
        "verdicts": verdicts,
    }


def _cut(text: str, payload: dict[str, Any]) -> list[dict[str, Any]]:
    """Return what the check takes out of the answer to a message."""
    said = word_answer(Situation(text, shown=(1, 2), total=2), [payload])
    check = Grounding(Known([payload], text, {}))
    check.feed(said)
    check.finish()
    return check.removed


@pytest.mark.parametrize(("wish", "notes", "one", "other"), [*_cases()])
def test_no_sentence_of_the_planner_is_cut(
    wish: Criterion, notes: dict[str, str], one: str, other: str
) -> None:
    held = _judged(SKILL, "met", {})
    people = [_person(n, [held, _judged(wish, g, notes)]) for n, g in ((1, one), (2, other))]
    rows = zip(*(p["verdicts"] for p in people), strict=True)
    table = [
        {
            **spelt(asked),
            "cells": [{"ref": p["ref"], **v} for p, v in zip(people, row, strict=True)],
        }
        for asked, row in zip((SKILL, wish), rows, strict=True)
    ]
    criteria = [SKILL.public(), wish.public()]
    lead = {"above": "⟨#1⟩", "below": "⟨#2⟩", "because": ["shows more of C++"]}
    bare = [{k: v for k, v in p.items() if k != "verdicts"} for p in people]
    search = {"rows": people, "criteria": criteria, "total": 2, "offset": 0, "added": criteria}
    compared = {"tool": "compare_candidates", "people": bare, "table": table, "order": [lead]}
    explained = {"tool": "explain_match", "people": people, "criteria": criteria}
    asked = {"tool": "filter_candidates", "among": "shown", "asked": criteria[1:], "rows": people}
    answers = {
        "C++ developer": {"tool": "search_candidates", **search},
        "why is #1 above #2?": compared,
        "why #1?": {**explained, "people": people[:1]},
        "why is #1 first?": {**explained, "people": people[:1], "above": lead},
        "tell me about 1 and 2": explained,
        "what is missing for #1 and #2?": explained,
    }
    assert not {said: cut for said, payload in answers.items() if (cut := _cut(said, payload))}
    only = [{**p, "verdicts": p["verdicts"][1:]} for p in people]
    for said in ("which of them do?", "does #1?"):
        assert not _cut(said, {**asked, "rows": only})


@pytest.mark.parametrize(("one", "other"), [*product(GRADES, GRADES)])
def test_no_sentence_about_what_is_not_wanted_is_cut(one: str, other: str) -> None:
    wishes = SKILL, Criterion("skill", "Rust", "avoid")
    people = [
        _person(n, [_judged(wish, g, {}) for wish, g in zip(wishes, grades, strict=True)])
        for n, grades in ((1, (one, other)), (2, (other, one)))
    ]
    criteria = [wish.public() for wish in wishes]
    asked = {"tool": "filter_candidates", "among": "shown", "asked": criteria, "rows": people}
    assert not _cut("which of these know C++ but not Rust?", asked)


def test_how_many_a_title_that_reads_as_a_verb_rules_out_is_not_cut() -> None:
    lead = Criterion("title", "Call Center Team Lead")
    ruled = {"total": 0, "rows": [], "excluded": [{"criterion": lead.id, "count": 200}]}
    search = {"tool": "search_candidates", "criteria": [lead.public()], "relax": [], **ruled}
    assert not _cut("call center team lead", search)


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("C++ developer, worked in the NHS for 3+ years", "NHS"),
        ("C++ developer, no Java, senior or lead", "lead"),
        ("C++ developer, own tools, 50% travel, Leeds", "50% travel"),
        ("C++ developers in the Houston suburbs", "suburbs"),
    ],
)
def test_words_that_were_not_used_are_told_last_and_the_check_keeps_them(
    said: str, words: str
) -> None:
    people = [_person(n, [_judged(SKILL, "met", {})]) for n in (1, 2)]
    criteria = [SKILL.public()]
    found = {"rows": people, "criteria": criteria, "total": 2, "offset": 0, "added": criteria}
    payload = {"tool": "search_candidates", **found}
    answer = word_answer(Situation(said), [payload])
    assert answer.rpartition(" Not used: ")[2].endswith(f"“{words}”.")
    assert not _cut(said, payload)


@pytest.mark.parametrize(
    ("said", "change"),
    [
        ("which of these has C++ in the suburbs?", {"among": "shown", "asked": [SKILL.public()]}),
        ("instead of Berlin, try C++", {}),
        ("could we limit this to C++ please", {}),
        ("C++, no job hoppers, salary up to 60k", {}),
    ],
)
def test_what_only_steers_or_is_told_anyhow_is_not_called_unused(
    said: str, change: dict[str, Any]
) -> None:
    people = [_person(n, [_judged(SKILL, "met", {})]) for n in (1, 2)]
    criteria = [SKILL.public()]
    found = {"rows": people, "criteria": criteria, "total": 2, "added": criteria, "removed": []}
    payload = {"tool": "filter_candidates", **found, **change}
    assert "Not used" not in word_answer(Situation(said), [payload])
