"""Every way in: commands, shortcuts, the assistant pane, buttons and modals."""

from __future__ import annotations

import json
from typing import Any

import pytest

from agent.slack.buttons import (
    BAD,
    CRITERIA_MODAL,
    EDIT_CRITERIA,
    FEEDBACK,
    GOOD,
    MORE,
    NOT_A_FIT,
    REASON_MODAL,
    SHORTLIST,
    WHY,
    Press,
    encode,
)
from tests.agent.slack.conftest import Slack
from tests.agent.slack.payloads import (
    CHANNEL,
    DIRECT,
    USER,
    command,
    event,
    interaction,
    mention,
    message,
    press,
    stamp,
)

POSTING = """Job description

Software Developer

Requirements:
- 3+ years of Python
- PostgreSQL

Nice to have:
- Docker
"""


async def asked(slack: Slack, text: str = "find software developers") -> str:
    """Ask in a new thread of the channel; return its time stamp."""
    ts = stamp()
    await slack.send(event(mention(text, ts=ts)))
    await slack.settle()
    return ts


def thread(ts: str, channel: str = CHANNEL) -> str:
    return f"slack:T1:{channel}:{ts}"


def last_turn(slack: Slack) -> str:
    return str(slack.heard.told[-1][1][0].data["turn_id"])


async def test_a_command_opens_a_thread_and_is_answered_there(slack: Slack) -> None:
    status, _ = await slack.send(command("software developer <b> & co"))
    assert status == 200
    await slack.settle()
    opening, answer, *_ = slack.team.messages(CHANNEL)
    assert opening.text == f"<@{USER}> asks: software developer &lt;b&gt; &amp; co"
    assert answer.thread_ts == opening.ts
    assert slack.turns(thread(opening.ts)) == ["software developer <b> & co"]


async def test_a_command_where_the_app_is_no_member_says_how_to_invite_it(slack: Slack) -> None:
    slack.team.channels[CHANNEL].joined = False
    url = f"{slack.server.url}/response/1"
    await slack.send(command("software developer", response_url=url))
    await slack.settle()
    (told,) = slack.server.responses
    assert "/invite" in told["text"]
    assert told["response_type"] == "ephemeral"


async def test_a_command_of_a_workspace_that_is_not_served_is_refused_to_its_person(
    slack: Slack,
) -> None:
    url = f"{slack.server.url}/response/1"
    await slack.send(command("software developer", team_id="T9", response_url=url))
    await slack.settle()
    (told,) = slack.server.responses
    assert "not set up" in told["text"]


async def test_a_shortcut_matches_the_message_it_is_used_on(slack: Slack) -> None:
    ts = stamp()
    used = {
        "type": "message_action",
        "callback_id": "match_job",
        "channel": {"id": CHANNEL},
        "message": {"type": "message", "user": "U7", "text": POSTING, "ts": ts},
        "action_ts": stamp(),
    }
    await slack.send(interaction(used))
    await slack.settle()
    ((place, events),) = slack.heard.told
    assert place.thread_id == thread(ts)
    wished = next(e.data["criteria"] for e in events if e.name == "criteria")
    assert {"Python", "PostgreSQL"} <= {str(c["value"]) for c in wished}


async def test_the_assistant_pane_suggests_what_may_be_asked(slack: Slack) -> None:
    pane = {"user_id": USER, "channel_id": DIRECT, "thread_ts": stamp(), "context": {}}
    await slack.send(event({"type": "assistant_thread_started", "assistant_thread": pane}))
    await slack.settle()
    (told,) = slack.team.prompts
    assert len(told["prompts"]) == 4


async def test_a_press_of_why_explains_the_person_it_stood_by(slack: Slack) -> None:
    ts = await asked(slack)
    shown = next(
        e.data["shown"] for _, es in slack.heard.told for e in es if e.name == "candidates"
    )
    first = shown[0]["candidate_id"]
    # The list below the button changes before it is pressed.
    await slack.send(event(mention("start over", thread_ts=ts)))
    await slack.send(event(mention("find a sous chef", thread_ts=ts)))
    await slack.settle()
    await slack.send(press(f"{WHY}:1", encode(Press(thread(ts), first, 1, "t")), ts))
    await slack.settle()
    explained = [e.data["candidate_id"] for e in slack.heard.told[-1][1] if e.name == "explanation"]
    assert explained == [first]


async def test_a_press_of_shortlist_keeps_the_person(slack: Slack) -> None:
    ts = await asked(slack)
    await slack.send(press(SHORTLIST, encode(Press(thread(ts), "dev-1", 1, "t")), ts))
    await slack.settle()
    kept = [e.data["added"] for e in slack.heard.told[-1][1] if e.name == "shortlist"]
    assert kept == [["dev-1"]]


async def test_a_press_of_more_shows_the_next_page(slack: Slack) -> None:
    ts = await asked(slack)
    await slack.send(press(MORE, encode(Press(thread(ts))), ts))
    await slack.settle()
    assert slack.turns(thread(ts))[-1] == "show more"


async def test_the_last_judgement_of_a_person_and_of_an_answer_counts(slack: Slack) -> None:
    ts = await asked(slack)
    turn = last_turn(slack)
    about = Press(thread(ts), turn_id=turn)
    for rating in (GOOD, BAD, GOOD):
        value = encode(Press(thread(ts), turn_id=turn, rating=rating))
        await slack.send(press(FEEDBACK, value, ts))
    await slack.send(press(NOT_A_FIT, encode(Press(thread(ts), "dev-1", 1, turn)), ts))
    await slack.settle()
    kept = {
        (f["candidate_id"], f["rating"])
        for f in slack.service.records.feedback("local")
        if f["thread_id"] == about.thread_id
    }
    assert kept == {("", "up"), ("dev-1", "down")}
    assert all(m.seen_by == USER for m in slack.team.messages(CHANNEL) if "oted" in m.text)


async def test_a_thumb_down_asks_why_and_keeps_the_reason(slack: Slack) -> None:
    ts = await asked(slack)
    value = encode(Press(thread(ts), turn_id=last_turn(slack), rating=BAD))
    slack.server.trigger(slack.team, "now")
    await slack.send(press(FEEDBACK, value, ts, trigger_id="now"))
    (view,) = slack.team.views
    assert view["callback_id"] == REASON_MODAL
    entered = {"reason": {"value": {"type": "plain_text_input", "value": "It missed Go."}}}
    await slack.send(submitted(view, entered))
    await slack.settle()
    (kept,) = [f for f in slack.service.records.feedback("local") if f["thread_id"] == thread(ts)]
    assert (kept["rating"], kept["reason"]) == ("down", "It missed Go.")


def submitted(view: dict[str, Any], values: dict[str, Any], **more: Any) -> Any:
    """Return the submission of a modal, whose id no other has."""
    told = {**view, "id": f"V{stamp()}", "state": {"values": values}, **more}
    return interaction({"type": "view_submission", "view": told})


async def test_criteria_are_edited_in_a_modal(slack: Slack) -> None:
    ts = await asked(slack, "find software developers with Python")
    slack.server.trigger(slack.team, "now")
    status, _ = await slack.send(
        press(EDIT_CRITERIA, encode(Press(thread(ts))), ts, trigger_id="now")
    )
    assert status == 200
    (view,) = slack.team.views
    assert view["callback_id"] == CRITERIA_MODAL
    assert "Python" in json.dumps(view["blocks"])
    entered = {"add_must": {"value": {"type": "plain_text_input", "value": "PostgreSQL"}}}
    await slack.send(submitted(view, entered))
    await slack.settle()
    wished = next(e.data["criteria"] for e in slack.heard.told[-1][1] if e.name == "criteria")
    assert {"Python", "PostgreSQL"} <= {c["value"] for c in wished}


async def test_a_modal_that_comes_too_late_costs_nothing_else(slack: Slack) -> None:
    ts = await asked(slack)
    status, _ = await slack.send(press(EDIT_CRITERIA, encode(Press(thread(ts))), ts))
    assert (status, slack.team.views) == (200, [])


@pytest.mark.parametrize("value", ["", "{}", '{"t":1}', "x" * 2000])
async def test_a_button_of_another_version_is_let_go(slack: Slack, value: str) -> None:
    assert (await slack.send(press(WHY, value, stamp())))[0] == 200
    modal = {"type": "modal", "callback_id": CRITERIA_MODAL}
    closed = submitted(modal | {"private_metadata": value}, {})
    assert (await slack.send(closed))[0] == 200
    await slack.settle()
    assert slack.server.calls == []


async def test_a_button_acts_on_its_own_thread_alone(slack: Slack) -> None:
    ts, other = await asked(slack), await asked(slack)
    await slack.send(press(SHORTLIST, encode(Press(thread(ts), "dev-1", 1, "t")), other))
    await slack.settle()
    assert len(slack.heard.told) == 2
    assert "another thread" in slack.said()[-1]


async def test_a_dropped_job_description_is_matched(slack: Slack) -> None:
    dropped = slack.server.put_file(slack.team, "role.txt", POSTING.encode(), "text/plain")
    await slack.send(event(message("", subtype="file_share", files=[dropped])))
    await slack.settle()
    ((_, events),) = slack.heard.told
    wished = next(e.data["criteria"] for e in events if e.name == "criteria")
    assert {"Python", "PostgreSQL"} <= {str(c["value"]) for c in wished}


async def test_two_recruiters_share_a_thread_of_a_channel(slack: Slack) -> None:
    ts = await asked(slack)
    await slack.send(event(mention("why is #1 a good match?", thread_ts=ts, user="U2")))
    await slack.settle()
    assert len(slack.turns(thread(ts))) == 2
    assert "explanation" in {e.name for e in slack.heard.told[-1][1]}


async def test_direct_messages_stay_with_their_person(slack: Slack) -> None:
    ts = stamp()
    await slack.send(event(message("find software developers", ts=ts)))
    await slack.settle()
    await slack.send(event(message("show more", thread_ts=ts, user="U2")))
    await slack.settle()
    assert slack.turns(thread(ts, DIRECT), f"slack:T1:{USER}") == ["find software developers"]
    assert [e.data["code"] for e in slack.heard.told[-1][1]] == ["unknown_thread"]
