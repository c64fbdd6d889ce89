"""One message that grows: streamed, or where Slack refuses to stream, posted and then edited."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Sequence
from typing import Any

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_chat_stream import AsyncChatStream
from slack_sdk.web.async_client import AsyncWebClient

from agent.slack import limits
from agent.slack.calls import Sleep, ask, code_of, is_limit
from agent.slack.escaping import mrkdwn
from agent.slack.pieces import Block
from agent.slack.places import Place
from agent.slack.splitting import cut

Chunk = dict[str, Any]

NO_STREAM = frozenset(
    {
        "as_user_not_supported",
        "channel_type_not_supported",
        "deprecated_endpoint",
        "duplicate_channel_not_found",
        "enterprise_is_restricted",
        "feature_not_enabled",
        "invalid_arguments",
        "invalid_chunks",
        "is_bot",
        "messaging_processing_failed",
        "method_deprecated",
        "missing_recipient_team_id",
        "missing_recipient_user_id",
        "ratelimited",
        "restricted_action_non_threadable_channel",
        "team_not_found",
        "unknown_method",
        "user_not_found",
    }
)
"""What chat.startStream says where a plain message may still be taken."""
ENDED = "message_not_in_streaming_state"
"""What Slack says once it has ended a stream by itself, as it does after some minutes."""
_BLOCKS = frozenset({"invalid_blocks", "invalid_blocks_format", "msg_blocks_too_long"})
_START_PATIENCE = 2.0
"""Seconds to wait for a place among 20 streams a minute, before the answer is posted instead."""
_EDIT_EVERY = 3.0
"""Seconds between edits, of which Slack takes 50 a minute."""


class GrowingMessage:
    """A message in a thread; raises SlackApiError for what Slack refuses."""

    def __init__(
        self,
        client: AsyncWebClient,
        place: Place,
        *,
        sleep: Sleep = asyncio.sleep,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._client, self._place = client, place
        self._sleep, self._clock = sleep, clock
        self._stream: AsyncChatStream | None = None
        self._ts: str | None = None
        self._edited = -_EDIT_EVERY
        self._plain = not place.thread_ts
        self.text = ""
        self.begun = self.ended = False

    @property
    def room(self) -> int:
        """Return how many bytes of text the message still takes."""
        return limits.MARKDOWN - len(self.text.encode())

    async def add(self, text: str, tasks: Sequence[Chunk] = ()) -> None:
        """Show more of the answer, and how far its steps are."""
        if not self._plain:
            try:
                await self._append(_chunks(text, tasks))
            except Exception as error:
                self._give_way(error)
        self.text += text
        self.begun = self.begun or not self._plain
        if self._plain:
            await self._edit()

    async def end(
        self, blocks: Sequence[Block] = (), text: str = "", tasks: Sequence[Chunk] = ()
    ) -> None:
        """Finish the message with the last of its text and tasks, and blocks below.

        Blocks that Slack refuses are left out before their error is raised.
        """
        if self._stream is None and not self._plain and (text or tasks):
            await self.add(text, tasks)
            text, tasks = "", ()
        if not (self.text or text or blocks or self.begun):
            return
        try:
            await self._finish(blocks, text, tasks)
        except Exception as error:
            if not blocks or _code(error) not in _BLOCKS:
                raise
            await self._finish((), "" if self._plain else text, tasks)
            self.ended = True
            raise
        self.ended = True

    async def _finish(self, blocks: Sequence[Block], text: str, tasks: Sequence[Chunk]) -> None:
        if self._stream is not None and not self._plain:
            stream, chunks = self._stream, _chunks(text, tasks)
            try:
                await self._ask(lambda: stream.stop(chunks=chunks, blocks=list(blocks) or None))
            except Exception as error:
                self._give_way(error)
            else:
                self.text += text
                return
        self.text += text
        await self._edit(blocks, last=True)

    async def _append(self, chunks: Sequence[Chunk]) -> None:
        if not chunks:
            return
        if self._stream is None:
            self._stream = await self._client.chat_stream(
                channel=self._place.channel,
                thread_ts=self._place.thread_ts,
                recipient_team_id=self._place.home or self._place.team,
                recipient_user_id=self._place.user,
                buffer_size=1,
            )
        stream = self._stream
        patience = {} if stream.ts else {"patience": _START_PATIENCE}
        await self._ask(lambda: stream.append(chunks=list(chunks)), **patience)
        self._ts = stream.ts

    async def _edit(self, blocks: Sequence[Block] = (), *, last: bool = False) -> None:
        """Post the message, or change it to what it is now."""
        if not last and (not self.text or self._clock() < self._edited + _EDIT_EVERY):
            return
        body = [{"type": "markdown", "text": self.text}] if self.text.strip() else []
        shown: dict[str, Any] = {
            "text": cut(mrkdwn(self.text.strip()), limits.NOTICE) or "Candidates",
            "blocks": [*body, *blocks],
        }
        if not shown["blocks"]:
            return
        if self._ts is None:
            answer = await self._ask(lambda: post(self._client, self._place, **shown))
            self._ts = str(answer["ts"])
        else:
            at: dict[str, Any] = {"channel": self._place.channel, "ts": self._ts}
            await self._ask(lambda: self._client.chat_update(**at, **shown))
        self._edited, self.begun = self._clock(), True

    def _give_way(self, error: Exception) -> None:
        """Go on without streaming where that may work; else raise the error again."""
        code = _code(error)
        starting = self._ts is None
        if not (code == ENDED or (starting and code in NO_STREAM)):
            raise error
        self._plain = True

    async def _ask(self, call: Any, **patience: float) -> Any:
        return await ask(call, sleep=self._sleep, **patience)


async def post(client: AsyncWebClient, place: Place, **shown: Any) -> Any:
    """Post a message into a thread, with no previews of what it mentions."""
    return await client.chat_postMessage(
        channel=place.channel,
        thread_ts=place.thread_ts or None,
        unfurl_links=False,
        unfurl_media=False,
        **shown,
    )


def _chunks(text: str, tasks: Sequence[Chunk]) -> list[Chunk]:
    return [*tasks, *([{"type": "markdown_text", "text": text}] if text else [])]


def _code(error: Exception) -> str:
    if is_limit(error):
        return "ratelimited"
    return code_of(error) if isinstance(error, SlackApiError) else ""
