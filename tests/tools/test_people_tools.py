"""Explain, compare and shortlist: the tools that speak of chosen people."""

from __future__ import annotations

from typing import Any

import pytest

from tests.tools.calling import call_tool
from tools.criteria import Criterion
from tools.desk import Desk
from tools.explain import explain
from tools.reasons import in_words


@pytest.fixture
def searched(desk: Desk) -> Desk:
    criteria = [
        {"kind": "title", "value": "Data Scientist"},
        {"kind": "skill", "value": "Apache Spark"},
        {"kind": "skill", "value": "Kubernetes", "weight": "nice"},
    ]
    return call_tool("search_candidates", desk, {"criteria": criteria}).desk


def test_an_explanation_judges_every_wish_with_quotes_at_their_offsets(
    searched: Desk, people: list[Any]
) -> None:
    outcome = call_tool("explain_match", searched, {"people": ["#1"]})
    ((name, event),) = outcome.events
    text = next(p.text for p in people if p.candidate_id == event["candidate_id"])
    quotes = [e for verdict in event["verdicts"] for e in verdict["evidence"]]
    assert name == "explanation"
    assert quotes
    assert all(text[q["start"] : q["end"]] == q["quote"] for q in quotes)
    assert len(event["verdicts"]) == 3


def test_one_explained_is_told_with_why_they_rank_above_the_next(searched: Desk) -> None:
    payload = call_tool("explain_match", searched, {"people": ["#1"]}).payload
    assert (payload["above"]["above"], payload["above"]["below"]) == ("⟨#1⟩", "⟨#2⟩")
    assert payload["above"]["because"]
    last = f"#{searched.view.total}"
    assert "above" not in call_tool("explain_match", searched, {"people": [last]}).payload
    assert "above" not in call_tool("explain_match", searched, {"people": ["#1", "#2"]}).payload


def test_gaps_and_questions_speak_of_what_is_open(people: list[Any]) -> None:
    cook = next(p for p in people if p.candidate_id == "co-1")
    wishes = (Criterion("skill", "HACCP"), Criterion("skill", "Apache Spark"))
    explanation = explain(cook, wishes)
    assert explanation.summary == "Meets 1 of 2 wishes: HACCP."
    assert explanation.gaps == ("Apache Spark: the résumé does not say",)
    assert "Apache Spark" in explanation.questions[0]


def test_something_to_avoid_is_a_gap_only_when_it_was_found(people: list[Any]) -> None:
    cook = next(p for p in people if p.candidate_id == "co-1")
    found = explain(cook, (Criterion("skill", "HACCP", "avoid"),))
    absent = explain(cook, (Criterion("skill", "Apache Spark", "avoid"),))
    assert found.gaps == ("HACCP: found, though to be avoided",)
    assert absent.gaps == absent.questions == ()


def test_the_person_explained_is_the_one_a_pronoun_means(searched: Desk) -> None:
    second = call_tool("explain_match", searched, {"people": ["#2"]}).desk
    again = call_tool("explain_match", second, {"people": ["last"]})
    assert again.payload["people"][0]["ref"] == "⟨#2⟩"


def test_nobody_can_be_explained_before_a_search(desk: Desk) -> None:
    for tool, people in (("explain_match", ["#1"]), ("compare_candidates", ["1", "2"])):
        payload = call_tool(tool, desk, {"people": people}).payload
        assert payload["error"]["code"] == "no_search_yet"


def test_a_comparison_has_a_cell_for_each_person_and_wish(searched: Desk) -> None:
    outcome = call_tool("compare_candidates", searched, {"people": ["1", "⟨#3⟩"]})
    table = outcome.payload["table"]
    assert [p["ref"] for p in outcome.payload["people"]] == ["⟨#1⟩", "⟨#3⟩"]
    assert len(table) == 3
    assert all([c["ref"] for c in line["cells"]] == ["⟨#1⟩", "⟨#3⟩"] for line in table)
    assert "candidate_id" in outcome.events[0][1]["table"][0]["cells"][0]


def test_a_comparison_says_by_what_the_higher_one_leads(searched: Desk) -> None:
    (lead,) = call_tool("compare_candidates", searched, {"people": ["3", "1"]}).payload["order"]
    assert (lead["above"], lead["below"]) == ("⟨#1⟩", "⟨#3⟩")
    assert lead["because"]


def test_leads_in_single_wishes_are_told_together() -> None:
    texts = {
        "meaning": "is closer",
        "skill:sql": "shows more of: SQL",
        "skill:go": "shows more of: Go",
    }
    leads = [{"part": part, "text": text} for part, text in texts.items()]
    assert in_words(leads, ["skill:sql", "skill:go"]) == ["shows more of SQL and Go", "is closer"]


def test_a_lead_in_a_wish_that_is_open_all_the_same_is_not_told_as_showing_it() -> None:
    lead = {"part": "skill:go", "text": "shows more of: Go"}
    closer = {"part": "meaning", "text": "is closer"}
    assert in_words([lead, closer], ["skill:sql"]) == ["is closer"]
    assert in_words([lead], []) == ["comes closer to what you asked for"]


def test_one_person_twice_is_no_comparison(searched: Desk) -> None:
    payload = call_tool("compare_candidates", searched, {"people": ["#1", "1"]}).payload
    assert payload["error"]["code"] == "invalid_arguments"


def test_the_shortlist_takes_people_says_who_was_there_and_lets_go(searched: Desk) -> None:
    first = call_tool("update_shortlist", searched, {"add": ["#1", "#2"]})
    assert first.payload["added"] == ["⟨#1⟩", "⟨#2⟩"]
    second = call_tool("update_shortlist", first.desk, {"add": ["#2"], "remove": ["#1"]})
    assert second.payload["already"] == ["⟨#2⟩"]
    assert second.payload["removed"] == ["⟨#1⟩"]
    assert [p["ref"] for p in second.payload["shortlist"]] == ["⟨#2⟩"]


def test_the_shortlist_outlives_a_new_search_by_id(searched: Desk) -> None:
    kept = call_tool("update_shortlist", searched, {"add": ["#1"]}).desk
    cooks = call_tool("search_candidates", kept, {"request": "sous chef in Lisbon"}).desk
    shown = call_tool("update_shortlist", cooks, {}).payload["shortlist"]
    assert [p["ref"] for p in shown] == [f"⟨@{kept.shortlist[0]}⟩"]


@pytest.mark.parametrize("reference", ["#99", "Nobody Special", "@no-such", "⟨#0⟩", ""])
def test_somebody_unknown_is_named_with_the_mend(searched: Desk, reference: str) -> None:
    payload = call_tool("explain_match", searched, {"people": [reference]}).payload
    assert payload["error"]["code"] == "unknown_person"
    assert payload["error"]["message"].endswith(".")


@pytest.mark.parametrize("reference", ["#1", "1", "⟨#1⟩", "@{id}", "⟨@{id}⟩", "{id}"])
def test_a_person_can_be_named_by_rank_placeholder_or_id(searched: Desk, reference: str) -> None:
    said = reference.format(id=searched.view.pool[0])
    payload = call_tool("explain_match", searched, {"people": [said]}).payload
    assert payload["people"][0]["ref"] == "⟨#1⟩"


def test_a_question_about_one_of_those_shown_lists_nobody_else(searched: Desk) -> None:
    asked = {"add": [{"kind": "skill", "value": "Python"}], "among": "shown", "people": ["#2"]}
    outcome = call_tool("filter_candidates", searched, asked)
    assert [row["ref"] for row in outcome.payload["rows"]] == ["⟨#2⟩"]
    assert [row["rank"] for row in outcome.events[0][1]["shown"]] == [2]


def test_the_first_of_three_is_told_apart_from_each_of_the_others(searched: Desk) -> None:
    compared = call_tool("compare_candidates", searched, {"people": ["3", "1", "2"]})
    pairs = [(lead["above"], lead["below"]) for lead in compared.payload["order"]]
    assert pairs == [("⟨#1⟩", "⟨#2⟩"), ("⟨#1⟩", "⟨#3⟩")]
