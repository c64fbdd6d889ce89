"""Others like somebody on the list are sought by that résumé; "like" alone seeks nobody alike."""

from __future__ import annotations

from typing import Any

import pytest

from agent.offline.intents import decide
from agent.offline.situation import Situation
from agent.offline.smalltalk import WHO_DO_YOU_MEAN
from agent.offline.wording.lists import word_search
from tools.criteria import Criterion

NOW = Situation("", criteria=(Criterion("title", "Nurse"),), shown=(1, 2, 3), total=20)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("more like #1", "#1"),
        ("people like #2", "#2"),
        ("find me others like the first one", "#1"),
        ("someone similar to ⟨#3⟩", "#3"),
        ("who else is like #1?", "#1"),
        ("show me candidates like number 3", "#3"),
        ("another one like #2", "#2"),
        ("similar to #2 please", "#2"),
        ("anyone with the same profile as #1?", "#1"),
        ("more like 2", "#2"),
        ("just like #2", "#2"),
        ("people like ⟨@nu-09⟩", "@nu-09"),
        ("i like 2. anyone similar?", "#2"),
        ("#3 is great, any others like that?", "#3"),
        ("i like #1, more of those please", "#1"),
        ("find similar people to #3", "#3"),
    ],
)
def test_others_like_somebody_are_sought(text: str, who: str) -> None:
    (call,) = decide(NOW.saying(text)).calls
    assert (call.tool, call.args) == ("search_candidates", {"like": who})


@pytest.mark.parametrize(
    "text",
    [
        "I'd like #1 on my shortlist",
        "what is #1 like?",
        "would you like #2?",
        "more like these",
        "does #1 look like #2?",
        "people like nurses",
        "compare 1 and 2, are they alike?",
        "more like this",
        "has #1 done anything similar?",
    ],
)
def test_like_by_itself_seeks_nobody_alike(text: str) -> None:
    assert all("like" not in call.args for call in decide(NOW.saying(text)).calls)


@pytest.mark.parametrize("text", ["more like her", "anyone similar?"])
def test_like_nobody_spoken_of_is_asked_back(text: str) -> None:
    assert decide(NOW.saying(text)).say == WHO_DO_YOU_MEAN


def row(rank: int) -> dict[str, Any]:
    verdict = {"kind": "skill", "value": "SQL", "weight": "nice", "verdict": "met", "note": ""}
    return {"ref": f"⟨#{rank}⟩", "rank": rank, "verdicts": [{**verdict, "quote": f"SQL {rank}"}]}


@pytest.mark.parametrize(
    ("first", "said"),
    [(1, "#2 ⟨#2⟩ comes next: “SQL 2” (SQL)."), (2, "#1 ⟨#1⟩ leads: “SQL 1” (SQL).")],
)
def test_the_answer_tells_what_was_added_and_who_comes_after_the_one(first: int, said: str) -> None:
    sql = {"id": "skill:sql", "kind": "skill", "value": "SQL", "weight": "nice"}
    payload = {
        "total": 9,
        "offset": 0,
        "rows": [row(1), row(2)],
        "criteria": [sql],
        "added": [sql],
        "like": f"⟨#{first}⟩",
    }
    assert word_search(payload, NOW) == (
        f"I added what the résumé of ⟨#{first}⟩ shows as nice to have: SQL. 9 people ranked. {said}"
    )
