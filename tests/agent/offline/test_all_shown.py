"""Who of those on screen has any licence or language is told of each, in quotes."""

from __future__ import annotations

from typing import Any

import pytest

from agent.offline.intents import decide
from agent.offline.situation import Situation
from agent.offline.topics import read_all_shown
from agent.offline.wording.people import word_explanation
from agent.offline.wording.shown import word_shown
from tools.criteria import Criterion
from tools.vocabulary.employment import BETWEEN, EMPLOYED

NOW = Situation("", criteria=(Criterion("title", "Nurse"),), shown=(1, 2, 3), total=20)


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("who of these is certified?", "certifications"),
        ("which of them are certified", "certifications"),
        ("is anyone licensed?", "certifications"),
        ("anyone with a license?", "certifications"),
        ("do any of these have certifications?", "certifications"),
        ("any certs?", "certifications"),
        ("has anybody got a certification?", "certifications"),
        ("which of them speak another language?", "other_languages"),
        ("who speaks a second language?", "other_languages"),
        ("is anyone bilingual?", "other_languages"),
        ("who is multilingual", "other_languages"),
        ("do they speak other languages?", "other_languages"),
        ("who speaks more than one language?", "other_languages"),
        ("any of them speak a foreign language?", "other_languages"),
    ],
)
def test_a_question_for_any_of_a_side_is_answered_for_everybody_shown(
    text: str, topic: str
) -> None:
    (call,) = decide(NOW.saying(text)).calls
    assert (call.tool, call.args) == (
        "explain_match",
        {"people": ["#1", "#2", "#3"], "about": topic},
    )


@pytest.mark.parametrize(
    "text",
    [
        "who is certified in ACLS?",
        "who speaks Spanish?",
        "which of them is a certified nurse?",
        "who has a driver's license?",
        "only bilingual ones",
        "certified nurses",
        "any language is fine",
        "is #1 certified?",
        "how many are certified?",
        "who has the most certifications?",
    ],
)
def test_a_question_for_one_thing_or_of_one_person_is_another(text: str) -> None:
    assert read_all_shown(NOW.saying(text)) is None


def test_with_nobody_on_screen_nothing_is_told_of_anybody() -> None:
    assert read_all_shown(Situation("who is certified?")) is None


def told(topic: str, *evidence: list[str]) -> str:
    people: list[dict[str, Any]] = [
        {"ref": f"⟨#{n}⟩", "about": topic, "evidence": quotes}
        for n, quotes in enumerate(evidence, 1)
    ]
    return word_explanation({"people": people}, NOW)


def test_whose_resumes_are_silent_is_said_once() -> None:
    assert told("certifications", ["BLS", "ACLS"], [], ["RN"], []) == (
        "Certificates and licences of those shown:\n- ⟨#1⟩: “BLS” · “ACLS”\n- ⟨#3⟩: “RN”\n"
        "I found nothing about certificates and licences in the résumés of ⟨#2⟩ and ⟨#4⟩."
    )
    assert told("other_languages", [], [], []) == (
        "I found nothing about further languages in the résumés on screen."
    )


def test_where_a_list_should_be_sorted_it_is_said_that_it_keeps_its_order() -> None:
    people = [
        {"ref": f"⟨#{n}⟩", "about": "years", "evidence": [], "years": float(n)} for n in (1, 2)
    ]
    payload = {"people": people}
    kept = "The list keeps its order. Those shown, by years of experience:\n- ⟨#2⟩: 2 years"
    assert word_explanation(payload, NOW.saying("sort by experience")).startswith(kept)
    assert "keeps its order" not in word_explanation(payload, NOW.saying("who has most years?"))


@pytest.mark.parametrize(
    ("name", "verdict", "said"),
    [
        (EMPLOYED, "met", "Employed now, by their dates:\n- ⟨#1⟩: “2021 - now”"),
        (BETWEEN, "missing", "By their dates, nobody on screen is between jobs.\nNot so: ⟨#1⟩"),
    ],
)
def test_who_has_a_job_is_told_by_dates(name: str, verdict: str, said: str) -> None:
    wish = {"kind": "text", "value": name, "weight": "must"}
    judged = {**wish, "verdict": verdict, "note": "since 2021", "quote": "2021 - now"}
    rows = [{"ref": f"⟨#{n}⟩", "rank": n, "verdicts": [judged]} for n in (1, 2)]
    asked = NOW.saying("who is working?")
    assert word_shown({"asked": [wish], "rows": rows}, asked).startswith(said)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("only the ones currently employed", EMPLOYED),
        ("just those with a job", EMPLOYED),
        ("only people who are between jobs", BETWEEN),
    ],
)
def test_a_wish_for_people_with_a_job_ranks_again(text: str, value: str) -> None:
    (call,) = decide(NOW.saying(text)).calls
    assert call.tool == "filter_candidates"
    assert [c["value"] for c in call.args["add"]] == [value]
    assert "among" not in call.args
