"""Criteria are edited in a modal, and the planner understands what was done there."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from slack_sdk.web.async_client import AsyncWebClient

from agent.offline.changes import read_edit
from agent.offline.situation import Situation
from agent.offline.situation import wish as wish_of
from agent.scripts.fake_slack import SlackServer, Workspace
from agent.scripts.fake_slack.blockkit import check_view
from agent.slack.buttons import Press, decode
from agent.slack.modals import criteria_modal, criteria_of, reason_modal, reason_of
from tests.agent.slack.said.conftest import wish
from tests.agent.slack.said.test_cards import ANY, wishes
from tools.criteria import merge

PRESS = Press("slack:T1:C1:1.2", turn_id="turn-1")
CRITERIA = [
    wish("title", "Data Scientist"),
    wish("skill", "Python"),
    {**wish("skill", "Python or Go"), "any_of": ["Python", "Go"]},
    wish("location", "Berlin"),
    {**wish("min_years", 5), "subject": "Python"},
    {**wish("language", "English"), "level": "fluent"},
    wish("skill", "Docker", "nice"),
    wish("skill", "Java", "avoid"),
]


def submitted(view: dict[str, Any], chosen: dict[str, str], **fields: str) -> dict[str, Any]:
    """Return the view as Slack sends it back: `chosen` is label → weight."""
    values: dict[str, Any] = {}
    for block in (block for block in view["blocks"] if block["type"] == "input"):
        element, block_id = block["element"], block["block_id"]
        if element["type"] == "static_select":
            was = element["initial_option"]["value"]
            value = chosen.get(block["label"]["text"], was)
            option = next(o for o in element["options"] if o["value"] == value)
            values[block_id] = {"weight": {"type": "static_select", "selected_option": option}}
        else:
            said = fields.get(block_id)
            values[block_id] = {"value": {"type": "plain_text_input", "value": said}}
    return {**view, "id": "V1", "state": {"values": values}}


async def test_a_press_opens_the_criteria_as_rows(
    slack: SlackServer, team: Workspace, client: AsyncWebClient
):
    view = criteria_modal(CRITERIA, PRESS)
    await client.views_open(trigger_id=slack.trigger(team, "1"), view=view)
    [opened] = team.views
    assert decode(opened["private_metadata"]) == PRESS
    assert [b["label"]["text"] for b in opened["blocks"]][4:8] == [
        "5+ years with Python",
        "English (fluent)",
        "Docker",
        "Java",
    ]


def test_nothing_is_said_where_nothing_was_changed():
    assert criteria_of(submitted(criteria_modal(CRITERIA, PRESS), {})) == ""


def test_a_change_is_said_as_a_recruiter_would():
    view = submitted(
        criteria_modal(CRITERIA, PRESS),
        {"Berlin": "drop", "Docker": "must", "Python": "avoid", "5+ years with Python": "nice"},
        add_must="Kubernetes\n3+ years with Go",
        add_nice=" French ",
        add_avoid="",
    )
    assert criteria_of(view).splitlines() == [
        "not Python",
        "drop Berlin",
        "make 5+ years with Python a nice to have",
        "make Docker a must",
        "add Kubernetes",
        "add 3+ years with Go",
        "add nice to have: French",
    ]


def after(text: str, criteria: list[dict[str, Any]]) -> dict[str, str]:
    """Return value → weight once the planner has read a message."""
    current = tuple(map(wish_of, criteria))
    edit = read_edit(Situation(text=text, criteria=current))
    assert edit.unknown == ()
    changed = merge(current, edit.add, frozenset(edit.remove)).criteria
    return {str(c.value): c.weight for c in changed}


@given(st.dictionaries(st.integers(0, 7), st.sampled_from(["must", "nice", "avoid", "drop"])))
def test_the_planner_understands_every_change_of_weights(chosen: dict[int, str]):
    view = criteria_modal(CRITERIA, PRESS)
    labels = [block["label"]["text"] for block in view["blocks"]]
    text = criteria_of(submitted(view, {labels[at]: weight for at, weight in chosen.items()}))
    wanted = {str(c["value"]): chosen.get(at, c["weight"]) for at, c in enumerate(CRITERIA)}
    found = after(text, CRITERIA) if text else {str(c["value"]): c["weight"] for c in CRITERIA}
    assert found == {value: weight for value, weight in wanted.items() if weight != "drop"}


@pytest.mark.parametrize(
    ("field", "said", "value", "weight"),
    [
        ("add_must", "Kubernetes", "Kubernetes", "must"),
        ("add_nice", "French", "French", "nice"),
        ("add_avoid", "COBOL", "COBOL", "avoid"),
    ],
)
def test_what_is_added_has_the_weight_of_its_field(field: str, said: str, value: str, weight: str):
    text = criteria_of(
        submitted(criteria_modal(CRITERIA, PRESS), {"Berlin": "drop"}, **{field: said})
    )
    assert after(text, CRITERIA)[value] == weight


@given(st.lists(wishes(), max_size=120))
def test_whatever_criteria_there_are_slack_opens_them(criteria: list[dict[str, Any]]):
    view = criteria_modal(criteria, PRESS)
    check_view(view)
    criteria_of(submitted(view, {}))


@given(ANY)
def test_why_an_answer_was_bad_comes_back_in_the_persons_words(said: str):
    view = reason_modal(PRESS)
    check_view(view)
    assert decode(view["private_metadata"]) == PRESS
    assert reason_of(submitted(view, {}, reason=said)) == said.strip()
