"""The result of a tool is told in words that say no more and no less than it holds."""

from __future__ import annotations

from typing import Any

import pytest
from langchain_core.messages import (
    HumanMessage,
)

from tests.agent.offline.asking import BERLIN, JAVA_UNWANTED, ask, on_screen, worded
from tools.criteria import Criterion
from tools.presenting import spelt


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"added": [JAVA_UNWANTED], "removed": []}, "Now excluding Java: 4 people ranked now"),
        (
            {"added": [], "removed": [JAVA_UNWANTED]},
            "No longer excluding Java: 4 people ranked now",
        ),
        (
            {"added": [{**BERLIN, "id": "location:berlin"}], "removed": [JAVA_UNWANTED]},
            "Added Berlin; no longer excluding Java: 4 people ranked now",
        ),
    ],
)
def test_what_is_kept_out_is_told_without_two_denials(change: dict[str, Any], words: str) -> None:
    payload = {"tool": "filter_candidates", "total": 4, "rows": [], "criteria": [], **change}
    assert worded("no Java", payload).startswith(words)


@pytest.mark.parametrize(
    ("said", "told"), [("why is #1 better than #2?", True), ("compare 1 and 2", False)]
)
def test_a_comparison_says_why_one_is_above_where_that_is_asked(said: str, told: bool) -> None:
    people = [{"ref": f"⟨#{n}⟩", "headline": "Nurse"} for n in (1, 2)]
    order = [{"above": "⟨#1⟩", "below": "⟨#2⟩", "because": ["shows more of ICU"]}]
    payload = {"tool": "compare_candidates", "people": people, "table": [], "order": order}
    lead = "⟨#2⟩ ranks lower: ⟨#1⟩ shows more of ICU."
    assert worded(said, payload).startswith(lead) is told


def test_a_question_that_turns_the_order_round_is_set_right() -> None:
    people = [{"ref": f"⟨#{n}⟩", "headline": "Nurse"} for n in (2, 1)]
    order = [{"above": "⟨#1⟩", "below": "⟨#2⟩", "because": ["shows more of ICU"]}]
    payload = {"tool": "compare_candidates", "people": people, "table": [], "order": order}
    assert worded("why is #2 above #1?", payload).startswith("It is the other way round.")
    assert "other way" not in worded("why is #2 not above #1?", payload)


def test_what_nobody_shows_and_nobody_should_is_not_told_as_lacking() -> None:
    cells = [{"ref": f"⟨#{n}⟩", "verdict": "unclear", "note": "", "quote": ""} for n in (1, 2)]
    table = [
        {"criterion": "skill:java", "cells": cells, **JAVA_UNWANTED},
        {"criterion": "skill:go", "cells": cells, **JAVA_UNWANTED, "value": "Go", "weight": "must"},
    ]
    people = [{"ref": f"⟨#{n}⟩", "headline": "Engineer"} for n in (1, 2)]
    payload = {"tool": "compare_candidates", "people": people, "table": table, "order": []}
    words = worded("compare 1 and 2", payload)
    assert "Neither shows Go." in words
    assert "Java" not in words


def test_a_count_of_the_ranked_is_not_told_as_a_count_of_matches() -> None:
    answer = ask(on_screen(), HumanMessage("how many are there?")).text
    assert "ranked for your wishes" in answer
    assert "match" not in answer


def test_what_nobody_shows_is_named_with_all_its_words() -> None:
    cells = [{"ref": f"⟨#{n}⟩", "verdict": "unclear", "note": "", "quote": ""} for n in (1, 2)]
    years = spelt(Criterion("min_years", 5, subject="month-end close"))
    people = [{"ref": f"⟨#{n}⟩", "headline": "Accountant"} for n in (1, 2)]
    table = [{**years, "cells": cells}]
    payload = {"tool": "compare_candidates", "people": people, "table": table, "order": []}
    said = "Neither shows 5+ years with month-end close."
    assert said in worded("compare 1 and 2", payload)


def _row(rank: int, go: str, java: str) -> dict[str, Any]:
    wishes = Criterion("skill", "Go"), Criterion("skill", "Java", "avoid")
    told = zip(wishes, (go, java), strict=True)
    quotes = {"met": "Wrote {} for trading", "unclear": None}
    verdicts = [
        {**spelt(w), "verdict": v, "note": "", "quote": (q := quotes[v]) and q.format(w.value)}
        for w, v in told
    ]
    return {"ref": f"⟨#{rank}⟩", "rank": rank, "headline": "Engineer", "verdicts": verdicts}


def test_who_shows_one_thing_and_not_the_other_leads_the_answer() -> None:
    rows = [_row(1, "met", "unclear"), _row(2, "unclear", "unclear"), _row(3, "met", "met")]
    asked = [Criterion("skill", "Go").public(), Criterion("skill", "Java", "avoid").public()]
    payload = {"tool": "filter_candidates", "among": "shown", "asked": asked, "rows": rows}
    assert worded("who knows Go but not Java?", payload).splitlines() == [
        "Shown for Go, with nothing about Java:",
        "- ⟨#1⟩: “Wrote Go for trading”",
        "Not so:",
        "- ⟨#3⟩: “Wrote Java for trading”",
        "I found nothing about Go in the résumé of ⟨#2⟩.",
    ]


def test_of_whom_nothing_is_found_is_named_first_where_that_is_asked() -> None:
    rows = [_row(1, "met", "unclear"), _row(3, "met", "met")]
    rows = [{**row, "verdicts": row["verdicts"][1:]} for row in rows]
    asked = [Criterion("skill", "Java", "avoid").public()]
    payload = {"tool": "filter_candidates", "among": "shown", "asked": asked, "rows": rows}
    assert worded("which of these do not know Java?", payload).splitlines() == [
        "I found nothing about Java in the résumé of ⟨#1⟩.",
        "Those who show it:",
        "- ⟨#3⟩: “Wrote Java for trading”",
    ]


def test_who_lives_elsewhere_is_told_with_their_home_where_that_is_asked() -> None:
    texas = Criterion("location", "Texas", "avoid")
    told = [("missing", "Galway", None), ("unclear", "", None), ("met", "", "Houston, TX")]
    rows = [
        {
            "ref": f"⟨#{n}⟩", "rank": n, "headline": "Nurse",
            "verdicts": [{**spelt(texas), "verdict": v, "note": note, "quote": quote}],
        }
        for n, (v, note, quote) in enumerate(told, 1)
    ]  # fmt: skip
    payload = {"tool": "filter_candidates", "among": "shown", "asked": [texas.public()]}
    assert worded("who is not in Texas?", {**payload, "rows": rows}).splitlines() == [
        "Not so for living in Texas: ⟨#1⟩ (Galway).",
        "I found nothing about living in Texas in the résumé of ⟨#2⟩.",
        "Those who show it:",
        "- ⟨#3⟩: “Houston, TX”",
    ]
    living = {**payload, "rows": rows[2:]}
    assert worded("is #3 not in Texas?", living) == "Not so:\n- ⟨#3⟩: “Houston, TX”"
