"""Cards fit into Slack whatever a résumé says, and say nothing that stands in no résumé."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.events import Event
from agent.scripts.fake_slack.blockkit import check_blocks
from agent.scripts.fake_slack.reading import mentions_in, shown_block
from agent.slack.answer import _messages
from agent.slack.blocks import criteria_block, ingest_question
from agent.slack.buttons import Press, action_of, decode
from agent.slack.limits import MESSAGE_TEXT
from agent.slack.pieces import quote
from agent.slack.turn_view import Turn
from tests.agent.slack.said.conftest import row, turn, verdict, wish
from tools.criteria import KINDS

ANY = st.one_of(
    st.text(max_size=60),
    st.builds(str.__mul__, st.text(min_size=8, max_size=16), st.just(400)),
    st.sampled_from(
        ["<!channel> <@U1|x> <#C1>", "*b* _i_ ~s~ `c`", "R&D &lt;b&gt;", "\x00\ud800", " \n ", ""]
    ),
)
WORDS = st.sampled_from(["met", "partly", "missing", "unclear"])


@st.composite
def wishes(draw: st.DrawFn) -> dict[str, Any]:
    kind = draw(st.sampled_from(KINDS))
    value = draw(st.integers(0, 60)) if kind.endswith("years") else draw(ANY)
    return wish(kind, value, draw(st.sampled_from(["must", "nice", "avoid"])))


@st.composite
def people(draw: st.DrawFn, rank: int, asked: list[dict[str, Any]]) -> dict[str, Any]:
    verdicts = [
        verdict(w["id"], draw(WORDS), draw(st.none() | ANY), draw(st.just("") | ANY)) for w in asked
    ]
    return row(
        rank,
        draw(ANY),
        verdicts,
        headline=draw(ANY),
        location=draw(ANY),
        warnings=draw(st.lists(ANY, max_size=2)),
    )


@st.composite
def turns(draw: st.DrawFn) -> list[Event]:
    asked = draw(st.lists(wishes(), max_size=6))
    shown = [draw(people(n, asked)) for n in range(1, draw(st.integers(0, 4)) + 1)]
    explained = [
        {
            **person,
            "verdicts": [
                {**v, "evidence": [{"quote": q} for q in draw(st.lists(ANY, max_size=3))]}
                for v in person["verdicts"]
            ],
            "gaps": draw(st.lists(ANY, max_size=3)),
            "questions": draw(st.lists(ANY, max_size=3)),
        }
        for person in shown[:1]
    ]
    table = [
        {**w, "criterion": w["id"], "cells": [{**v, "candidate_id": p["candidate_id"]}]}
        for p in shown
        for w, v in zip(asked, p["verdicts"], strict=True)
    ]
    reason = {"above": "id-1", "below": "id-2", "because": [{"text": draw(ANY)}]}
    return turn(
        ("tool_started", {"call_id": draw(ANY), "tool": draw(ANY), "args": {}}),
        ("criteria", {"criteria": asked, "added": [], "removed": draw(st.lists(wishes()))}),
        ("candidates", {"total": 99, "offset": 0, "shown": shown}),
        *(("explanation", one) for one in explained),
        ("comparison", {"people": shown, "table": table, "order": [reason]}),
        ("shortlist", {"shortlist": shown, "added": [], "removed": []}),
        ("tool_finished", {"call_id": "1", "tool": "undo", "ms": 1, "summary": draw(ANY)}),
        ("token", {"text": draw(ANY)}),
    )


def told(events: list[Event], *, blind: bool = False) -> tuple[Turn, list[list[dict[str, Any]]]]:
    taken = Turn("slack:T1:C1:1.2", blind=blind)
    for event in events:
        taken.take(event)
    return taken, _messages(taken.cards(), 9000)


@given(turns(), st.booleans())
def test_whatever_is_said_becomes_blocks_that_slack_takes(events: list[Event], blind: bool):
    taken, messages = told(events, blind=blind)
    for blocks in filter(None, messages):
        check_blocks(blocks)
        assert mentions_in("", taken.text(), blocks) == []
        assert sum(len(shown_block(block)) for block in blocks) <= MESSAGE_TEXT + 2000
        json.dumps(blocks).encode()


@given(turns())
def test_every_button_says_whom_it_is_about(events: list[Event]):
    _, messages = told(events)
    for block in (block for blocks in messages for block in blocks if block["type"] == "actions"):
        for button in block["elements"]:
            assert action_of(button["action_id"])
            assert decode(button["value"]).thread_id == "slack:T1:C1:1.2"


@given(ANY, st.integers(10, 400))
def test_a_quote_is_a_passage_of_its_source_or_says_outside_that_it_ends_early(
    passage: str, most: int
):
    line = quote(passage, most)
    inner = line[0]["text"][1:-1]
    source = " ".join(re.sub(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]", "", passage).split())
    assert source.startswith(inner)
    assert len(inner) <= most
    assert (inner != source) == (len(line) == 2)


@pytest.mark.parametrize(("verdicts", "blocks"), [(8, 1), (25, 1), (40, 2)])
def test_every_verdict_is_on_the_card_with_a_quote_that_fits(verdicts: int, blocks: int):
    many = [verdict(f"skill:{n}", "met", f"quote {n} " + "x " * 200) for n in range(verdicts)]
    _, [card] = told(turn(("candidates", {"total": 1, "shown": [row(1, "Ana", many)]})))
    assert [block["type"] for block in card] == ["rich_text"] * blocks + [
        "actions",
        card[-1]["type"],
    ]
    said = "\n".join(map(shown_block, card[:blocks]))
    assert all(f"“quote {n} x" in said for n in range(verdicts))


def test_a_card_that_does_not_hold_everything_says_so():
    many = [verdict(f"skill:{n}", "met", f"quote {n} " + "x " * 200) for n in range(80)]
    _, [card, *_] = told(turn(("candidates", {"total": 1, "shown": [row(1, "Ana", many)]})))
    *lines, rest, _ = [line for block in card[:4] for line in shown_block(block).splitlines()]
    assert rest == "There is more: press *Why?* for all of it."
    assert all(line.endswith(("”", " […]", "years")) for line in lines)


def test_what_is_weighed_and_is_no_criterion_stands_among_the_chips():
    changed = {"criteria": [wish("skill", "Java")], "removed": [], "weighs": ["a <b> store"]}
    _, [blocks] = told(turn(("criteria", changed)))
    assert blocks[0]["text"]["text"] == "*must* Java  ·  _also weighs_ a &lt;b&gt; store"


def test_a_card_counts_the_musts_that_somebody_meets():
    shown = [row(1, "Ana", musts={"met": 2, "of": 3}), row(2, "Bo", musts={"met": 3, "of": 3})]
    _, [blocks] = told(turn(("candidates", {"total": 2, "shown": shown})))
    lines = [shown_block(block) for block in blocks if block["type"] == "rich_text"]
    assert [line.rpartition(" · ")[2] for line in lines] == [
        "meets 2 of 3 musts",
        "meets every must",
    ]


def test_nobody_is_given_a_percentage_or_a_score():
    _, [blocks] = told(turn(("candidates", {"total": 1, "shown": [row(1, "Ana", score=0.87)]})))
    assert not re.search(r"%|87|0\.8", json.dumps(blocks))


def test_what_is_unwanted_reads_the_other_way_round():
    java = wish("skill", "Java", "avoid")
    shown = [
        row(1, "Ana", [verdict("skill:java", "met", "Java at a bank")]),
        row(2, "Bo", [verdict("skill:java", "missing")]),
        row(3, "Cy", [verdict("skill:java", "unclear")]),
    ]
    changed = {"criteria": [java], "added": [java], "removed": []}
    _, [blocks] = told(turn(("criteria", changed), ("candidates", {"total": 3, "shown": shown})))
    said = "\n".join(map(shown_block, blocks))
    assert "✗ not Java  “Java at a bank”" in said
    assert "✓ not Java" in said
    assert "– not Java" in said


def test_verdicts_are_worded_by_the_criteria_the_thread_had_before():
    taken = Turn("t", [wish("skill", "Java", "avoid")], blind=False)
    explained = {**row(1, "Ana"), "verdicts": [{"criterion": "skill:java", "verdict": "unclear"}]}
    for event in turn(("explanation", explained)):
        taken.take(event)
    assert "– not Java" in shown_block(taken.cards()[0][0])


def test_a_wish_nobody_told_of_is_named_by_its_id():
    shown = [row(1, "Ana", [verdict("skill:apache-spark", "unclear")])]
    _, [blocks] = told(turn(("candidates", {"total": 1, "shown": shown})))
    assert "? apache spark" in shown_block(blocks[0])


def test_an_explanation_says_what_the_answer_does_not_say():
    explained = {
        **row(1, "Ana"),
        "verdicts": [
            {
                "criterion": "skill:python",
                "verdict": "met",
                "evidence": [{"quote": "Python\nsince 2015"}, {"quote": "Python at night"}],
            }
        ],
        "gaps": ["Spark: not met"],
        "questions": ["Where did you use Spark?", "When could you start?"],
    }
    _, [blocks] = told(
        turn(
            ("criteria", {"criteria": [wish("skill", "Python")], "added": []}),
            ("explanation", explained),
            ("token", {"text": "“Python since 2015”. Ask:\n- Where did you use Spark?"}),
        )
    )
    assert "\n".join(map(shown_block, blocks[1:3])).splitlines() == [
        "1. Ana",
        "✓ Python  “Python at night”",
        "Not shown",
        "•  Spark: not met",
        "Worth asking",
        "•  When could you start?",
        "[Shortlist]  [Not a fit]",
    ]


def test_people_are_compared_wish_by_wish():
    people = [row(1, "Ana"), row(3, "Bo")]
    table = [
        {
            **wish("skill", "Python"),
            "criterion": "skill:python",
            "cells": [
                {"candidate_id": "id-1", "verdict": "met", "quote": "Python since 2015"},
                {"candidate_id": "id-3", "verdict": "unclear", "quote": None},
            ],
        }
    ]
    order = [{"above": "id-1", "below": "id-3", "because": [{"text": "says more of it"}]}]
    _, [blocks] = told(turn(("comparison", {"people": people, "table": table, "order": order})))
    assert shown_block(blocks[0]).splitlines()[2:] == [
        "",
        "Python",
        "✓ Ana  “Python since 2015”",
        "? Bo",
        "",
        "Ana stands above Bo: says more of it",
    ]


def test_chips_show_weights_and_what_was_dropped():
    criteria = [wish("skill", "Python"), wish("skill", "Go", "nice"), wish("skill", "C", "avoid")]
    block = criteria_block(criteria, [wish("location", "Berlin")], "t")
    assert shown_block(block) == (
        "*must* Python  ·  *nice* Go  ·  *not* C\n_dropped:_ Berlin [Edit criteria]"
    )
    many = criteria_block([wish("skill", f"skill {n}" * 9) for n in range(200)], criteria, "t")
    check_blocks([many])
    assert "more" in shown_block(many)
    assert shown_block(criteria_block([], [], "t")) == "No criteria yet. [Edit criteria]"


@given(st.lists(ANY, min_size=1, max_size=30))
def test_a_dropped_resume_is_read_after_a_question_alone(names: list[str]):
    blocks = ingest_question(names, Press("t", files=("F1",)))
    check_blocks(blocks)
    assert mentions_in("", "", blocks) == []
    assert [action_of(b["action_id"]) for b in blocks[1]["elements"]] == [
        "confirm_ingest",
        "decline_ingest",
    ]
    assert decode(blocks[1]["elements"][0]["value"]).files == ("F1",)


@pytest.mark.parametrize("offset", [0, 10])
def test_there_is_a_button_for_more_while_there_are_more(offset: int):
    def said(total: int) -> str:
        found = {"total": total, "offset": offset, "shown": [row(offset + 1, "Ana")]}
        return "\n".join(map(shown_block, told(turn(("candidates", found)))[1][0]))

    assert "[Show more]" in said(offset + 2)
    assert "[Show more]" not in said(offset + 1)


def test_a_quote_that_is_cut_short_keeps_the_words_that_prove_the_wish():
    long = "Kept the books of eleven orchards, " * 9 + "and spoke Spanish with the pickers all day."
    many = [
        verdict(f"language:{n}", "met", f"{n} {long}") | {"proof": "Spanish"} for n in range(25)
    ]
    _, [card] = told(turn(("candidates", {"total": 1, "shown": [row(1, "Ana", many)]})))
    lines = shown_block(card[0]).splitlines()[1:]
    assert len(lines) == 25
    assert all("Spanish" in line and "[…] " in line for line in lines)
