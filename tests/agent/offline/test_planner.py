"""The planner as a chat model: tool calls for requests, words for results, the same every time."""

from __future__ import annotations

import json

import pytest
from langchain_core.messages import (
    AIMessage,
    AIMessageChunk,
    HumanMessage,
    ToolMessage,
)
from langchain_core.tools import StructuredTool

from agent.offline.phrasebook import answers
from agent.offline.planner import OfflinePlanner
from graphs.grounding import Grounding
from graphs.turn_evidence import Known
from tests.agent.offline.asking import BERLIN, JAVA_UNWANTED, NURSE, ask, desk, on_screen
from tools.request import refuse


def test_a_weight_is_corrected_once_more() -> None:
    acls = {"id": "certification:acls", "kind": "certification", "value": "ACLS", "weight": "nice"}
    before = [HumanMessage("no make it a plus"), AIMessage("ACLS is now a nice to have: 9 people.")]

    answer = ask(on_screen(criteria=[NURSE, acls]), *before, HumanMessage("no, it's required"))

    assert answer.tool_calls[0]["args"]["add"][0]["weight"] == "must"


def test_a_request_becomes_a_tool_call_with_its_criteria() -> None:
    reply = ask(desk(), HumanMessage("nurses in Berlin"))
    assert reply.text == ""
    (call,) = reply.tool_calls
    assert call["name"] == "search_candidates"
    assert call["args"] == {"criteria": [NURSE, BERLIN]}


def test_a_narrowing_becomes_a_change_of_the_wishes_on_the_desk() -> None:
    (call,) = ask(on_screen(), HumanMessage("Munich instead")).tool_calls
    assert call["name"] == "filter_candidates"
    assert [c["value"] for c in call["args"]["add"]] == ["Munich"]
    assert call["args"]["remove"] == ["location:berlin"]


def test_the_same_messages_give_the_same_message() -> None:
    messages = [on_screen(), HumanMessage("compare 1 and 3")]
    assert ask(*messages).tool_calls == ask(*messages).tool_calls
    other = ask(on_screen(), HumanMessage("compare 1 and 2"))
    assert ask(*messages).tool_calls[0]["id"] != other.tool_calls[0]["id"]


def test_several_calls_of_a_turn_have_different_ids() -> None:
    calls = ask(on_screen(), HumanMessage("shortlist 1 and 2 and compare them")).tool_calls
    assert [c["name"] for c in calls] == ["update_shortlist", "compare_candidates"]
    assert len({c["id"] for c in calls}) == 2


def test_a_stream_adds_up_to_the_whole_message() -> None:
    messages = [on_screen(), HumanMessage("hello")]
    chunks = list(OfflinePlanner().stream(messages))
    assert len(chunks) > 5
    assert "".join(str(c.text) for c in chunks) == ask(*messages).text


def test_a_streamed_tool_call_can_be_put_together() -> None:
    whole: AIMessageChunk | None = None
    for chunk in OfflinePlanner().stream([on_screen(), HumanMessage("why #2?")]):
        assert isinstance(chunk, AIMessageChunk)
        whole = chunk if whole is None else whole + chunk
    assert whole is not None
    assert whole.tool_calls[0]["name"] == "explain_match"
    assert whole.tool_calls[0]["args"] == {"people": ["#2"]}


async def test_the_async_stream_says_the_same_as_the_plain_one() -> None:
    messages = [desk(), HumanMessage("what can you do?")]
    said = [str(c.text) async for c in OfflinePlanner().astream(messages)]
    assert "".join(said) == answers()["help"]
    assert (await OfflinePlanner().ainvoke(messages)).text == answers()["help"]


def test_only_tools_that_are_bound_are_called() -> None:
    def undo() -> str:
        """Take back."""
        return ""

    bound = OfflinePlanner().bind_tools([StructuredTool.from_function(undo)])
    assert bound.invoke([on_screen(), HumanMessage("undo")]).tool_calls
    reply = bound.invoke([on_screen(), HumanMessage("compare 1 and 2")])
    assert not reply.tool_calls
    assert "cannot be done here" in reply.text


def test_tool_results_are_worded_and_not_planned_again() -> None:
    payload = {"tool": "undo", "error": {"code": "nothing_to_undo", "message": "Nothing yet."}}
    call = {"name": "undo", "args": {}, "id": "c1"}
    reply = ask(
        desk(),
        HumanMessage("undo"),
        AIMessage("", tool_calls=[call]),
        ToolMessage(json.dumps(payload), name="undo", tool_call_id="c1"),
    )
    assert reply.text == "Nothing yet."
    assert reply.tool_calls == []


def test_a_result_that_is_not_json_is_answered_in_words() -> None:
    reply = ask(
        desk(),
        HumanMessage("undo"),
        AIMessage("", tool_calls=[{"name": "undo", "args": {}, "id": "c1"}]),
        ToolMessage("Traceback …", name="undo", tool_call_id="c1"),
    )
    assert "Traceback" not in reply.text
    assert reply.text


def test_an_ambiguous_name_is_asked_about_and_the_answer_is_understood() -> None:
    asked = HumanMessage(
        "why is ⟨?ana⟩ a good match?", additional_kwargs={"ambiguous": {"ana": ["⟨#2⟩", "⟨#3⟩"]}}
    )
    reply = ask(on_screen(), asked)
    assert "⟨#2⟩ or ⟨#3⟩" in reply.text
    (call,) = ask(on_screen(), asked, AIMessage(reply.text), HumanMessage("the second")).tool_calls
    assert call["args"] == {"people": ["#3"]}


def test_a_mixed_request_is_searched_without_the_protected_part_and_says_so() -> None:
    human = HumanMessage("find me a female nurse in Berlin")
    (call,) = ask(desk(), human).tool_calls
    assert call["args"] == {"criteria": [NURSE, BERLIN]}
    payload = {
        "tool": "search_candidates",
        "total": 0,
        "offset": 0,
        "rows": [],
        "criteria": [],
        "added": [],
        "removed": [],
        "excluded": [],
        "relax": [],
    }
    result = ToolMessage(json.dumps(payload), name="search_candidates", tool_call_id="c1")
    reply = ask(desk(), human, AIMessage("", tool_calls=[{**call, "id": "c1"}]), result)
    assert reply.text.startswith(refuse(("sex or gender",)))


def test_the_wishes_are_told_with_what_they_weigh() -> None:
    spoken = {"id": "language:german", "kind": "language", "value": "German", "weight": "nice"}
    now = on_screen(criteria=[{"id": "title:nurse", **NURSE}, spoken, JAVA_UNWANTED])
    words = ask(now, HumanMessage("what are my filters")).text
    assert words == "You are looking for: Registered Nurse; ideally German; without Java."


@pytest.mark.parametrize(
    "text",
    [
        "Drop Berlin. Make Registered Nurse a nice to have. Add ICU.",
        "drop Berlin\nmake Registered Nurse a nice to have\nadd ICU",
        "please drop Berlin; make Registered Nurse a nice to have; and add ICU",
    ],
)
def test_several_changes_in_one_message_are_all_made(text: str) -> None:
    (call,) = ask(on_screen(), HumanMessage(text)).tool_calls
    assert call["name"] == "filter_candidates"
    assert call["args"]["remove"] == ["location:berlin"]
    assert [(c["value"], c["weight"]) for c in call["args"]["add"]] == [
        ("Registered Nurse", "nice"),
        ("critical care", "must"),
    ]


def test_a_wish_named_by_all_its_words_is_the_one_that_changes() -> None:
    years = {"id": "min_years:5@python", "kind": "min_years", "value": 5, "subject": "Python"}
    python = {"id": "skill:python", "kind": "skill", "value": "Python", "weight": "must"}
    on_desk = on_screen(criteria=[python, {**years, "weight": "must"}])
    (call,) = ask(on_desk, HumanMessage("make 5+ years with Python a nice to have")).tool_calls
    assert [(c["kind"], c["weight"]) for c in call["args"]["add"]] == [("min_years", "nice")]
    (call,) = ask(on_desk, HumanMessage("drop 5+ years with Python")).tool_calls
    assert call["args"]["remove"] == ["min_years:5@python"]


@pytest.mark.parametrize(
    "text",
    ["compare 1 and 99999999999999999999", "shortlist -1", "shortlist 20", "shortlist the seventh"],
)
def test_of_a_rank_that_nobody_shown_has_it_is_told_where_they_end(text: str) -> None:
    grounding = Grounding(Known([], text, {"shown": [1, 2, 3], "total": 30}))
    said = "Nobody on screen has that rank: those shown end at #3."
    assert ask(on_screen(), HumanMessage(text)).text == said
    further = str(ask(on_screen(more=True), HumanMessage(text)).text)
    assert further == f"{said} Ask for more people to see further down."
    assert "".join([*grounding.feed(further), *grounding.finish()]) == further


def test_undo_said_several_times_takes_back_so_many_steps() -> None:
    (call,) = ask(on_screen(), HumanMessage("undo undo undo")).tool_calls
    assert (call["name"], call["args"]) == ("undo", {"steps": 3})


def test_how_many_would_be_left_counts_only_what_is_asked() -> None:
    (call,) = ask(on_screen(), HumanMessage("how many would be left without Docker?")).tool_calls
    assert [w["value"] for w in call["args"]["add"]] == ["Docker"]
