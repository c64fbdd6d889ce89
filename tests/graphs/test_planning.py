"""What a model is given to read, and what is made of calls that are not quite right."""

from __future__ import annotations

import json
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from langchain_core.messages import AIMessage, AnyMessage, HumanMessage, SystemMessage, ToolMessage

from graphs.briefing import closed, earlier_of
from graphs.calls import accepted, with_message
from graphs.deps import Deps
from graphs.fitting import fit, shrink
from prompts import PromptError, load
from tools.arguments import ExplainArguments, FilterArguments, SearchArguments
from tools.desk import Desk
from tools.evidence_pack import pack
from tools.results import CriterionVerdict, Evidence

DEPS = Deps(model=None, index=None, tools={}, prompt=load("assistant"))  # type: ignore[arg-type]


def turns(count: int, size: int = 0) -> dict[str, Any]:
    """Return the state after so many turns, each of which searched."""
    state: Any = {"messages": []}
    for n in range(count):
        human = HumanMessage(f"wish number {n} " + "x" * size, id=f"t{n}")
        call = {"name": "search_candidates", "args": {}, "id": "1", "type": "tool_call"}
        turn = [human, AIMessage("", tool_calls=[call])]
        running = {**state, "messages": [*state["messages"], *turn]}
        update = closed(running, human, turn, f"answer {n}", Desk("local", None), DEPS)  # type: ignore[arg-type]
        state = {**state, **update, "messages": update["messages"][1:]}
    return dict(state)


def test_what_is_remembered_does_not_grow_with_the_conversation() -> None:
    at_20, at_200 = turns(20, 500), turns(200, 500)
    assert len(at_200["messages"]) == len(at_20["messages"]) == 16
    sizes = [len(msgspec.json.encode(state["earlier"])) for state in (at_20, at_200)]
    assert sizes[1] <= sizes[0] + 40


def test_turns_that_left_the_window_are_told_in_a_line_each() -> None:
    told = earlier_of(turns(30)).splitlines()  # type: ignore[arg-type]
    assert told[0] == "(10 messages before these)"
    assert told[1] == "- wish number 10 → search_candidates"
    assert told[-1] == "- wish number 21 → search_candidates"
    assert earlier_of(turns(3)) == "Nothing before the messages you see."  # type: ignore[arg-type]


def payload(people: int, quote: str) -> dict[str, Any]:
    verdict = {"criterion": "skill:python", "value": "Python", "verdict": "met", "quote": quote}
    row = {"verdicts": [{**verdict, "evidence": [quote, quote]}] * 3}
    return {"tool": "search_candidates", "rows": [{"ref": f"⟨#{n}⟩", **row} for n in range(people)]}


@given(st.integers(1, 30), st.text("abc ", min_size=1, max_size=400), st.integers(1_000, 20_000))
def test_a_result_is_shrunk_to_its_room_and_its_quotes_stay_verbatim(
    people: int, quote: str, most: int
) -> None:
    smaller = shrink(payload(people, quote), most)
    rows = smaller["rows"]
    assert len(msgspec.json.encode(smaller).decode()) <= max(most, 1_000)
    assert len(rows) + smaller.get("left_out", 0) == people
    assert all(quote.startswith(v["quote"]) for row in rows for v in row["verdicts"])


def test_old_turns_go_first_when_all_is_too_long() -> None:
    history: list[AnyMessage] = [HumanMessage("old " * 1_000), AIMessage("old " * 1_000)] * 4
    result = ToolMessage(json.dumps(payload(20, "quoted " * 40)), tool_call_id="1", name="s")
    turn: list[AnyMessage] = [HumanMessage("new"), AIMessage(""), result]
    made = fit(SystemMessage("s" * 400), history, turn, 2_000)
    assert sum(len(str(m.content)) for m in made) <= 8_000
    assert made[1].content == "new"
    assert "left_out" in str(made[-1].content)


def test_a_long_message_is_cut_in_the_middle_and_can_still_be_searched_by() -> None:
    long = "first wish " + "filler " * 9_000 + "last wish"
    (_, human) = fit(SystemMessage(""), [], [HumanMessage(long)], 2_000)
    assert "first wish" in str(human.content)
    assert "last wish" in str(human.content)
    assert "@message" in str(human.content)
    assert with_message({"request": "@message", "criteria": []}, long)["request"] == long


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ({"people": "#1"}, ["#1"]),
        ({"people": [1, 3]}, ["#1", "#3"]),
        ({"people": '["#1", "2"]'}, ["#1", "#2"]),
        ({"people": "⟨@da-1⟩"}, ["⟨@da-1⟩"]),
    ],
)
def test_people_may_be_named_loosely(said: dict[str, Any], meant: list[str]) -> None:
    assert ExplainArguments.model_validate(said).people == meant


@pytest.mark.parametrize(
    "said",
    [
        {"kind": "title", "value": "Registered Nurse"},
        [{"kind": "Role", "value": "Registered Nurse"}],
        '[{"kind": "title", "value": "Registered Nurse", "weight": "required"}]',
    ],
)
def test_wishes_may_be_written_loosely(said: Any) -> None:
    (wish,) = SearchArguments.model_validate({"criteria": said}).criteria
    assert (wish.kind, wish.value, wish.weight) == ("title", "Registered Nurse", "must")


def test_what_cannot_be_meant_is_still_refused() -> None:
    with pytest.raises(ValueError, match="kind"):
        FilterArguments.model_validate({"add": {"kind": "age", "value": 30}})


def test_a_call_that_was_made_before_is_refused_and_answered() -> None:
    call: Any = {"name": "undo", "args": {"steps": 1}, "id": "a", "type": "tool_call"}
    turn = [
        HumanMessage("undo"),
        AIMessage("", tool_calls=[call]),
        ToolMessage("{}", tool_call_id="a"),
    ]
    message, refusals, work = accepted([{**call, "id": "b"}], [], 12, turn)
    assert not work
    assert [r.tool_call_id for r in refusals] == [c["id"] for c in message.tool_calls]
    assert "made in this turn before" in str(refusals[0].content)


@given(
    st.lists(
        st.tuples(st.sampled_from(["undo", "show_more", "fly"]), st.integers(0, 2)), max_size=30
    )
)
def test_every_call_gets_its_own_id_and_at_most_twelve_are_carried_out(
    said: list[tuple[str, int]],
) -> None:
    calls: Any = [
        {"name": n, "args": {"steps": a}, "id": "x", "type": "tool_call"} for n, a in said
    ]
    message, refusals, work = accepted(calls, [], 12, [HumanMessage("m")])
    ids = [c["id"] for c in message.tool_calls]
    assert len(set(ids)) == len(calls)
    refused = {r.tool_call_id for r in refusals}
    assert len(ids) - len(refused) <= 12
    assert work == (len(refused) < len(ids))


@given(
    st.lists(st.lists(st.text("ab c", min_size=1, max_size=900), max_size=4), max_size=30),
    st.integers(100, 8_000),
)
def test_an_evidence_pack_never_overflows_and_counts_what_it_leaves_out(
    quotes: list[list[str]], most: int
) -> None:
    verdicts = [
        CriterionVerdict(f"w{n}", "met", tuple(Evidence(q, 0, len(q)) for q in given))
        for n, given in enumerate(quotes)
    ]
    packed = pack(verdicts, most)
    kept = [quote for wish in packed.by_wish for quote in wish]
    assert sum(len(quote) for quote in kept) == packed.characters <= most
    assert len(kept) == packed.quotes
    assert packed.quotes + packed.left_out == sum(len(given) for given in quotes)
    for wish, given_quotes in zip(packed.by_wish, quotes, strict=True):
        assert all(any(quote in whole for whole in given_quotes) for quote in wish)


def test_a_quote_that_a_model_is_given_shortened_keeps_what_it_proves() -> None:
    quote = (
        "Kept the books of eleven orchards, " * 9 + "and spoke Spanish with the pickers all day."
    )
    at = quote.index("Spanish")
    said = Evidence(quote, 0, len(quote), at, at + len("Spanish"))
    packed = pack([CriterionVerdict("w1", "met", (said,))], most=200)
    assert "Spanish" in packed.by_wish[0][0]
    row = {"quote": quote, "proof": "Spanish", "verdict": "met"}
    smaller = shrink({"rows": [{"verdicts": [row]}]}, most=150)
    assert "Spanish" in smaller["rows"][0]["verdicts"][0]["quote"]
    assert len(smaller["rows"][0]["verdicts"][0]["quote"]) <= 60


@pytest.mark.parametrize("name", ["assistant", "explain", "check"])
def test_a_prompt_is_filled_with_exactly_its_variables(name: str) -> None:
    prompt = load(name)
    filled = prompt.fill(**dict.fromkeys(prompt.variables, "value"))
    assert "$" not in filled
    with pytest.raises(PromptError, match="differ in: other"):
        prompt.fill(**dict.fromkeys(prompt.variables, "value"), other="value")
