"""What Slack limits, refuses or ends: an answer goes on another way, or says why it cannot."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from agent.events import Event
from agent.scripts.fake_slack import SlackServer, Workspace
from agent.slack import growing_message
from agent.slack.faults import SlackRefused
from agent.slack.places import Place
from agent.slack.thread_messages import tell
from tests.agent.slack.said.conftest import (
    CHANNEL,
    DIRECT,
    SEARCH,
    THREAD,
    Clock,
    methods,
    read,
    stream,
    token,
    turn,
)
from tests.doubles.slack_rates import Rates


@pytest.mark.parametrize("code", sorted(growing_message.NO_STREAM - {"ratelimited"}))
async def test_an_answer_is_posted_where_slack_does_not_stream(
    slack: SlackServer, team: Workspace, client: AsyncWebClient, code: str
):
    slack.refuse("chat.startStream", code)
    await tell(client, CHANNEL, stream(turn(*SEARCH)), blind=False)
    assert "Twelve people. Ana Delgado leads." in read(team)
    assert "✓ Python  “Python since 2015”" in read(team)
    assert len(team.messages("C0TEAM")) == 1
    assert "chat.stopStream" not in methods(slack)


async def test_a_posted_answer_grows_by_edits(
    slack: SlackServer, team: Workspace, client: AsyncWebClient, clock: Clock
):
    async def talking() -> AsyncIterator[Event]:
        for event in turn(*(token(f"Word {n}. ") for n in range(10))):
            yield event
            clock.now += 1.0

    slack.refuse("chat.startStream", "channel_type_not_supported")
    await tell(client, DIRECT, talking(), blind=False, clock=clock, sleep=clock.sleep)
    assert methods(slack)[1] == "chat.postMessage"
    assert 2 <= methods(slack).count("chat.update") <= 4
    assert "Word 0. Word 1." in read(team, DIRECT)
    assert "Word 9." in read(team, DIRECT)


async def test_the_time_slack_names_is_waited_for(
    slack: SlackServer, team: Workspace, client: AsyncWebClient, clock: Clock
):
    async def talking() -> AsyncIterator[Event]:
        for event in turn(*SEARCH):
            yield event
            clock.now += 0.3

    slack.limit("chat.stopStream", retry_after=30)
    slack.limit("chat.appendStream", retry_after=12)
    await tell(client, DIRECT, talking(), blind=False, clock=clock, sleep=clock.sleep)
    assert clock.slept == [12.0, 30.0]
    assert "Twelve people. Ana Delgado leads." in read(team, DIRECT)


async def test_nobody_waits_half_a_minute_for_the_first_word(
    slack: SlackServer, team: Workspace, client: AsyncWebClient, clock: Clock
):
    slack.limit("chat.startStream", retry_after=30)
    await tell(client, DIRECT, stream(turn(*SEARCH)), blind=False, clock=clock, sleep=clock.sleep)
    assert clock.slept == []
    assert "Twelve people." in read(team, DIRECT)
    assert "chat.postMessage" in methods(slack)


async def test_a_limit_without_end_is_a_fault_that_may_pass(
    slack: SlackServer, client: AsyncWebClient, clock: Clock
):
    slack.limit("chat.stopStream", retry_after=60, times=9)
    with pytest.raises(SlackApiError):
        await tell(
            client, DIRECT, stream(turn(token("x"))), blind=False, clock=clock, sleep=clock.sleep
        )
    assert sum(clock.slept) <= 120.0


async def test_thirty_turns_at_once_keep_to_the_documented_rates(
    slack: SlackServer, team: Workspace, client: AsyncWebClient, clock: Clock
):
    slack.count = Rates(clock).count
    for n in range(30):
        place = Place("T0FAKE", "D0ANA", f"{n}.1", "U1", direct=True)
        await tell(
            client, place, stream(turn(*SEARCH)), blind=False, clock=clock, sleep=clock.sleep
        )
    said = team.read("D0ANA")
    assert said.count("Ana Delgado leads.") == 30
    assert said.count("[👍]") == 30


async def test_a_stream_that_slack_ended_goes_on_by_edits(
    slack: SlackServer, team: Workspace, client: AsyncWebClient, clock: Clock
):
    async def talking() -> AsyncIterator[Event]:
        for event in turn(token("The first half. "), token("The second half.")):
            if event.name == "token" and "second" in event.data["text"]:
                team.expire("D0ANA", team.messages("D0ANA")[0].ts)
            yield event
            clock.now += 300.0

    await tell(client, DIRECT, talking(), blind=False, clock=clock, sleep=clock.sleep)
    [message] = team.messages("D0ANA")
    assert message.blocks[0]["text"] == "The first half. The second half."
    assert message.read().endswith("[👍] [👎]")


async def test_a_message_slack_finds_too_long_goes_on_in_the_next(
    slack: SlackServer, team: Workspace, client: AsyncWebClient, clock: Clock
):
    async def talking() -> AsyncIterator[Event]:
        for event in turn(token("The first half. "), token("The second half.")):
            if event.name == "token" and "second" in event.data["text"]:
                slack.refuse("chat.appendStream", "msg_too_long")
            yield event
            clock.now += 2.0

    await tell(client, DIRECT, talking(), blind=False, clock=clock, sleep=clock.sleep)
    assert [m.markdown for m in team.messages("D0ANA")] == ["The first half. ", "The second half."]


@pytest.mark.parametrize(
    ("code", "mend"),
    [
        ("token_revoked", "SLACK_BOT_TOKEN"),
        ("account_inactive", "SLACK_BOT_TOKEN"),
        ("missing_scope", "OAuth & Permissions"),
        ("not_in_channel", "/invite"),
        ("is_archived", "/invite"),
        ("restricted_action_read_only_channel", "administrators"),
        ("message_not_found", "ask again"),
    ],
)
async def test_what_slack_never_takes_is_refused_with_its_mend(
    slack: SlackServer, client: AsyncWebClient, code: str, mend: str
):
    slack.refuse("chat.startStream", code)
    with pytest.raises(SlackRefused, match=mend) as refused:
        await tell(client, CHANNEL, stream(turn(token("Ana Delgado"))), blind=False)
    assert refused.value.code == code
    assert "xoxb" not in str(refused.value)
    assert "Ana" not in str(refused.value)


async def test_a_revoked_token_is_refused_in_the_middle_of_an_answer(
    team: Workspace, client: AsyncWebClient, clock: Clock
):
    async def talking() -> AsyncIterator[Event]:
        for event in turn(token("One. "), token("Two.")):
            yield event
            team.revoked = "token_revoked" if event.name == "token" else ""
            clock.now += 2.0

    with pytest.raises(SlackRefused) as refused:
        await tell(client, DIRECT, talking(), blind=False, clock=clock, sleep=clock.sleep)
    assert refused.value.code == "token_revoked"


async def test_an_answer_that_was_deleted_is_not_said_again(
    slack: SlackServer, team: Workspace, client: AsyncWebClient, clock: Clock
):
    async def talking() -> AsyncIterator[Event]:
        for event in turn(token("One. "), token("Two.")):
            if event.name == "token" and team.messages("D0ANA"):
                team.delete("D0ANA", team.messages("D0ANA")[0].ts)
            yield event
            clock.now += 2.0

    with pytest.raises(SlackRefused) as refused:
        await tell(client, DIRECT, talking(), blind=False, clock=clock, sleep=clock.sleep)
    assert refused.value.code == "message_not_found"
    assert team.messages("D0ANA") == []


async def test_a_question_that_was_deleted_is_not_answered(team: Workspace, client: AsyncWebClient):
    team.delete("C0TEAM", THREAD)
    with pytest.raises(SlackRefused, match="deleted"):
        await tell(client, CHANNEL, stream(turn(token("One."))), blind=False)


async def test_blocks_that_slack_refuses_do_not_cost_the_answer(
    slack: SlackServer, team: Workspace, client: AsyncWebClient
):
    slack.refuse("chat.stopStream", "invalid_blocks")
    with pytest.raises(SlackRefused) as refused:
        await tell(client, CHANNEL, stream(turn(*SEARCH)), blind=False)
    assert refused.value.code == "invalid_blocks"
    [message] = team.messages("C0TEAM")
    assert message.markdown == "Twelve people. Ana Delgado leads."
    assert not message.streaming


async def test_the_last_words_go_on_in_a_new_message_where_slack_finds_them_too_long(
    slack: SlackServer, team: Workspace, client: AsyncWebClient
):
    slack.refuse("chat.stopStream", "msg_too_long")
    await tell(client, CHANNEL, stream(turn(*SEARCH)), blind=False)
    first, second = team.messages("C0TEAM")
    assert first.read() == "… Searching the candidates"
    assert second.markdown == "Twelve people. Ana Delgado leads."
    assert second.read().endswith("[👍] [👎]")
    assert not first.streaming


async def test_an_answer_that_is_posted_stands_once_where_its_blocks_are_refused(
    slack: SlackServer, team: Workspace, client: AsyncWebClient
):
    slack.refuse("chat.startStream", "channel_type_not_supported")
    slack.refuse("chat.postMessage", "invalid_blocks")
    with pytest.raises(SlackRefused):
        await tell(client, CHANNEL, stream(turn(*SEARCH)), blind=False)
    [message] = team.messages("C0TEAM")
    assert message.read() == "Twelve people. Ana Delgado leads."
