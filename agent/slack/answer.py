"""An answer in a thread: as many messages as it needs, each within Slack's limits and rates."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Callable
from functools import partial

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from agent.slack import limits
from agent.slack.calls import Sleep, ask, code_of
from agent.slack.growing_message import Chunk, GrowingMessage, post
from agent.slack.people import Cards
from agent.slack.pieces import Block, size
from agent.slack.places import Place
from agent.slack.splitting import split
from agent.slack.turn_view import Turn

log = logging.getLogger(__name__)
EVERY = 1.0
"""Seconds between two additions to a message: Slack takes 100 a minute for a whole workspace."""
CUT_OFF = "\n\n⚠ This answer was cut off."
_FULL = "msg_too_long"
_MORE = "More of the answer"


class Answer:
    """What is said in a thread: as many messages as an answer needs, each within Slack's limits."""

    def __init__(
        self, client: AsyncWebClient, place: Place, sleep: Sleep, clock: Callable[[], float]
    ) -> None:
        self._client, self._place = client, place
        self._sleep, self._clock = sleep, clock
        self._said = -EVERY
        self._message = self._new_message()
        self._awaited = False

    @property
    def due(self) -> bool:
        """Return whether Slack takes more by now."""
        return self._clock() >= self._said + EVERY

    @property
    def begun(self) -> bool:
        """Return whether anything is seen of it."""
        return self._message.begun

    async def add(self, turn: Turn) -> None:
        """Say what the turn has to say so far."""
        text, tasks = await self._fitting(turn)
        if text or tasks:
            await self._part(text, tasks)
            self._said = self._clock()

    async def end(self, turn: Turn) -> None:
        """Say the rest, with the cards below the answer and in further messages."""
        text, tasks = await self._fitting(turn)
        first, *others = _messages(turn.cards(), self._message.room - len(text.encode()))
        await self._last(text, tasks, first)
        for blocks in others:
            await ask(
                partial(post, self._client, self._place, text=_MORE, blocks=blocks),
                sleep=self._sleep,
            )

    async def waiting(self) -> None:
        """Show that somebody works on it; it does not matter when that cannot be shown."""
        if self._awaited or self.begun or not self._place.thread_ts:
            return
        self._awaited = True
        try:
            await self._client.assistant_threads_setStatus(
                channel_id=self._place.channel,
                thread_ts=self._place.thread_ts,
                status="is reading résumés…",
            )
        except Exception as fault:
            log.info("no status is shown: %s", type(fault).__name__)

    async def leave(self) -> None:
        """Finish what was begun, as far as Slack still takes it, with a word that it is not all."""
        if self.begun and not self._message.ended:
            with contextlib.suppress(Exception):
                await self._message.add(CUT_OFF)
                await self._message.end()

    async def _fitting(self, turn: Turn) -> tuple[str, list[Chunk]]:
        """Return what the turn has to say so far and the message still takes; say what it does not.

        What is said first fills messages up to their end.
        """
        text, tasks = turn.text(), turn.tasks()
        while len(text.encode()) > self._message.room:
            part, text = split(text, self._message.room)
            await self._part(part, tasks)
            tasks = []
            await self._next()
        return text, tasks

    async def _last(self, text: str, tasks: list[Chunk], blocks: list[Block]) -> None:
        """Finish; where the message turns out to be full, in the next."""
        try:
            await self._message.end(blocks, text, tasks)
        except SlackApiError as error:
            if code_of(error) != _FULL or not self.begun:
                raise
            await self._next()
            await self._message.end(blocks, text, tasks)

    async def _part(self, text: str, tasks: list[Chunk]) -> None:
        """Say one part; where the message turns out to be full, say it in the next."""
        try:
            await self._message.add(text, tasks)
        except SlackApiError as error:
            if code_of(error) != _FULL or not self._message.text:
                raise
            await self._next()
            await self._message.add(text, tasks)

    async def _next(self) -> None:
        await self._message.end()
        self._message = self._new_message()

    def _new_message(self) -> GrowingMessage:
        return GrowingMessage(self._client, self._place, sleep=self._sleep, clock=self._clock)


def _messages(cards: Cards, room: int) -> list[list[Block]]:
    """Return groups of blocks as messages, the first of which has so much room left."""
    messages: list[list[Block]] = [[]]
    left = min(room, limits.MESSAGE_TEXT)
    for group in cards:
        needed = size(group)
        if needed > left or len(messages[-1]) + len(group) > limits.BLOCKS:
            messages.append([])
            left = limits.MESSAGE_TEXT
        messages[-1] += group
        left -= needed
    return messages
