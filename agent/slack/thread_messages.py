"""Tells a turn in its Slack thread, and says single sentences there."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from functools import partial
from typing import Any

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from agent.events import Event, with_pauses
from agent.slack import limits
from agent.slack.answer import EVERY, Answer
from agent.slack.calls import Sleep, ask, is_limit, refusal
from agent.slack.escaping import mrkdwn
from agent.slack.growing_message import post
from agent.slack.pieces import Block
from agent.slack.places import Place
from agent.slack.splitting import cut, split
from agent.slack.turn_view import Turn


async def tell(
    client: AsyncWebClient,
    place: Place,
    events: AsyncIterator[Event],
    *,
    blind: bool,
    criteria: Sequence[Mapping[str, Any]] = (),
    sleep: Sleep = asyncio.sleep,
    clock: Callable[[], float] = time.monotonic,
) -> None:
    """Stream a turn into its thread; `blind` keeps names out of it, unless it is a direct message.

    `criteria` are those of the thread before the turn, by which verdicts are worded.
    Raises SlackRefused for what Slack will never take, SlackApiError for what may pass.
    """
    turn = Turn(place.thread_id, criteria, blind=blind and not place.direct)
    answer = Answer(client, place, sleep, clock)
    await _meant(_tell(turn, answer, events), place)


async def say(client: AsyncWebClient, place: Place, text: str) -> None:
    """Say plain text in a thread; raises as `tell` does."""
    left = text
    while left.strip():
        part, left = split(left, limits.MARKDOWN)
        await _meant(ask(partial(post, client, place, text=mrkdwn(part))), place)


async def show(client: AsyncWebClient, place: Place, text: str, blocks: Sequence[Block]) -> None:
    """Post blocks in a thread, with the text of their notification; raises as `tell` does."""
    shown: dict[str, Any] = {"text": cut(mrkdwn(text), limits.NOTICE), "blocks": list(blocks)}
    await _meant(ask(partial(post, client, place, **shown)), place)


async def _tell(turn: Turn, answer: Answer, events: AsyncIterator[Event]) -> None:
    try:
        async for event in with_pauses(events, EVERY):
            if event is not None:
                turn.take(event)
            else:
                await answer.waiting()
            if answer.due:
                await answer.add(turn)
        await answer.end(turn)
    except Exception as fault:
        if not is_limit(fault):
            await answer.leave()
        raise


async def _meant(work: Awaitable[object], place: Place) -> None:
    """Await work; raise SlackRefused in place of a fault that would stay."""
    try:
        await work
    except SlackApiError as error:
        raise refusal(error, place) from error
