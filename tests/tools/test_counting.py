"""Over all who are ranked, those who meet every wish are counted one by one."""

from __future__ import annotations

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
