"""Sentences about wishes are English: people live in places, and a yes is understood."""

from __future__ import annotations

from typing import Any

import pytest

from agent.offline.intents import decide
from agent.offline.phrasebook import answers
from agent.offline.searching import read_consent
from agent.offline.situation import Situation, wish
from agent.offline.wording.counts import word_count
from agent.offline.wording.lists import word_change, word_more, word_search
from agent.offline.wording.people import word_comparison, word_explanation
from agent.offline.wording.phrases import quoted, wishes_in_short, wishes_words
from agent.offline.wording.shown import word_shown
from tools.criteria import Criterion

TEXAS = {"id": "location:texas", "kind": "location", "value": "Texas", "weight": "must"}
WHY = Situation("why was she left out?")
SQL = {"id": "skill:sql", "kind": "skill", "value": "SQL", "weight": "must"}


@pytest.mark.parametrize(
    ("asked", "met", "said"),
    [
        ([TEXAS], 2, "2 of the 31 people ranked live in Texas, none of them on screen."),
        ([TEXAS], 1, "1 of the 31 people ranked lives in Texas, none of them on screen."),
        ([SQL, TEXAS], 2, "ranked show SQL and live in Texas, none"),
        ([TEXAS], 0, "None of the 31 people ranked clearly lives in Texas."),
        ([SQL], 0, "None of the 31 people ranked clearly shows SQL."),
        ([{**TEXAS, "value": "remote"}], 2, "ranked show remote"),
    ],
)
def test_people_live_in_a_place_and_show_anything_else(
    asked: list[dict[str, Any]], met: int, said: str
) -> None:
    payload = {"asked": asked, "met": met, "of": 31, "met_on_screen": 0, "partly": 0}
    assert said in word_count({**payload, "capped": False}, Situation(""))


def test_a_place_is_spoken_about_without_its_in() -> None:
    rows = [
        {"ref": f"⟨#{n}⟩", "verdicts": [{**TEXAS, "verdict": graded, "quote": quote, "note": ""}]}
        for n, graded, quote in ((1, "met", "Austin, TX"), (2, "unclear", ""))
    ]
    payload = {"asked": [TEXAS], "rows": rows}
    asked = Situation("which of these live in Texas?", shown=(1, 2), total=2)
    assert word_shown(payload, asked).startswith("Shown for Texas:\n- ⟨#1⟩: “Austin, TX”")
    alone = Situation("which of these live in Texas?", shown=(2,), total=1)
    assert word_shown({**payload, "rows": rows[1:]}, alone) == (
        "No résumé on screen says that somebody lives in Texas."
    )


def test_whom_an_unwanted_place_puts_out_is_told_and_a_yes_takes_the_wish_back() -> None:
    avoided = {**TEXAS, "weight": "avoid"}
    payload = {
        "criteria": [SQL, avoided],
        "total": 0,
        "excluded": [{"criterion": TEXAS["id"], "count": 3}],
        "relax": [TEXAS["id"]],
    }
    said = word_search(payload, Situation(""))
    assert said.startswith("I searched for SQL; not in Texas.")
    assert "ruled out: 3 people as you exclude Texas. Shall I no longer exclude Texas?" in said
    agreed = Situation("yes", criteria=(wish(SQL), wish(avoided)), said=said)
    plan = read_consent(agreed)
    assert plan is not None
    assert plan.calls[0].args["remove"] == ["location:texas"]


def test_what_is_not_wanted_is_lacked_but_a_place_is_not_lived_in() -> None:
    unwanted = [{**c, "weight": "avoid"} for c in (SQL, TEXAS)]
    assert wishes_words(unwanted) == "anybody without SQL; not in Texas"


def test_of_many_wishes_a_sentence_names_the_first_of_each_weight() -> None:
    musts = [{"kind": "skill", "value": f"Skill {n}", "weight": "must"} for n in range(9)]
    place = {"kind": "location", "value": "Leeds", "weight": "must"}
    nice = {"kind": "skill", "value": "Go", "weight": "nice"}
    assert wishes_in_short([*musts, nice, place]) == (
        "in Leeds, Skill 0, Skill 1, Skill 2, Skill 3; ideally Go; and your other wishes"
    )
    assert wishes_in_short([nice, place]) == "somebody in Leeds; ideally Go"


def test_nobody_leads_a_list_on_which_nothing_is_shown() -> None:
    silent = {**SQL, "criterion": SQL["id"], "verdict": "unclear", "note": "", "quote": None}
    row = {"ref": "⟨#1⟩", "rank": 1, "verdicts": [silent]}
    payload = {"total": 9, "rows": [row], "criteria": [SQL]}
    assert word_search(payload, Situation("SQL")).endswith("The résumés shown say nothing of it.")


def page_of(*graded: str, first: int = 1) -> dict[str, Any]:
    """Return a payload of a page on which everybody shows SQL, and Texas as graded."""
    rows = []
    for rank, grade in enumerate(graded, first):
        met = {**SQL, "criterion": SQL["id"], "verdict": "met", "note": "", "quote": "Wrote SQL"}
        quote = "Austin, TX" if grade == "met" else None
        place = {**TEXAS, "criterion": TEXAS["id"], "verdict": grade, "note": "", "quote": quote}
        rows.append({"ref": f"⟨#{rank}⟩", "rank": rank, "verdicts": [met, place]})
    met_by = [r["ref"] for r, grade in zip(rows, graded, strict=True) if grade == "met"]
    musts = {"met": met_by, "shown": len(rows)}
    return {"total": 30, "offset": 0, "rows": rows, "criteria": [SQL, TEXAS], "musts": musts}


@pytest.mark.parametrize(
    ("graded", "said"),
    [
        (["met"], "for SQL, in Texas; the one shown meets it all. #1"),
        (["met", "met"], "; all shown meet it all. #1"),
        (["unclear", "partly"], "; nobody shown meets it all. #1"),
        (["unclear", "met"], ". 1 of the 2 shown meets it all: #2. #1"),
        (["met", "met", "unclear", "met"], ". 3 of the 4 shown meet it all: #1, #2 and #4. #1"),
        (["partly", "met", "met", "met"], ". 3 of the 4 shown meet it all: #2 to #4. #1"),
    ],
)
def test_who_meets_every_must_is_told_by_rank(graded: list[str], said: str) -> None:
    assert said in word_search(page_of(*graded), Situation(""))


def test_why_the_first_leads_who_does_not_meet_every_must_is_told_with_what_is_not_shown() -> None:
    payload = page_of("unclear", "met")
    leads = ["uses more of the words of the request", "spent longer in jobs that fit"]
    payload["musts"]["above"] = {"above": "⟨#1⟩", "below": "⟨#2⟩", "because": leads}
    assert word_search(payload, Situation("")).endswith(
        "1 of the 2 shown meets it all: #2. #1 ⟨#1⟩ leads even so: uses more of the words of the "
        "request and spent longer in jobs that fit. Not shown there: living in Texas."
    )


def test_a_further_page_says_too_who_on_it_meets_every_must() -> None:
    payload = page_of("unclear", "met", first=11)
    assert word_more(payload, Situation("")).startswith(
        "Ranks 11 to 12 of 30. 1 of the 2 shown meets it all: #12. #11 ⟨#11⟩ comes next:"
    )


def row_of(rank: int, *grades: str) -> dict[str, Any]:
    """Return a row of somebody judged by SQL, Go and Texas."""
    wishes = (SQL, {**SQL, "id": "skill:go", "value": "Go"}, TEXAS)
    verdicts = [
        {
            **w,
            "criterion": w["id"],
            "verdict": g,
            "note": "",
            "quote": "Shown" if g == "met" else None,
        }
        for w, g in zip(wishes, grades, strict=True)
    ]
    return {"ref": f"⟨#{rank}⟩", "rank": rank, "verdicts": verdicts}


def test_of_several_things_at_once_the_nearest_are_told_with_what_is_open() -> None:
    rows = [row_of(1, "met", "partly", "unclear"), row_of(2, "met", "met", "missing")]
    rows.append(row_of(3, "unclear", "unclear", "unclear"))
    payload = {"asked": [SQL, {**SQL, "value": "Go"}, TEXAS], "rows": rows}
    asked = Situation("who meets everything?", shown=(1, 2, 3))
    assert word_shown(payload, asked) == (
        "Nobody on screen shows all of it: SQL, Go, Texas.\nNearest:\n"
        "- ⟨#2⟩: 2 of 3, open: living in Texas.\n"
        "- ⟨#1⟩: 1 of 3, open: living in Texas and Go in part."
    )
    payload["rows"] = [row_of(1, "met", "met", "met"), *rows[1:]]
    assert word_shown(payload, asked).endswith("\nThe other 2 shown leave a part open.")


def test_whose_place_is_asked_about_is_told_why_they_stand_above_the_next() -> None:
    person = {**row_of(1, "met", "met", "met"), "questions": [], "headline": "", "location": ""}
    above = {"above": "⟨#1⟩", "below": "⟨#2⟩", "because": ["spent longer in jobs that fit"]}
    payload = {"people": [person], "above": above}
    why = "⟨#2⟩ ranks lower: ⟨#1⟩ spent longer in jobs that fit.\n\n"
    assert word_explanation(payload, Situation("why is 1 first")).startswith(why)
    assert "ranks lower" not in word_explanation(payload, Situation("tell me about 1"))


HEAD = "Registered Nurse II, Medical ICU\nHarrow Hospital, Leeds\nAug 2020 – Present"
WRAPPED = "Handled leaves\nof absence and everything else that\nthe house asked for over the years"


@pytest.mark.parametrize(
    ("quote", "proof", "kind", "said"),
    [
        (HEAD, "Registered Nurse II", "title", "“Registered Nurse II, Medical ICU”"),
        (HEAD, HEAD, "min_years", "“Registered Nurse II, Medical ICU” … “Aug 2020 – Present”"),
        (
            WRAPPED,
            "leaves\nof absence",
            "skill",
            "“Handled leaves” · “of absence and everything else that”",
        ),
        (WRAPPED, "everything", "skill", "“of absence and everything else that”"),
        ("Speaks Spanish", None, "language", "“Speaks Spanish”"),
    ],
)
def test_of_several_lines_those_are_quoted_that_prove_the_wish(
    quote: str, proof: str | None, kind: str, said: str
) -> None:
    verdict = {"quote": quote, "kind": kind, "value": "FMLA"} | ({"proof": proof} if proof else {})
    assert quoted(verdict) == said


def test_who_has_least_is_told_from_the_least_and_the_list_keeps_its_order() -> None:
    people = [{"ref": f"⟨#{n}⟩", "about": "years", "years": y} for n, y in ((1, 9.0), (2, 2.5))]
    told = word_explanation({"people": people}, Situation("who has the least experience?"))
    assert told.splitlines()[1:] == ["- ⟨#2⟩: 2.5 years", "- ⟨#1⟩: 9 years"]


def test_with_the_last_wish_gone_nobody_is_said_to_miss_one() -> None:
    berlin = {**TEXAS, "value": "Berlin", "id": "location:berlin"}
    payload = {"added": [], "removed": [berlin], "criteria": [], "rows": [], "total": 0}
    assert word_change(payload, Situation("")).endswith(
        "No wish is left. Whom are you looking for?"
    )


def test_people_are_ranked_for_living_somewhere_and_for_no_somebody() -> None:
    payload = {**page_of("met"), "criteria": [TEXAS], "total": 3}
    assert word_search(payload, Situation("")).startswith("I ranked 3 people for living in Texas;")


def test_neither_is_said_to_lack_a_place_that_is_not_wanted() -> None:
    cells = [{"ref": f"⟨#{n}⟩", "verdict": "missing", "quote": "Oslo", "note": ""} for n in (1, 2)]
    table = [{**TEXAS, "weight": "avoid", "cells": cells}]
    people = [{"ref": "⟨#1⟩", "headline": "Cook"}, {"ref": "⟨#2⟩", "headline": "Chef"}]
    told = word_comparison({"people": people, "table": table}, Situation("compare 1 and 2"))
    assert "Neither" not in told


def test_who_is_on_the_list_and_asked_for_as_left_out_is_said_to_be_on_it() -> None:
    person = {**row_of(1, "met", "met", "met"), "questions": [], "headline": "", "location": ""}
    out, on = {"people": [{**person, "ref": "⟨@nu-9⟩"}]}, {"people": [person]}
    for asked in ("why was #1 left out?", "why isn't she on the list?"):
        assert word_explanation(on, Situation(asked)).startswith("⟨#1⟩ is on the list.\n\n")
        assert "on the list" not in word_explanation(out, Situation(asked))
    asked = "why isn't Spanish shown for #1?"
    assert "on the list" not in word_explanation(on, Situation(asked))


def test_what_is_not_wanted_and_shown_all_the_same_is_told_with_its_quote() -> None:
    person = {**row_of(1, "met", "met", "met"), "questions": [], "headline": "", "location": ""}
    shown = {**SQL, "value": "SAP", "weight": "avoid", "verdict": "met", "quote": "Ran SAP"}
    told = word_explanation({"people": [{**person, "verdicts": [{**shown, "note": ""}]}]}, WHY)
    assert "- SAP, which you exclude: “Ran SAP”" in told


def test_only_current_ones_are_told_that_a_former_job_counts_too() -> None:
    lawyer = Criterion("title", "Lawyer")
    now = Situation("only current lawyers", criteria=(lawyer,), shown=(1,), total=1)
    former = answers()["former"]
    assert former in decide(now).say
    for plain in ("only lawyers", "lawyers who are currently living in Berlin"):
        assert former not in decide(now.saying(plain)).say
