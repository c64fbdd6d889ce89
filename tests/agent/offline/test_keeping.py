"""What a new start keeps, and what the same search for others takes along."""

from __future__ import annotations

from typing import Any

import pytest

from agent.offline.intents import decide
from agent.offline.situation import Situation
from tools.criteria import Criterion

HELD = (
    Criterion("title", "Registered Nurse"),
    Criterion("skill", "critical care"),
    Criterion("location", "Texas"),
    Criterion("min_years", 5),
    Criterion("language", "Spanish"),
    Criterion("certification", "ACLS"),
    Criterion("text", "night shifts"),
)
NOW = Situation("", criteria=HELD, shown=(1, 2, 3), total=20)


def done(text: str) -> tuple[str, dict[str, Any]]:
    (call,) = decide(NOW.saying(text)).calls
    return call.tool, call.args


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("start over but keep the city", {"location:texas"}),
        ("start again, same city", {"location:texas"}),
        ("start over with the same location", {"location:texas"}),
        ("new search, same place", {"location:texas"}),
        ("clear everything except the city", {"location:texas"}),
        ("forget everything but Texas", {"location:texas"}),
        ("begin again, leave the location as it is", {"location:texas"}),
        ("reset but keep Spanish and Texas", {"language:spanish", "location:texas"}),
        ("start over, keep 5+ years", {"min_years:5"}),
        ("start fresh but keep the years and the language", {"min_years:5", "language:spanish"}),
    ],
)
def test_a_new_start_leaves_what_it_keeps(text: str, kept: set[str]) -> None:
    tool, args = done(text)
    assert tool == "filter_candidates"
    assert {c.id for c in HELD} - set(args["remove"]) == kept
    assert not args["add"]


@pytest.mark.parametrize(
    "text",
    ["new search in the same city for accountants", "start over, keep the city: accountants"],
)
def test_a_new_start_may_name_the_next_job_at_once(text: str) -> None:
    tool, args = done(text)
    assert tool == "search_candidates"
    assert [c["value"] for c in args["criteria"]] == ["Accountant", "Texas"]


def test_what_nobody_asked_for_cannot_be_kept() -> None:
    said = decide(NOW.saying("start over but keep the salary")).say
    assert said.startswith("You have not asked for salary, so there is nothing to keep.")


@pytest.mark.parametrize(
    ("text", "tool"),
    [
        ("start over", "start_over"),
        ("start over please", "start_over"),
        ("start over, but find cooks", "search_candidates"),
        ("new search: welders in Oslo", "search_candidates"),
    ],
)
def test_a_plain_new_start_keeps_nothing(text: str, tool: str) -> None:
    assert done(text)[0] == tool


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("the same for accountants", "Accountant"),
        ("same thing but for bookkeepers", "Bookkeeper"),
        ("do the same for pharmacists", "Pharmacist"),
        ("run the same search for plumbers", "Plumber"),
        ("the same again for welders", "Welder"),
    ],
)
def test_the_same_for_another_trade_takes_place_and_years_along(text: str, title: str) -> None:
    tool, args = done(text)
    assert tool == "filter_candidates"
    assert [c["value"] for c in args["add"]] == [title]
    assert set(args["remove"]) == {
        "title:registered-nurse",
        "skill:critical-care",
        "certification:acls",
    }


@pytest.mark.parametrize(
    ("text", "add", "remove"),
    [
        ("now the same for LPNs", ["Licensed Practical Nurse"], ["title:registered-nurse"]),
        ("same for Chicago", ["Chicago"], ["location:texas"]),
        ("repeat that for Dallas", ["Dallas"], ["location:texas"]),
    ],
)
def test_the_same_for_a_kindred_job_or_another_place_changes_that_alone(
    text: str, add: list[str], remove: list[str]
) -> None:
    _, args = done(text)
    assert ([c["value"] for c in args["add"]], args["remove"]) == (add, remove)


@pytest.mark.parametrize("text", ["is it the same for #2?", "who has the same degree?"])
def test_a_question_that_says_same_changes_nothing(text: str) -> None:
    assert all("remove" not in call.args for call in decide(NOW.saying(text)).calls)


@pytest.mark.parametrize(
    "text",
    [
        "who would you call first and why",
        "if you had to pick one who would it be and why",
        "who should I interview first?",
        "who's your top choice",
        "if I could only call one, which?",
    ],
)
def test_whom_to_choose_is_answered_with_the_first_of_the_list(text: str) -> None:
    assert done(text) == ("explain_match", {"people": ["#1"]})


@pytest.mark.parametrize(
    ("text", "who"), [("why not #2?", "#2"), ("why not ⟨#3⟩?", "#3"), ("but why not 3", "#3")]
)
def test_why_not_somebody_sets_them_beside_the_first(text: str, who: str) -> None:
    assert done(text) == ("compare_candidates", {"people": [who, "#1"]})


@pytest.mark.parametrize("text", ["why not Ana?", "what about Maria?", "where's Priya Nair?"])
def test_a_name_that_nobody_on_screen_has_is_asked_back(text: str) -> None:
    assert "Give me the full name, or a rank" in decide(NOW.saying(text)).say


@pytest.mark.parametrize("text", ["what about Python?", "how about Chicago?"])
def test_a_skill_or_a_place_is_no_name(text: str) -> None:
    assert done(text)[0] == "filter_candidates"


@pytest.mark.parametrize("text", ["compare first and last", "compare 1 with last"])
def test_the_last_is_named_without_its_article_too(text: str) -> None:
    assert done(text) == ("compare_candidates", {"people": ["#1", "#3"]})
