"""What Slack sends is verified, kept and acknowledged, and becomes turns in its thread."""

from __future__ import annotations

import asyncio
import json
import time
from pathlib import Path
from typing import Any

import pytest

from agent.scripts.fake_slack import SlackServer
from agent.slack.answer import CUT_OFF
from agent.slack.door import worker_of, workspaces_of
from agent.slack.events import job_of
from agent.slack.growing_message import GrowingMessage
from agent.slack.thread_messages import say
from agent.slack.turns import turn_of
from tests.agent.slack.conftest import Slack, settings_for, slack_on
from tests.agent.slack.payloads import (
    BOT,
    CHANNEL,
    DIRECT,
    command,
    event,
    form,
    mention,
    message,
    signed,
    stamp,
)


async def test_a_mention_is_answered_in_its_thread(slack: Slack) -> None:
    ts = stamp()
    status, _ = await slack.send(event(mention("find software developers", ts=ts)))
    assert status == 200
    await slack.settle()
    ((place, events),) = slack.heard.told
    assert place.thread_id == f"slack:T1:{CHANNEL}:{ts}"
    assert events[-1].name == "turn_finished"
    assert "candidates" in {e.name for e in events}


async def test_slack_finds_the_address_it_is_given(slack: Slack) -> None:
    asked = signed(json.dumps({"type": "url_verification", "challenge": "3eZb"}).encode())
    assert await slack.send(asked) == (200, '{"challenge": "3eZb"}')


@pytest.mark.parametrize("at", [-301, 301])
async def test_a_signature_of_another_time_is_refused(slack: Slack, at: int) -> None:
    body, _ = event(mention("find nurses"))
    assert (await slack.send(signed(body, at=time.time() + at)))[0] == 401
    await slack.settle()
    assert slack.heard.told == []


@pytest.mark.parametrize("change", ["body", "secret", "missing", "v0=0", "v0=\xe9"])
async def test_a_forged_signature_is_refused(slack: Slack, change: str) -> None:
    body, headers = event(mention("find nurses"))
    if change == "body":
        body = body.replace(b"nurses", b"others")
    elif change == "secret":
        body, headers = signed(body, secret="guessed")
    elif change == "missing":
        headers = {"content-type": "application/json"}
    else:
        headers["x-slack-signature"] = change
    assert (await slack.send((body, headers)))[0] == 401
    await slack.settle()
    assert slack.heard.told == []


@pytest.mark.parametrize("body", [b"", b"{", b"\xff\xfe", b"payload=%7B", b"[1, 2]", b"payload=3"])
async def test_what_is_not_of_slack_is_refused(slack: Slack, body: bytes) -> None:
    unsigned = (body, {"content-type": "application/json"})
    assert (await slack.send(unsigned))[0] in (400, 401)
    assert (await slack.send(signed(body)))[0] in (200, 400)


async def test_a_message_is_answered_once_however_often_it_comes(slack: Slack) -> None:
    said = mention("find software developers")
    first = event(said, event_id="Ev1")
    sent = [await slack.send(first)]
    await slack.settle()
    sent += [await slack.send(first), await slack.send(event(said, event_id="Ev2"))]
    await slack.settle()
    assert [status for status, _ in sent] == [200, 200, 200]
    assert len(slack.heard.told) == 1


async def test_the_same_message_twice_at_once_is_answered_once(slack: Slack) -> None:
    again = event(mention("find software developers"), event_id="Ev1")
    await asyncio.gather(*(slack.send(again) for _ in range(5)))
    await slack.settle()
    assert len(slack.heard.told) == 1


async def test_what_waits_in_a_thread_is_answered_in_the_order_it_was_said(slack: Slack) -> None:
    ts = stamp()
    first = event(mention("find software developers", ts=ts))
    later = [
        event(mention(text, ts=stamp(), thread_ts=ts)) for text in ("only in Berlin", "start over")
    ]
    for request in (first, *reversed(later)):
        assert (await slack.send(request))[0] == 200
    await slack.settle()
    turns = slack.service.records.transcript(
        "local", f"slack:T1:{CHANNEL}:{ts}", f"slack:T1:{CHANNEL}:{ts}"
    )[1]
    assert [t.message for t in turns] == [
        "find software developers",
        "only in Berlin",
        "start over",
    ]


@pytest.mark.parametrize(
    "not_for_us",
    [
        mention("hello", bot_id="B2"),
        message("hello", bot_id="B1"),
        message("hello", subtype="bot_message"),
        message("hello", subtype="message_changed", message={"text": "hello"}),
        message("", subtype="message_deleted"),
        message("joined", subtype="channel_join", channel="C1"),
        message("hello", edited={"user": "U1", "ts": "1.1"}),
        message("talk among people", channel="C1"),
        message(f"<@{BOT}> find nurses", channel="C1"),
        message("talk in their own thread", channel="C1", thread_ts="1712345678.000100"),
        {"type": "reaction_added", "user": "U1", "reaction": "eyes"},
        {"type": "assistant_thread_context_changed", "assistant_thread": {}},
        {"type": "never_heard_of"},
        {"type": "app_mention"},
        {"type": "message", "channel": None, "text": 3, "user": ["x"]},
        {},
    ],
)
async def test_what_is_not_for_us_is_acknowledged_and_let_go(
    slack: Slack, not_for_us: dict[str, Any]
) -> None:
    assert (await slack.send(event(not_for_us)))[0] == 200
    await slack.settle()
    assert (slack.heard.told, slack.server.calls) == ([], [])


async def test_a_thread_of_ours_goes_on_without_a_mention(slack: Slack) -> None:
    ts = stamp()
    await slack.send(event(mention("find software developers", ts=ts)))
    await slack.settle()
    await slack.send(event(message("why is #1 a good match?", channel=CHANNEL, thread_ts=ts)))
    await slack.settle()
    assert len(slack.heard.told) == 2
    assert "explanation" in {e.name for e in slack.heard.told[1][1]}


@pytest.mark.parametrize("kind", ["block_suggestion", "never_heard_of", "view_closed"])
async def test_an_interaction_of_another_kind_is_acknowledged(slack: Slack, kind: str) -> None:
    assert (await slack.send(form({"payload": json.dumps({"type": kind})})))[0] == 200


async def test_a_command_may_hold_any_word(slack: Slack) -> None:
    status, _ = await slack.send(command("payload engineer"))
    assert status == 200
    status, told = await slack.send(command(" "))
    assert status == 200
    assert "/match data scientist" in told


async def test_a_huge_message_is_refused_in_its_thread(slack: Slack) -> None:
    await slack.send(event(message("nurse " * 20_000)))
    await slack.settle()
    (sentence,) = slack.said(DIRECT)
    assert "shorten it" in sentence


async def test_a_workspace_that_is_not_served_is_refused_politely(slack: Slack) -> None:
    await slack.send(event(mention("find software developers"), team="T3"))
    await slack.settle()
    (said,) = slack.server.workspaces["xoxb-3"].messages(CHANNEL)
    assert "not set up" in said.read()
    assert slack.heard.told == []


async def test_a_workspace_without_a_token_gets_nothing_and_breaks_nothing(slack: Slack) -> None:
    await slack.send(event(mention("find software developers"), team="T9"))
    await slack.settle()
    assert slack.server.calls == []


async def test_people_of_another_company_in_a_shared_channel_are_not_served(slack: Slack) -> None:
    await slack.send(event(mention("find software developers", user_team="T2")))
    await slack.settle()
    (sentence,) = slack.said()
    assert "nothing was read" in sentence
    assert slack.heard.told == []


async def test_a_thread_that_is_busy_is_waited_for(slack: Slack) -> None:
    ts = stamp()
    thread_id, records = f"slack:T1:{CHANNEL}:{ts}", slack.service.records
    lease = records.begin("local", thread_id, thread_id, "a turn through another door")
    await slack.send(event(mention("find software developers", ts=ts)))
    await asyncio.sleep(0.3)
    assert slack.heard.told == []
    records.abandon(lease)
    await slack.settle()
    assert slack.turns(thread_id) == ["find software developers"]


@pytest.mark.parametrize(("channel", "named"), [(CHANNEL, False), (DIRECT, True)])
async def test_blind_keeps_names_out_of_channels_alone(
    peopled: Path, server: SlackServer, channel: str, named: bool
) -> None:
    async with slack_on(settings_for(peopled, server, slack_blind=True), server) as slack:
        say = message if channel == DIRECT else mention
        await slack.send(event(say("find software developers", channel=channel)))
        await slack.settle()
        assert any("Orta" in said for said in slack.said(channel)) is named
        assert len(slack.said(channel)) > 0


async def test_a_turn_that_was_kept_when_its_process_died_is_told_and_not_run(
    slack: Slack,
) -> None:
    request = event(mention("find software developers"))
    job = job_of(json.loads(request[0]))
    assert job is not None
    stream = slack.service.conversation.stream(
        job.place.thread_id, job.text, user=job.place.owner, turn_id=job.turn_id
    )
    run = [e async for e in stream]
    told = [
        e
        async for e in await turn_of(slack.service, "local", job, job.text, again=True, blind=False)
    ]
    assert slack.turns(job.place.thread_id) == ["find software developers"]
    shown = ("turn_started", "criteria", "candidates")
    assert [e for e in told if e.name in shown] != []
    for name in ("criteria", "candidates"):
        assert [e.data for e in told if e.name == name] == [e.data for e in run if e.name == name]
    assert told[-1].data["answer"] == run[-1].data["answer"]


async def test_an_answer_cut_off_by_the_death_of_its_process_is_ended_and_told_whole(
    slack: Slack,
) -> None:
    ts = stamp()
    request = event(mention("find software developers", ts=ts))
    job = job_of(json.loads(request[0]))
    assert job is not None
    async with workspaces_of(slack.service.settings) as workspaces:
        client = workspaces.client("T1")
        assert client is not None
        await say(client, job.place, "A file was read meanwhile.")
        message = GrowingMessage(client, job.place)
        await message.add("I ranked")  # and then its process died
        await worker_of(slack.service, workspaces, slack.door.queue).perform(job, again=True)
    read, cut, whole = slack.team.messages(CHANNEL)
    assert read.text == "A file was read meanwhile."
    assert (cut.streaming, cut.markdown) == (False, f"I ranked{CUT_OFF}")
    assert not whole.streaming
    assert "Anselm Orta" in whole.read()


@pytest.mark.parametrize(("readable", "answers"), [(True, 1), (False, 2)])
async def test_an_answer_that_stands_there_is_not_told_again(
    slack: Slack, readable: bool, answers: int
) -> None:
    """The process died after the last word and before it noted so; unknown, it is told twice."""
    request = event(mention("find software developers"))
    await slack.send(request)
    await slack.settle()
    if not readable:
        slack.server.refuse("conversations.replies", "missing_scope")
    job = job_of(json.loads(request[0]))
    assert job is not None
    async with workspaces_of(slack.service.settings) as workspaces:
        await worker_of(slack.service, workspaces, slack.door.queue).perform(job, again=True)
    assert len([said for said in slack.team.messages(CHANNEL) if said.streamed]) == answers
    assert slack.turns(job.place.thread_id) == ["find software developers"]
