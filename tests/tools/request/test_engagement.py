"""From when, how long and how often one is to work is told as left out, and not searched."""

from __future__ import annotations

import pytest

from agent.offline.wording.left_out import left_out
from tools.request import read_request, unread


@pytest.mark.parametrize(
    "words",
    [
        "12 month FTC",
        "6-month contract",
        "travel contract 13 weeks",
        "12 month maternity cover",
        "2 days a week",
        "4 days",
        "Mon-Fri 8-5",
        "9am-5pm",
        "30 hours per week",
        "notice period 30 days max",
        "notice period: 60 days or less",
        "home weekly",
        "immediate start",
        "starting Monday",
        "available immediately",
        "W2 only",
        "no C2C",
        "outside IR35",
        "temp to perm",
        "4 on 4 off",
        "3x12s",
        "reliable transportation",
        "clean MVR",
        "clean driving record",
    ],
)
def test_the_terms_of_an_engagement_are_told_and_not_searched(words: str) -> None:
    text = f"welder, {words}"
    assert unread(text)["formalities"] == (words,)
    assert [(c.kind, c.value) for c in read_request(text).criteria] == [("title", "Welder")]
    assert "in no résumé: please ask the person" in " ".join(left_out(text))


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("welder with 18 months experience", ("min_years", 1.5)),
        ("contracts manager with 6 months experience", ("min_years", 0.5)),
        ("project manager, 3 years of SAP", ("min_years", 3)),
        ("accountant with W-2 and 1099 preparation", ("skill", "1099 reporting")),
        ("roofer with own van", ("text", "own van")),
        ("home health aide", ("title", "Home Health Aide")),
        ("someone who shipped an app in 5 days", ("text", "shipped an app in 5 days")),
    ],
)
def test_time_and_work_that_a_resume_shows_are_wishes(text: str, wish: tuple[str, object]) -> None:
    assert not unread(text)["formalities"]
    assert wish in [(c.kind, c.value) for c in read_request(text).criteria]


def test_several_terms_are_told_in_one_sentence() -> None:
    said = left_out("welder, 2 days a week, immediate start")
    assert said == [
        "“2 days a week” and “immediate start” stand in no résumé: please ask the person."
    ]


def test_what_is_left_out_leaves_no_marks_in_the_words_of_a_wish() -> None:
    wishes = read_request("developer, 6-month contract, Java").criteria
    assert not [c for c in wishes if ",," in c.said or ", ," in c.said]


def test_to_live_in_a_place_is_no_work_where_one_lives_in() -> None:
    found = read_request("nurses who live in Texas")
    assert [c.value for c in found.criteria] == ["Registered Nurse", "Texas"]
    assert not unread("nurses who live in Texas")["formalities"]
    assert unread("carer, live in, Texas")["formalities"]
