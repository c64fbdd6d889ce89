"""A turn is told in its thread: streamed, within Slack's limits and rates, whatever Slack says."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from agent.events import Event
from agent.scripts.fake_slack import SlackServer, Workspace
from agent.slack.pieces import note
from agent.slack.places import Place
from agent.slack.thread_messages import say, show, tell
from tests.agent.slack.said.conftest import (
    CHANNEL,
    DIRECT,
    SEARCH,
    THREAD,
    Clock,
    methods,
    read,
    row,
    stream,
    token,
    turn,
    verdict,
)


async def test_a_search_is_streamed_with_its_steps_and_its_cards(
    slack: SlackServer, team: Workspace, client: AsyncWebClient
):
    await tell(client, CHANNEL, stream(turn(*SEARCH)), blind=False)
    assert methods(slack) == ["chat.startStream", "chat.stopStream"]
    assert read(team).splitlines() == [
        "✔ Searching the candidates — 12 people",
        "Twelve people. Ana Delgado leads.",
        "*must* Python [Edit criteria]",
        "1. Ana Delgado  Data Scientist · Berlin, Germany · 7.5 years",
        "✓ Python  “Python since 2015”",
        "[Why?]  [Shortlist]  [Not a fit]",
        "2. Bo Ek  Data Scientist · Berlin, Germany · 7.5 years",
        "? Python",
        "[Why?]  [Shortlist]  [Not a fit]",
        "[Show more]",
        "[👍] [👎]",
    ]
    assert team.messages("C0TEAM")[0].recipient == ("T0FAKE", "U1")


async def test_somebody_of_another_company_is_named_with_their_own_workspace(
    team: Workspace, client: AsyncWebClient
):
    place = Place("T0FAKE", "C0TEAM", THREAD, "U9", direct=False, home="T9")
    await tell(client, place, stream(turn(token("Hello."))), blind=False)
    assert team.messages("C0TEAM")[0].recipient == ("T9", "U9")


async def test_the_first_words_are_sent_at_once_and_the_next_ones_a_second_later(
    slack: SlackServer, client: AsyncWebClient, clock: Clock
):
    async def talking() -> AsyncIterator[Event]:
        for event in turn(*(token(f"Word {n}. ") for n in range(40))):
            yield event
            clock.now += 0.1

    await tell(client, DIRECT, talking(), blind=False, clock=clock, sleep=clock.sleep)
    assert methods(slack).count("chat.appendStream") == 4
    assert slack.calls[0].args["chunks"][0]["text"] == "Word 0. "


async def test_a_long_answer_goes_on_in_further_messages(team: Workspace, client: AsyncWebClient):
    sentences = [f"Sentence {n} says something about somebody. " for n in range(700)]
    await tell(client, DIRECT, stream(turn(*map(token, sentences))), blind=False)
    messages = team.messages("D0ANA", THREAD)
    assert len(messages) == 4
    assert "".join(m.markdown for m in messages) == "".join(sentences)
    assert all(m.markdown.endswith(". ") for m in messages)
    assert not any(m.streaming for m in messages)
    assert [bool(m.blocks) for m in messages] == [False, False, False, True]


async def test_one_endless_word_is_divided_as_well(team: Workspace, client: AsyncWebClient):
    await tell(client, DIRECT, stream(turn(token("王" * 10_000))), blind=False)
    assert "".join(m.markdown for m in team.messages("D0ANA")) == "王" * 10_000


async def test_many_people_are_shown_in_several_messages(team: Workspace, client: AsyncWebClient):
    people = [
        row(n, f"Person {n}", [verdict(f"skill:{s}", "met", "x" * 250) for s in "abcde"])
        for n in range(1, 51)
    ]
    found = {"search_id": "s", "total": 50, "offset": 0, "shown": people}
    await tell(client, DIRECT, stream(turn(("candidates", found), token("x"))), blind=False)
    said = read(team, DIRECT)
    assert all(f"\n{n}. Person {n} " in said for n in range(1, 51))
    assert said.count("[👍]") == 1
    assert said.endswith("[👍] [👎]")


async def test_a_command_without_a_thread_is_answered_by_a_message(
    slack: SlackServer, team: Workspace, client: AsyncWebClient
):
    place = Place("T0FAKE", "C0TEAM", "", "U1", direct=False)
    await tell(client, place, stream(turn(token("Hello."))), blind=False)
    assert "Hello." in team.messages("C0TEAM")[0].read()
    assert team.messages("C0TEAM")[0].thread_ts is None


async def test_a_turn_that_fails_is_told_in_one_sentence(team: Workspace, client: AsyncWebClient):
    error = {"code": "internal", "message": "Something failed on our side.", "retryable": True}
    await tell(client, CHANNEL, stream(turn(("error", error), degraded=True)), blind=False)
    assert read(team) == "⚠ Something failed on our side. You can send it again."


async def test_what_was_left_out_and_why_there_was_no_model_is_noted(
    team: Workspace, client: AsyncWebClient
):
    removed = [{"sentence": "She is a genius.", "reason": "no evidence"}] * 2
    events = turn(("grounding", {"removed": removed}), token("Hello."), degraded=True)
    events[-1].data["reason"] = {"code": "timeout", "message": "It took <too> long."}
    await tell(client, CHANNEL, stream(events), blind=False)
    assert read(team).splitlines()[1:3] == [
        "2 sentences without evidence left out.",
        "Answered without the language model: It took <too> long.",
    ]
    assert "genius" not in read(team)


def until(done: Callable[[], object]) -> None:
    while not done():
        time.sleep(0.01)


@pytest.mark.parametrize("shown", [True, False])
async def test_a_slow_model_is_seen_to_be_at_work(
    slack: SlackServer,
    team: Workspace,
    client: AsyncWebClient,
    monkeypatch: pytest.MonkeyPatch,
    shown: bool,
):
    async def slow() -> AsyncIterator[Event]:
        for event in turn(token("Hello.")):
            if event.name == "token":
                await asyncio.to_thread(until, lambda: slack.called("assistant.threads.setStatus"))
            yield event

    monkeypatch.setattr("agent.slack.thread_messages.EVERY", 0.02)
    if not shown:
        slack.refuse("assistant.threads.setStatus", "channel_type_not_supported")
    await tell(client, DIRECT, slow(), blind=False)
    assert [s["status"] for s in team.statuses] == ["is reading résumés…"] * shown
    assert "Hello." in read(team, DIRECT)


async def test_an_answer_whose_turn_breaks_is_not_left_spinning(
    team: Workspace, client: AsyncWebClient
):
    async def broken() -> AsyncIterator[Event]:
        for event in turn(token("Half of it"))[:-1]:
            yield event
        raise OSError("the disk is full")

    with pytest.raises(OSError, match="full"):
        await tell(client, DIRECT, broken(), blind=False)
    [message] = team.messages("D0ANA")
    assert message.read() == "Half of it\n\n⚠ This answer was cut off."
    assert not message.streaming


async def test_what_is_said_is_plain_text(team: Workspace, client: AsyncWebClient):
    await say(client, CHANNEL, "Ask <!channel> & *me*")
    [message] = team.messages("C0TEAM", THREAD)
    assert message.text == "Ask &lt;!channel&gt; &amp; *me*"
    assert not message.mentions


async def test_a_long_thing_to_say_takes_several_messages(team: Workspace, client: AsyncWebClient):
    await say(client, DIRECT, "word " * 5000)
    assert "".join(m.text for m in team.messages("D0ANA")) == "word " * 5000


async def test_blocks_are_shown_with_a_notification(team: Workspace, client: AsyncWebClient):
    await show(client, DIRECT, "A question " * 100, [note("Files")])
    [message] = team.messages("D0ANA")
    assert message.read() == "Files"
    assert len(message.text) <= 300
