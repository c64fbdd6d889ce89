"""In a blind channel nobody is named: not in cards, not in quotes, not in a stream cut anywhere."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from agent.slack.anonymous import Names, Unnamed
from agent.slack.turn_view import Turn
from tests.agent.slack.said.conftest import row, token, turn, verdict
from tools.people.name_evidence import fold

FIRST = ["Ana", "Iñigo", "Solène", "Folashade", "Anne-Marie", "Jürgen", "Yevheniia", "O'Neil"]
LAST = ["Delgado", "Brückmeier", "Ogunbiyi-Tal", "Kervadoué", "Wirradjeri Boone", "Strauß"]
NAMES = st.builds(lambda a, b: f"{a} {b}", st.sampled_from(FIRST), st.sampled_from(LAST))
FILLER = st.sampled_from([" leads. ", " and ", "’s CV, ", ": “", "”\n", " (", ") ", " — "])


@st.composite
def talks(draw: st.DrawFn) -> tuple[list[str], list[str]]:
    """Return names, and a text about them cut into tokens anywhere."""
    names = draw(st.lists(NAMES, min_size=1, max_size=3, unique=True))
    text = ""
    for _ in range(draw(st.integers(1, 12))):
        name = draw(st.sampled_from(names))
        form = draw(
            st.sampled_from(
                [name, name.upper(), name.lower(), name.replace(" ", "\n"), name.split()[0]]
            )
        )
        text += draw(FILLER) + form + draw(FILLER)
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=20)))
    return names, [text[a:b] for a, b in zip([0, *cuts], [*cuts, len(text)], strict=True)]


def unnamed(names: list[str], tokens: list[str]) -> str:
    known = Names(blind=True)
    for rank, name in enumerate(names, 1):
        known.learn({"candidate_id": f"c{rank}", "name": name, "rank": rank})
    stream = Unnamed(known)
    return "".join(map(stream.feed, tokens)) + stream.end()


def leaks(said: str, names: list[str]) -> list[str]:
    folded = fold(said)
    parts = {part for name in names for part in fold(name).replace("\n", " ").split()}
    return [part for part in parts if part in folded]


@given(talks())
def test_no_name_comes_through_however_the_stream_is_cut(talk: tuple[list[str], list[str]]):
    names, tokens = talk
    assert leaks(unnamed(names, tokens), names) == []


@given(talks())
def test_a_stream_says_the_same_however_it_is_cut(talk: tuple[list[str], list[str]]):
    names, tokens = talk
    assert unnamed(names, tokens) == unnamed(names, ["".join(tokens)])


@given(talks(), st.data())
def test_no_name_stands_in_any_card(talk: tuple[list[str], list[str]], data: st.DataObject):
    names, tokens = talk
    text = "".join(tokens)
    quotes = {name: f"{name} led; {name.split()[0]} too" for name in names}
    people = [
        row(n, name, [verdict("x:x", "met", quotes[name], text)], headline=text, warnings=[text])
        for n, name in enumerate(names, 1)
    ]
    explained = [
        {
            **p,
            "verdicts": [{**v, "evidence": [{"quote": v["quote"]}]} for v in p["verdicts"]],
            "gaps": [text],
        }
        for p in people
    ]
    cells = [{**p["verdicts"][0], "candidate_id": p["candidate_id"]} for p in people]
    table = [{"criterion": "skill:x", "kind": "skill", "value": "x", "weight": "must"}]
    taken = Turn("t", blind=True)
    for event in turn(
        ("candidates", {"total": 3, "offset": 0, "shown": people}),
        *(("explanation", e) for e in explained),
        ("comparison", {"people": people, "table": [{**table[0], "cells": cells}]}),
        ("shortlist", {"shortlist": people}),
        ("tool_finished", {"call_id": "1", "tool": "undo", "summary": text}),
        *map(token, tokens),
    ):
        taken.take(event)
    said: list[Any] = [taken.text(), taken.tasks(), taken.cards()]
    assert leaks(json.dumps(said, ensure_ascii=False), names) == []


def test_people_are_candidates_by_their_rank():
    assert unnamed(["Ana Delgado", "Bo Ek"], ["Ana Delgado’s and Ek’s; ana, BO EK."]) == (
        "Candidate #1’s and Candidate #2’s; Candidate #1, Candidate #2."
    )


def test_words_that_are_names_as_well_stay_words():
    assert unnamed(["May Paris"], ["In May she will move to Paris with May Paris."]) == (
        "In May she will move to Paris with Candidate #1."
    )


def test_names_are_found_where_words_have_no_spaces():
    assert unnamed(["王小明"], ["推荐王小", "明因为"]) == "推荐Candidate #1因为"


def test_a_name_within_a_word_is_none():
    assert unnamed(["Ana Ek"], ["An analyst of Anatolia"]) == "An analyst of Anatolia"


def test_a_quote_keeps_words_that_are_only_another_persons_name():
    names = Names(blind=True)
    ana, trent = ({"candidate_id": n, "name": n, "rank": 1} for n in ("Ana Ek", "Trent Bo"))
    names.learn(ana)
    names.learn({**trent, "rank": 2})
    passage = "Rolls-Royce Trent 700; Ana led it with Trent Bo"
    assert names.without_own(passage, ana) == (
        "Rolls-Royce Trent 700; Candidate #1 led it with Candidate #2"
    )
    assert names.without_own("Trent’s crew", {"candidate_id": "Trent Bo"}) == "Candidate #2’s crew"


def test_somebody_without_a_rank_is_called_by_what_they_do():
    names = Names(blind=True)
    person = {"candidate_id": "x", "name": "Ana Delgado", "headline": "Nurse"}
    names.learn(person)
    assert names.of(person) == "Candidate (Nurse)"
    assert names.without("Ana Delgado is kept.") == "Candidate (Nurse) is kept."
    names.learn({**person, "rank": 4})
    assert names.without("Ana Delgado is kept.") == "Candidate #4 is kept."


def test_nothing_is_changed_or_held_back_where_names_may_be_read():
    names = Names(blind=False)
    names.learn({"candidate_id": "x", "name": "Ana Delgado", "rank": 1})
    stream = Unnamed(names)
    assert stream.feed("Ana Del") == "Ana Del"
    assert names.without("Ana") == "Ana"
