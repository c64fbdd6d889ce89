"""A question goes on from the one before it, and asks for the most, the best or those without."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from agent.offline.intents import decide
from agent.offline.questions import LACKS_WHAT
from agent.offline.situation import Situation
from agent.offline.wording.shown import word_shown
from tools.criteria import Criterion

NOW = Situation(
    "",
    criteria=(Criterion("title", "Bartender"), Criterion("skill", "mixology")),
    shown=(1, 2, 3),
    total=20,
    asked="who has worked in a hotel",
    said="Shown for hospitality:\n- ⟨#1⟩: “Hotel”",
)
TOLD = "I ranked 20 people for Bartender, mixology."


def done(text: str, now: Situation = NOW) -> tuple[str, dict[str, Any]]:
    (call,) = decide(now.saying(text)).calls
    return call.tool, call.args


@pytest.mark.parametrize("text", ["who hasn't?", "who has not", "which of them haven't?"])
def test_who_has_not_asks_the_last_question_once_more(text: str) -> None:
    assert done(text) == done("who has worked in a hotel")


def test_without_a_question_before_it_is_asked_what_somebody_lacks() -> None:
    now = msgspec.structs.replace(NOW, asked="bartenders with mixology", said=TOLD)
    assert decide(now.saying("who hasn't?")).say == LACKS_WHAT


def test_whose_resume_is_silent_is_named_in_full_where_that_is_asked() -> None:
    wish = {"kind": "skill", "value": "wine", "weight": "must"}
    silent = {**wish, "verdict": "unclear", "note": "", "quote": None}
    rows = [{"ref": f"⟨#{n}⟩", "rank": n, "verdicts": [silent]} for n in range(1, 8)]
    rows.append(
        {**rows[0], "ref": "⟨#9⟩", "verdicts": [{**silent, "verdict": "met", "quote": "W"}]}
    )
    payload = {"asked": [wish], "rows": rows}
    assert word_shown(payload, NOW.saying("who has wine?")).endswith("résumés of the others.")
    assert "⟨#6⟩ and ⟨#7⟩." in word_shown(payload, NOW.saying("who hasn't?"))


@pytest.mark.parametrize("text", ["And Spanish?", "or French?", "and ServSafe?"])
def test_a_fragment_after_a_question_is_asked_of_those_shown_too(text: str) -> None:
    assert done(text)[1]["among"] == "shown"


def test_a_fragment_after_a_question_about_one_is_asked_of_that_one() -> None:
    said = "Yes, ⟨#2⟩ shows it: “ACLS”."
    now = msgspec.structs.replace(NOW, asked="does #2 have ACLS?", said=said)
    assert done("And BLS?", now)[1]["people"] == ["#2"]
    silent = "I found nothing about BLS in the résumé of ⟨#2⟩."
    further = msgspec.structs.replace(NOW, asked="And BLS?", said=silent)
    assert done("And PALS?", further)[1]["people"] == ["#2"]


def test_a_fragment_after_a_wish_is_a_wish() -> None:
    now = msgspec.structs.replace(NOW, asked="bartenders with mixology", said=TOLD)
    assert "among" not in done("And Spanish?", now)[1]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("who has the most experience with Excel?", "Excel"),
        ("who has the most experience bartending?", "bartending"),
        ("who has the most years as a waiter", "Waiter"),
        ("which one has the longest experience in catering?", "catering"),
    ],
)
def test_who_did_a_thing_longest_is_told_by_years(text: str, subject: str) -> None:
    _, args = done(text)
    assert args["among"] == "shown"
    assert [(c["kind"], c["subject"]) for c in args["add"]] == [("min_years", subject)]


def test_years_in_one_thing_are_told_longest_first_and_silence_is_said() -> None:
    wish = {"kind": "min_years", "value": 1, "weight": "must", "subject": "Excel"}
    notes = ("2.5 years with Excel in 1 position", "", "7 years with Excel, as stated")
    rows = [
        {"ref": f"⟨#{n}⟩", "verdicts": [{**wish, "verdict": "met", "note": note, "quote": "E"}]}
        for n, note in enumerate(notes, 1)
    ]
    asked = NOW.saying("who has the most experience with Excel?")
    assert word_shown({"asked": [wish], "rows": rows}, asked) == (
        "Those shown, by years of Excel:\n- ⟨#3⟩: 7 years with Excel, as stated\n"
        "- ⟨#1⟩: 2.5 years with Excel in 1 position\nI found none in the résumé of ⟨#2⟩."
    )


def test_the_best_for_some_hours_is_no_place_in_the_list() -> None:
    _, args = done("who is the best fit for nights?")
    assert (args["among"], args["add"][0]["value"]) == ("shown", "night shifts")


@pytest.mark.parametrize("text", ["top 3 only", "just the top three", "show me only the first 3"])
def test_the_first_few_are_explained(text: str) -> None:
    assert done(text) == ("explain_match", {"people": ["#1", "#2", "#3"]})


@pytest.mark.parametrize(
    "text", ["drop the ones without mixology", "hide everyone who doesn't have mixology"]
)
def test_to_leave_out_who_lacks_a_must_takes_no_wish_back(text: str) -> None:
    (asked,) = decide(NOW.saying(text)).calls
    assert (asked.args["add"], asked.args["remove"]) == ([], [])
    assert asked.args["only"] == ["skill:mixology"]


@pytest.mark.parametrize(
    ("text", "weight"),
    [("drop the ones without Spanish", "must"), ("drop the ones with Spanish", "avoid")],
)
def test_to_leave_people_out_weighs_what_they_have_or_lack(text: str, weight: str) -> None:
    _, args = done(text)
    (wish,) = args["add"]
    assert (wish["value"], wish["weight"], args["remove"]) == ("Spanish", weight, [])


def test_whom_somebody_worked_for_is_no_job_to_search_for() -> None:
    _, args = done("who worked for a general contractor")
    assert args["among"] == "shown"
    assert [(c["kind"], c["value"]) for c in args["add"]] == [("text", "general contractor")]


@pytest.mark.parametrize("text", ["that's too strict", "too narrow", "this is way too picky"])
def test_what_asks_for_too_much_is_asked_back_by_name(text: str) -> None:
    assert decide(NOW.saying(text)).say == (
        "Which of these may go, or become a nice to have: Bartender, mixology?"
    )


@pytest.mark.parametrize("text", ["what skills does #1 have", "which tools does ⟨#2⟩ use?"])
def test_skills_and_tools_are_told_as_a_side_of_somebody(text: str) -> None:
    tool, args = done(text)
    assert (tool, args["about"]) == ("explain_match", "skills")


def test_who_stayed_longest_is_told_the_latest_jobs_of_all() -> None:
    _, args = done("who's been at the same company longest?")
    assert args == {"people": ["#1", "#2", "#3"], "about": "latest_position"}


def test_another_field_instead_takes_the_place_of_the_last_one_said() -> None:
    now = msgspec.structs.replace(NOW, criteria=(*NOW.criteria, Criterion("text", "commercial")))
    _, args = done("heavy civil instead", now)
    assert args["remove"] == ["text:commercial"]


def test_others_like_somebody_may_be_asked_for_one_thing_more() -> None:
    _, args = done("like number 2 but with Spanish")
    assert args["like"] == "#2"
    assert [c["value"] for c in args["criteria"]] == ["Bartender", "mixology", "Spanish"]


def test_of_the_one_a_question_goes_on_about_nothing_is_said_of_the_others() -> None:
    wish = {"kind": "language", "value": "Mandarin", "weight": "must"}
    silent = {**wish, "verdict": "unclear", "note": "", "quote": None}
    payload = {"asked": [wish], "rows": [{"ref": "⟨@b-2⟩", "verdicts": [silent]}]}
    said = word_shown(payload, NOW.saying("and Mandarin?"))
    assert said == "I found nothing about Mandarin in the résumé of ⟨@b-2⟩."
