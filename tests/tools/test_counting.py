"""Over all who are ranked, those who meet every wish are counted one by one."""

from __future__ import annotations

import msgspec

from tests.tools.calling import call_tool
from tools.desk import Desk


def test_the_count_is_of_those_judged_met_on_every_page(desk: Desk) -> None:
    wish = {"kind": "skill", "value": "Apache Spark"}
    title = {"kind": "title", "value": "Data Scientist"}
    searched = call_tool("search_candidates", desk, {"criteria": [title]}).desk
    counted = call_tool("filter_candidates", searched, {"add": [wish], "among": "ranked"})
    everybody = call_tool("show_more", searched, {"count": 50}).desk
    pages = [searched, everybody]
    met = 0
    for page in pages:
        asked = call_tool("filter_candidates", page, {"add": [wish], "among": "shown"})
        met += sum(row["verdicts"][0]["verdict"] == "met" for row in asked.payload["rows"])
    assert counted.payload["met"] == met > 0
    assert counted.payload["of"] == searched.view.total
    assert counted.desk == searched
    assert not counted.events


def test_a_count_over_the_index_leaves_the_list_as_it_is(desk: Desk) -> None:
    title = {"kind": "title", "value": "Data Scientist"}
    nurses = {"kind": "title", "value": "Registered Nurse"}
    searched = call_tool("search_candidates", desk, {"criteria": [nurses]}).desk
    counted = call_tool("filter_candidates", searched, {"add": [title], "among": "index"})
    there = call_tool("search_candidates", desk, {"criteria": [title]})
    ranked = call_tool("filter_candidates", there.desk, {"add": [title], "among": "ranked"})
    assert counted.payload["met"] == ranked.payload["met"] > 0
    assert counted.payload["of"] == desk.index.count(desk.tenant)
    assert counted.desk == searched
    assert not counted.events


def test_a_ranking_that_ends_at_its_limit_says_of_how_many_it_keeps_the_nearest(desk: Desk) -> None:
    wish = {"kind": "skill", "value": "SQL"}
    few = msgspec.structs.replace(desk, pool_size=3)
    assert call_tool("search_candidates", few, {"criteria": [wish]}).payload[
        "nearest_of"
    ] == desk.index.count(desk.tenant)
    assert "nearest_of" not in call_tool("search_candidates", desk, {"criteria": [wish]}).payload


def test_who_shows_what_is_not_wanted_comes_last_and_is_not_counted(desk: Desk) -> None:
    title = {"kind": "title", "value": "Data Scientist"}
    unwanted = {"kind": "skill", "value": "Apache Spark", "weight": "avoid"}
    searched = call_tool("search_candidates", desk, {"criteria": [title]}).desk
    searched = call_tool("show_more", searched, {"count": 50}).desk
    counted = call_tool("filter_candidates", searched, {"add": [unwanted], "among": "ranked"})
    asked = call_tool("filter_candidates", searched, {"add": [unwanted], "among": "shown"})
    found = [row["verdicts"][0]["verdict"] == "met" for row in asked.payload["rows"]]
    assert found == sorted(found)
    assert True in found
    without = call_tool(
        "filter_candidates", searched, {"add": [{**unwanted, "weight": "must"}], "among": "ranked"}
    )
    shows = without.payload["met"] + without.payload["partly"]
    assert counted.payload["met"] == counted.payload["of"] - shows
