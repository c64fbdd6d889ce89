"""Search, filter, more, undo and start over: the tools that change the list."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from tests.agent.offline.asking import worded
from tests.tools.calling import call_tool
from tools.desk import Desk, Outcome


def wish(kind: str, value: Any, **more: Any) -> dict[str, Any]:
    return {"kind": kind, "value": value, **more}


def ranking(desk: Desk) -> tuple[Any, ...]:
    return desk.view.criteria, desk.view.pool, desk.view.scores, desk.view.offset, desk.view.shown


def refs(outcome: Outcome) -> list[str]:
    return [row["ref"] for row in outcome.payload["rows"]]


@pytest.fixture
def searched(desk: Desk) -> Desk:
    return call_tool(
        "search_candidates", desk, {"criteria": [wish("skill", "Python"), wish("skill", "SQL")]}
    ).desk


def test_a_search_shows_the_first_page_with_a_verdict_and_quote_per_wish(desk: Desk) -> None:
    outcome = call_tool("search_candidates", desk, {"criteria": [wish("skill", "python")]})
    payload = outcome.payload
    assert payload["total"] == len(outcome.desk.view.pool)
    assert refs(outcome) == ["⟨#1⟩", "⟨#2⟩", "⟨#3⟩"]
    first = payload["rows"][0]["verdicts"][0]
    assert (first["value"], first["verdict"]) == ("Python", "met")
    assert "Python" in first["quote"]


def test_a_payload_never_carries_a_name_and_the_event_for_doors_does(desk: Desk) -> None:
    outcome = call_tool("search_candidates", desk, {"criteria": [wish("skill", "NLP")]})
    assert "Delgado" not in str(outcome.payload)
    assert "Ana Delgado" in str(outcome.events)


def test_a_search_where_nobody_is_yet_says_so(desk: Desk) -> None:
    empty = msgspec.structs.replace(desk, tenant="nobody-yet")
    outcome = call_tool("search_candidates", empty, {"request": "electricians in Munich"})
    assert outcome.payload["nobody_yet"] is True
    told = worded("electricians in Munich", outcome.payload)
    assert told.endswith("There is nobody to search yet: add résumés first.")


def test_a_search_reads_the_request_when_no_wishes_are_given(desk: Desk) -> None:
    outcome = call_tool("search_candidates", desk, {"request": "electricians in Munich"})
    assert {c.kind for c in outcome.desk.view.criteria} == {"title", "location"}


def test_a_search_for_nothing_says_what_can_be_named(desk: Desk) -> None:
    outcome = call_tool("search_candidates", desk, {"request": "please"})
    assert outcome.payload["error"]["code"] == "nothing_asked"
    assert outcome.desk is desk


def test_a_new_search_replaces_the_wishes_and_says_which_went(searched: Desk) -> None:
    outcome = call_tool("search_candidates", searched, {"criteria": [wish("skill", "HACCP")]})
    assert [c["value"] for c in outcome.payload["added"]] == ["HACCP"]
    assert {c["value"] for c in outcome.payload["removed"]} == {"Python", "SQL"}


def test_an_empty_list_names_the_wish_that_excludes_people(desk: Desk) -> None:
    criteria = [wish("title", "Electrician"), wish("location", "Tokyo")]
    payload = call_tool("search_candidates", desk, {"criteria": criteria}).payload
    assert payload["total"] == 0
    assert payload["excluded"][0]["criterion"] == "location:tokyo"
    assert payload["excluded"][0]["count"] > 0
    assert payload["relax"] == ["location:tokyo"]


def test_narrowing_adds_a_wish_and_ranks_everybody_again(searched: Desk) -> None:
    outcome = call_tool("filter_candidates", searched, {"add": [wish("location", "Berlin")]})
    assert {c["value"] for c in outcome.payload["criteria"]} == {"Python", "SQL", "Berlin"}
    assert set(outcome.desk.view.pool) == {"da-1", "da-3"}
    assert [name for name, _ in outcome.events] == ["criteria", "candidates"]


def test_a_newer_number_of_years_replaces_the_older(searched: Desk) -> None:
    five = call_tool("filter_candidates", searched, {"add": [wish("min_years", 5)]}).desk
    outcome = call_tool("filter_candidates", five, {"add": [wish("min_years", "7")]})
    assert [c["value"] for c in outcome.payload["removed"]] == [5]
    assert [c["value"] for c in outcome.payload["added"]] == [7]


@pytest.mark.parametrize("name", ["SQL", "sql", "skill:sql"])
def test_a_wish_is_dropped_by_value_or_id(searched: Desk, name: str) -> None:
    outcome = call_tool("filter_candidates", searched, {"remove": [name]})
    assert [c["value"] for c in outcome.payload["removed"]] == ["SQL"]


def test_dropping_one_alternative_keeps_the_others(desk: Desk) -> None:
    either = wish("skill", "Python or Go", any_of=["Python", "Go"])
    before = call_tool("search_candidates", desk, {"criteria": [either]}).desk
    after = call_tool("filter_candidates", before, {"remove": ["Go"]}).desk
    assert [c.values for c in after.view.criteria] == [("Python",)]


def test_dropping_a_wish_nobody_made_names_the_wishes_there_are(searched: Desk) -> None:
    outcome = call_tool("filter_candidates", searched, {"remove": ["Cobol"]})
    assert outcome.payload["error"]["code"] == "unknown_criterion"
    assert "Python, SQL" in outcome.payload["error"]["message"]
    assert outcome.desk is searched


def test_a_changed_weight_is_a_change_of_the_wish(searched: Desk) -> None:
    outcome = call_tool(
        "filter_candidates", searched, {"add": [wish("skill", "SQL", weight="nice")]}
    )
    assert [c["weight"] for c in outcome.payload["added"]] == ["nice"]
    assert [c["weight"] for c in outcome.payload["removed"]] == ["must"]


def test_asking_about_those_shown_orders_them_and_changes_nothing(searched: Desk) -> None:
    outcome = call_tool(
        "filter_candidates", searched, {"add": [wish("skill", "Apache Spark")], "among": "shown"}
    )
    verdicts = [row["verdicts"][0]["verdict"] for row in outcome.payload["rows"]]
    order = ["met", "partly", "unclear", "missing"]
    assert verdicts == sorted(verdicts, key=order.index)
    assert len(verdicts) == len(searched.view.shown)
    assert ranking(outcome.desk) == ranking(searched)
    ((name, event),) = outcome.events
    assert (name, event["among"]) == ("candidates", "shown")
    assert [c["value"] for c in event["asked"]] == ["Apache Spark"]


def test_more_shows_the_next_page_and_ends_with_a_sentence(searched: Desk) -> None:
    second = call_tool("show_more", searched, {})
    assert second.payload["offset"] == 3
    assert second.payload["rows"][0]["rank"] == 4
    last = second.desk
    for _ in range(5):
        last = call_tool("show_more", last, {}).desk
    ended = call_tool("show_more", last, {})
    assert ended.payload["error"]["code"] == "no_more"


def test_before_a_search_there_is_nothing_more(desk: Desk) -> None:
    assert call_tool("show_more", desk, {}).payload["error"]["code"] == "no_search_yet"


def test_undo_brings_the_former_list_back_exactly(searched: Desk) -> None:
    paged = call_tool("show_more", searched, {}).desk
    narrowed = call_tool("filter_candidates", paged, {"add": [wish("location", "Berlin")]}).desk
    again = call_tool("undo", narrowed, {})
    assert ranking(again.desk) == ranking(paged)
    assert [c["value"] for c in again.payload["removed"]] == ["Berlin"]
    assert ranking(call_tool("undo", again.desk, {}).desk) == ranking(searched)


def test_undo_goes_back_several_steps_and_then_says_there_is_nothing(searched: Desk) -> None:
    narrowed = call_tool("filter_candidates", searched, {"add": [wish("location", "Berlin")]}).desk
    empty = call_tool("undo", narrowed, {"steps": 9}).desk
    assert empty.view.criteria == ()
    assert call_tool("undo", empty, {}).payload["error"]["code"] == "nothing_to_undo"


def test_starting_over_clears_the_list_keeps_the_shortlist_and_can_be_undone(
    searched: Desk,
) -> None:
    kept = call_tool("update_shortlist", searched, {"add": ["#1"]}).desk
    cleared = call_tool("start_over", kept, {})
    assert (cleared.payload["total"], cleared.payload["rows"]) == (0, [])
    assert cleared.desk.shortlist == kept.shortlist
    assert ranking(call_tool("undo", cleared.desk, {}).desk) == ranking(searched)


def test_the_past_is_bounded_and_holds_no_rankings(searched: Desk) -> None:
    desk = searched
    for years in range(60):
        desk = call_tool("filter_candidates", desk, {"add": [wish("max_years", years + 1)]}).desk
    assert len(desk.past) == 20
    assert all(view.pool == () for view in desk.past)


def test_equal_searches_give_equal_payloads(desk: Desk) -> None:
    asked = {"criteria": [wish("skill", "Python"), wish("location", "Berlin", weight="nice")]}
    first, second = (call_tool("search_candidates", desk, asked) for _ in range(2))
    assert first.payload == second.payload
    assert first.events == second.events


@pytest.mark.parametrize(
    ("criterion", "said"),
    [
        (wish("min_years", "lots"), "“lots” is not a number of years"),
        (wish("skill", "  "), "A skill needs a value"),
        (wish("shoe_size", 43), "criteria.0.kind"),
        ({"kind": "skill"}, "criteria.0.value"),
    ],
)
def test_a_wish_that_makes_no_sense_is_refused_in_a_sentence(
    desk: Desk, criterion: dict[str, Any], said: str
) -> None:
    outcome = call_tool("search_candidates", desk, {"criteria": [criterion]})
    assert outcome.payload["error"]["code"] == "invalid_arguments"
    assert said in outcome.payload["error"]["message"]


def test_where_nobody_in_the_place_has_the_title_the_tool_says_who_would_elsewhere(
    desk: Desk,
) -> None:
    asked = {"criteria": [wish("title", "Electrician"), wish("location", "Berlin")]}
    payload = call_tool("search_candidates", desk, asked).payload
    assert payload["rows"] == []
    assert payload["elsewhere"]["criterion"] == "location:berlin"
    assert 0 < payload["elsewhere"]["count"] <= payload["elsewhere"]["of"]


def test_where_another_wish_puts_out_who_has_the_title_there_nothing_is_said_of_the_place(
    desk: Desk,
) -> None:
    asked = [wish("title", "Electrician"), wish("location", "Munich"), wish("min_years", 60)]
    payload = call_tool("search_candidates", desk, {"criteria": asked}).payload
    assert payload["rows"] == []
    assert "elsewhere" not in payload


def test_where_somebody_in_the_place_has_the_title_nothing_is_offered(desk: Desk) -> None:
    asked = {"criteria": [wish("title", "Electrician"), wish("location", "Munich")]}
    assert "elsewhere" not in call_tool("search_candidates", desk, asked).payload


@pytest.mark.parametrize("name", ["Spark", "skill:spark", "skill:apache-spark", " apache spark "])
def test_a_wish_is_dropped_by_any_name_it_has(desk: Desk, name: str) -> None:
    asked = {"criteria": [wish("skill", "Python"), wish("skill", "Spark")]}
    found = call_tool("search_candidates", desk, asked).desk
    left = call_tool("filter_candidates", found, {"remove": [name]}).desk.view.criteria
    assert [criterion.value for criterion in left] == ["Python"]


@pytest.mark.parametrize("names", [["Python", "Go"], ["Go", "Python"], ["skill:python", "golang"]])
def test_dropping_every_alternative_of_a_wish_leaves_nothing_of_it(
    desk: Desk, names: list[str]
) -> None:
    either = wish("skill", "Python", any_of=["Python", "Go"])
    asked = {"criteria": [either, wish("skill", "Spark")]}
    made = call_tool("search_candidates", desk, asked).desk
    outcome = call_tool("filter_candidates", made, {"remove": names})
    assert [c.value for c in outcome.desk.view.criteria] == ["Apache Spark"]
    assert "unknown" not in outcome.payload


def test_one_alternative_is_dropped_by_its_alias_and_the_other_stays(desk: Desk) -> None:
    either = wish("skill", "Python", any_of=["Python", "Kubernetes"])
    found = call_tool("search_candidates", desk, {"criteria": [either]}).desk
    left = call_tool("filter_candidates", found, {"remove": ["k8s"]}).desk.view.criteria
    assert [criterion.value for criterion in left] == ["Python"]


def test_a_list_says_who_shows_every_must_and_each_row_how_many(desk: Desk) -> None:
    criteria = [
        wish("skill", "Python"),
        wish("skill", "Docker"),
        wish("skill", "Go", weight="nice"),
    ]
    outcome = call_tool("search_candidates", desk, {"criteria": criteria})
    rows = outcome.payload["rows"]
    met = [r["ref"] for r in rows if all(v["verdict"] == "met" for v in r["verdicts"][:2])]
    assert outcome.payload["musts"]["met"] == met
    assert outcome.payload["musts"]["shown"] == len(rows)
    doors = dict(outcome.events)["candidates"]["shown"]
    assert [row["musts"]["of"] for row in doors] == [2] * len(rows)
    assert [row["musts"]["met"] == 2 for row in doors] == [r["ref"] in met for r in rows]


def test_of_wishes_that_are_no_must_nothing_is_counted(desk: Desk) -> None:
    nice = [wish("skill", "Python", weight="nice")]
    outcome = call_tool("search_candidates", desk, {"criteria": nice})
    assert "musts" not in outcome.payload
    assert dict(outcome.events)["candidates"]["shown"][0]["musts"] is None


def test_a_question_about_those_shown_counts_no_musts(searched: Desk) -> None:
    asked = {"add": [wish("skill", "Go")], "among": "shown"}
    event = dict(call_tool("filter_candidates", searched, asked).events)["candidates"]
    assert {row["musts"] for row in event["shown"]} == {None}
