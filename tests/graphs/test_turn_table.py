"""What recruiters say and what happens, row by row, with a model that calls as told."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from langchain_core.messages import HumanMessage
from langgraph.checkpoint.memory import InMemorySaver

from graphs.recruiter import build
from prompts import load
from tests.conftest import ScriptedModel
from tests.graphs.test_recruiter import deps_of
from tests.tools.calling import call_tool
from tools.desk import Desk
from tools.index.local import LocalIndex
from tools.toolbox import TOOL_NAMES

SPARK = {"kind": "skill", "value": "Apache Spark", "weight": "nice"}
WISHES = [{"kind": "title", "value": "Data Scientist"}, {"kind": "skill", "value": "Python"}, SPARK]
SEARCH = ("search_candidates", {"criteria": WISHES})
JOB = "Data Scientist\n\nRequirements:\n- Python\n- 3+ years of experience\n\nNice to have: Spark\n"
BERLIN = {"kind": "location", "value": "Berlin"}
Events = list[tuple[str, Any]]


async def talk(index: LocalIndex, *turns: tuple[str, list[Any]]) -> tuple[list[Events], Any]:
    """Let a model make the calls of each turn; return the events of each, and the last state."""
    script: list[Any] = []
    for _, calls in turns:
        script += [calls, "Done."] if calls else ["I can search by skills, titles and places."]
    graph = build(InMemorySaver())
    deps = deps_of(index, ScriptedModel(script=script, heard=[]))
    config: Any = {"configurable": {"thread_id": "t"}, "recursion_limit": 250}
    told: list[Events] = []
    for n, (message, _) in enumerate(turns):
        asked = {"messages": [HumanMessage(message, id=f"m{n}")]}
        stream = graph.astream(asked, config, context=deps, stream_mode="custom")
        told.append([event async for event in stream])
    return told, (await graph.aget_state(config)).values


def of(events: Events, name: str) -> list[Any]:
    return [data for kind, data in events if kind == name]


def ids(events: Events) -> list[str]:
    return [row["candidate_id"] for row in of(events, "candidates")[-1]["shown"]]


def values(wishes: list[dict[str, Any]]) -> list[Any]:
    return [wish["value"] for wish in wishes]


FIND = ("find data scientists with Python", [SEARCH])


async def test_a_request_is_read_shown_and_ranked(index: LocalIndex) -> None:
    (found,), _ = await talk(index, FIND)
    assert values(of(found, "criteria")[0]["added"]) == ["Data Scientist", "Python", "Apache Spark"]
    assert [row["rank"] for row in of(found, "candidates")[0]["shown"]] == [1, 2, 3]


async def test_which_of_these_asks_about_the_page_and_leaves_the_list(index: LocalIndex) -> None:
    call = ("filter_candidates", {"add": [SPARK], "among": "shown"})
    (found, asked), state = await talk(index, FIND, ("which of these knows Spark?", [call]))
    assert sorted(ids(asked)) == sorted(ids(found))
    verdicts = [row["verdicts"][0] for row in of(asked, "candidates")[0]["shown"]]
    assert {v["verdict"] for v in verdicts} >= {"met"}
    assert all(v["quote"] for v in verdicts if v["verdict"] == "met")
    assert values(state["view"]["criteria"]) == ["Data Scientist", "Python", "Apache Spark"]


async def test_only_in_a_place_ranks_everybody_again_and_shows_the_change(
    index: LocalIndex,
) -> None:
    call = ("filter_candidates", {"add": [BERLIN, {"kind": "min_years", "value": 5}]})
    (_, asked), _ = await talk(index, FIND, ("only in Berlin, 5+ years", [call]))
    changed = of(asked, "criteria")[0]
    assert (values(changed["added"]), changed["removed"]) == (["Berlin", 5], [])
    assert of(asked, "candidates")[0]["shown"][0]["location"].startswith("Berlin")


async def test_dropping_undoing_and_starting_over_bring_the_former_list_back(
    index: LocalIndex,
) -> None:
    drop = ("filter_candidates", {"remove": ["Spark"]})
    turns = [("drop Spark", [drop]), ("undo", [("undo", {})]), ("start over", [("start_over", {})])]
    (found, dropped, undone, over), state = await talk(index, FIND, *turns)
    assert values(of(dropped, "criteria")[0]["removed"]) == ["Apache Spark"]
    assert ids(undone) == ids(found)
    assert of(over, "criteria")[0]["criteria"] == []
    assert not state["view"].get("criteria")


@pytest.mark.parametrize("named", [["#2"], ["last"], ["⟨#2⟩"], ["da-3"]])
async def test_why_gives_verdicts_with_quotes_gaps_and_questions(
    index: LocalIndex, named: list[str]
) -> None:
    first = ("why is #2 a good match?", [("explain_match", {"people": ["#2"]})])
    again = ("what is missing for her?", [("explain_match", {"people": named})])
    (found, _, told), _ = await talk(index, FIND, first, again)
    why = of(told, "explanation")[0]
    assert why["candidate_id"] == (named[0] if "-" in named[0] else ids(found)[1])
    assert {"summary", "gaps", "questions"} <= set(why)
    assert any(v["evidence"] for v in why["verdicts"])


async def test_comparing_more_and_shortlist(index: LocalIndex) -> None:
    turns: list[tuple[str, list[Any]]] = [
        ("compare 1 and 3", [("compare_candidates", {"people": ["#1", "#3"]})]),
        ("show more", [("show_more", {})]),
        ("shortlist 2 and 4", [("update_shortlist", {"add": ["#2", "#4"]})]),
        ("take #2 off the list", [("update_shortlist", {"remove": ["#2"]})]),
    ]
    (found, compared, more, _, _), state = await talk(index, FIND, *turns)
    assert len(of(compared, "comparison")[0]["people"]) == 2
    assert of(more, "candidates")[0]["offset"] == 3
    assert not set(ids(more)) & set(ids(found))
    assert state["shortlist"] == ids(more)[:1]


async def test_a_pasted_job_description_is_read_by_code_and_its_wishes_are_shown(
    index: LocalIndex,
) -> None:
    (found,), _ = await talk(index, (JOB, [("search_candidates", {"request": "@message"})]))
    weights = {w["value"]: w["weight"] for w in of(found, "criteria")[0]["criteria"]}
    assert weights["Python"] == "must"
    assert weights["Apache Spark"] == "nice"
    assert ids(found)


@pytest.mark.parametrize("message", ["how old is she?", "only men", "what is the weather?", " "])
async def test_what_needs_no_tool_ends_with_an_answer_and_leaves_the_thread(
    index: LocalIndex, message: str
) -> None:
    (_, refused), state = await talk(index, FIND, (message, []))
    assert "".join(data["text"] for data in of(refused, "token")).strip()
    assert values(state["view"]["criteria"]) == ["Data Scientist", "Python", "Apache Spark"]


def examples() -> list[tuple[str, str]]:
    """Return the calls that the prompt shows: tool and arguments."""
    row = re.compile(r"\| `(\w+)` `(\{.*\})` \|$", re.MULTILINE)
    return row.findall(load("assistant").text)


@pytest.mark.parametrize(("tool", "arguments"), examples())
def test_every_call_the_prompt_shows_can_be_carried_out(
    desk: Desk, tool: str, arguments: str
) -> None:
    found = call_tool(*SEARCH[:1], desk, SEARCH[1]).desk
    spoken = call_tool("explain_match", found, {"people": ["#1"]}).desk
    assert "error" not in call_tool(tool, spoken, json.loads(arguments)).payload


def test_the_prompt_sends_every_row_to_a_tool_and_forgets_none() -> None:
    table = load("assistant").text.partition("| The recruiter says | You do |")[2]
    told = table.partition("\n\n")[0]
    assert {name for name in TOOL_NAMES if f"`{name}`" in told} == set(TOOL_NAMES)
    assert len(examples()) >= 5
