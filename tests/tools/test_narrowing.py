"""Who is left out of a list, by what all must show or one by one; the order stays as it is."""

from __future__ import annotations

from typing import Any

import pytest

from tests.tools.calling import call_tool
from tools.desk import Desk, Outcome

SPARK = {"kind": "skill", "value": "Apache Spark"}
WISHES = [
    {"kind": "title", "value": "Data Scientist"},
    {"kind": "skill", "value": "Python"},
    {**SPARK, "weight": "nice"},
]


@pytest.fixture
def searched(desk: Desk) -> Desk:
    """A desk with everybody ranked for a data scientist who knows Python."""
    return call_tool("search_candidates", desk, {"criteria": WISHES}).desk


def change(desk: Desk, **arguments: Any) -> Outcome:
    return call_tool("filter_candidates", desk, arguments)


def names(outcome: Outcome) -> list[str]:
    event = dict(outcome.events)["criteria"]
    return [setting["words"] for setting in event["settings"]]


def test_only_who_meets_every_must_stays_in_the_order_they_had(searched: Desk) -> None:
    outcome = change(searched, only=["every must"])
    left = outcome.desk.view
    assert left.pool == tuple(i for i in searched.view.pool if i in {"da-1", "da-2", "da-3"})
    assert left.scores == tuple(
        searched.view.scores[searched.view.pool.index(i)] for i in left.pool
    )
    assert (left.total, left.ranked) == (3, searched.view.total)
    assert names(outcome) == ["only who meets every must"]
    assert outcome.payload["narrowing"]["set"] == ["only:every must"]
    assert left.search_id != searched.view.search_id


def test_a_further_must_leaves_more_out_and_a_lighter_one_fewer(searched: Desk) -> None:
    narrow = change(searched, only=["every must"]).desk
    spark = change(narrow, add=[SPARK])
    assert spark.desk.view.pool == ("da-1",)
    eased = change(spark.desk, add=[{**SPARK, "weight": "nice"}])
    assert eased.desk.view.pool == narrow.view.pool


def test_one_must_may_be_insisted_on_until_it_goes_or_weighs_less(searched: Desk) -> None:
    only = change(searched, add=[SPARK], only=["Apache Spark"])
    assert set(only.desk.view.pool) == {"da-1", "da-4"}
    assert names(only) == ["only: Apache Spark"]
    for going in ({"remove": ["Apache Spark"]}, {"add": [{**SPARK, "weight": "nice"}]}):
        gone = change(only.desk, **going)
        assert gone.desk.view.total == searched.view.total
        assert names(gone) == []
        assert names(change(gone.desk, add=[SPARK])) == []


def test_what_takes_the_place_of_a_must_is_insisted_on_as_that_was(searched: Desk) -> None:
    either = {"kind": "skill", "value": "Apache Spark or Go", "any_of": ["Apache Spark", "Go"]}
    only = change(searched, add=[either], only=["Apache Spark or Go"]).desk
    assert names(change(only, remove=["Go"])) == ["only: Apache Spark"]
    go = {"add": [{"kind": "skill", "value": "Go"}], "remove": ["Apache Spark or Go"]}
    assert names(change(only, **go)) == ["only: Go"]
    years = {"kind": "min_years", "value": 2}
    bound = change(searched, add=[years], only=["min_years:2"]).desk
    assert names(change(bound, add=[{**years, "value": 5}])) == ["only: 5+ years"]
    place = {"kind": "location", "value": "Berlin"}
    assert names(change(only, add=[place], remove=["Apache Spark or Go"])) == []


@pytest.mark.parametrize("among", ["shown", "ranked", "index"])
@pytest.mark.parametrize("leaves_out", ["only", "hide", "remove"])
def test_a_question_that_would_leave_people_out_too_is_refused(
    searched: Desk, among: str, leaves_out: str
) -> None:
    who = "#1" if leaves_out == "hide" else "Python"
    asked = change(searched, add=[SPARK], among=among, **{leaves_out: [who]})
    assert asked.payload["error"]["code"] == "invalid_arguments"
    assert among in asked.payload["error"]["message"]
    assert asked.desk.view == searched.view


def test_where_every_must_is_insisted_on_one_more_is_no_setting_of_its_own(searched: Desk) -> None:
    every = change(change(searched, add=[SPARK], only=["Apache Spark"]).desk, only=["every must"])
    for narrow in (every, change(every.desk, only=["Python"])):
        assert names(narrow) == ["only who meets every must"]
        wide = change(narrow.desk, remove=["only:every must"])
        assert names(wide) == []
        assert wide.desk.view.total == searched.view.total


def test_somebody_hidden_is_left_out_and_the_others_keep_their_order(searched: Desk) -> None:
    first, second, *others = searched.view.pool
    outcome = change(searched, hide=["#2"])
    assert outcome.desk.view.pool == (first, *others)
    assert [each["ref"] for each in outcome.payload["narrowing"]["hid"]] == [f"⟨@{second}⟩"]
    assert names(outcome) == ["1 person hidden"]
    still = change(outcome.desk, add=[SPARK]).desk
    assert second not in still.view.pool
    back = change(still, remove=[f"⟨@{second}⟩"])
    assert second in back.desk.view.pool
    assert names(back) == []


@pytest.mark.parametrize("name", ["only:every must", "Only who meets every must"])
def test_a_setting_is_dropped_by_its_id_or_its_words(searched: Desk, name: str) -> None:
    narrow = change(searched, only=["every must"]).desk
    wide = change(narrow, remove=[name]).desk
    assert wide.view == searched.view


def test_undo_and_redo_go_through_what_was_left_out(searched: Desk) -> None:
    narrow = change(searched, only=["every must"]).desk
    hidden = change(narrow, hide=["#1"]).desk
    undone = call_tool("undo", hidden, {"steps": 2})
    assert undone.desk.view == searched.view
    assert undone.payload["narrowing"]["unset"] == ["only:every must"]
    redone = call_tool("undo", undone.desk, {"redo": True}).desk
    assert redone.view == narrow.view
    assert call_tool("undo", redone, {"redo": True, "steps": 5}).desk.view == hidden.view
    assert call_tool("undo", hidden, {}).desk.view == narrow.view


def test_after_another_change_nothing_is_left_to_bring_back(searched: Desk) -> None:
    undone = call_tool("undo", change(searched, hide=["#1"]).desk, {}).desk
    changed = change(undone, add=[SPARK]).desk
    payload = call_tool("undo", changed, {"redo": True}).payload
    assert payload["error"]["code"] == "nothing_to_redo"


def test_of_an_empty_list_the_wish_is_relaxed_that_alone_puts_people_out(searched: Desk) -> None:
    cobol = {"kind": "skill", "value": "COBOL"}
    payload = change(searched, add=[cobol], only=["every must"]).payload
    assert payload["total"] == 0
    assert payload["relax"] == ["skill:cobol"]
    assert payload["excluded"][0]["criterion"] == "skill:cobol"


def test_a_new_search_lists_everybody(searched: Desk) -> None:
    narrow = change(change(searched, only=["every must"]).desk, hide=["#1"]).desk
    anew = call_tool("search_candidates", narrow, {"criteria": WISHES}).desk
    assert anew.view == searched.view


def test_what_cannot_be_insisted_on_is_refused_by_name(searched: Desk) -> None:
    strange = change(searched, only=["Fortran"]).payload["error"]
    assert strange["code"] == "unknown_criterion"
    assert "Fortran" in strange["message"]
    nice = call_tool(
        "search_candidates", searched, {"criteria": [{**SPARK, "weight": "nice"}]}
    ).desk
    assert change(nice, only=["every must"]).payload["error"]["code"] == "no_musts"


def test_without_a_wish_everybody_in_the_index_is_counted(desk: Desk, searched: Desk) -> None:
    assert change(desk, among="index").payload["of"] == 8
    told = change(searched, among="index")
    assert (told.payload["of"], told.payload["ranked"]) == (8, searched.view.total)
    assert told.desk is searched
