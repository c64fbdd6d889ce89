"""Undo and the shortlist: it takes back who came onto it, and then the search again."""

from __future__ import annotations

from typing import Any

import pytest
from langchain_core.messages import AIMessage, BaseMessage, HumanMessage

from tests.agent.offline.asking import ask, on_screen

KEPT = [
    HumanMessage("shortlist 1, 2"),
    AIMessage("⟨@ana⟩ and ⟨@ben⟩ are on your shortlist now."),
]
LISTED = {"shortlist": ["⟨@ana⟩", "⟨@ben⟩"]}


def called(*messages: BaseMessage, **desk: Any) -> tuple[str, dict[str, Any]]:
    call = ask(on_screen(**desk), *messages).tool_calls[0]
    return call["name"], call["args"]


@pytest.mark.parametrize(
    "said", ["undo the shortlist", "undo", "no, undo that", "take back the last shortlisting"]
)
def test_an_undo_after_a_shortlisting_takes_those_people_off(said: str) -> None:
    tool, args = called(*KEPT, HumanMessage(said), **LISTED)

    assert (tool, args["remove"]) == ("update_shortlist", ["@ana", "@ben"])


def test_the_shortlisting_is_found_again_behind_another_wish() -> None:
    wish = [HumanMessage("nice to have Excel"), AIMessage("Added Excel as a nice to have.")]

    tool, args = called(*KEPT, *wish, HumanMessage("undo last shortlist"), **LISTED)

    assert (tool, args["remove"]) == ("update_shortlist", ["@ana", "@ben"])


def test_who_was_taken_off_comes_back() -> None:
    off = [HumanMessage("remove 2"), AIMessage("⟨@ben⟩ is off your shortlist.")]

    tool, args = called(*KEPT, *off, HumanMessage("undo"), shortlist=["⟨@ana⟩"])

    assert (tool, args["add"]) == ("update_shortlist", ["@ben"])


def test_a_second_undo_is_one_of_the_search() -> None:
    undone = [HumanMessage("undo"), AIMessage("⟨@ana⟩ and ⟨@ben⟩ are off your shortlist.")]

    assert called(*KEPT, *undone, HumanMessage("undo"))[0] == "undo"


@pytest.mark.parametrize("said", ["undo the last two", "go back"])
def test_an_undo_of_something_else_leaves_the_shortlist(said: str) -> None:
    assert called(*KEPT, HumanMessage(said), **LISTED)[0] != "update_shortlist"
