"""What a process that died left of its answer in Slack: all of it, a part, or nothing."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from typing import Any

from slack_sdk.web.async_client import AsyncWebClient

from agent.slack.answer import CUT_OFF
from agent.slack.buttons import FEEDBACK
from agent.slack.jobs import Job
from agent.slack.places import Place

Message = Mapping[str, Any]
log = logging.getLogger(__name__)
_LOOKED_AT = 50
"""Messages after the question: its answer follows it, whatever else was said meanwhile."""
_STOPPED_AT_MOST = 5


async def stands(client: AsyncWebClient, job: Job) -> bool:
    """Return whether all of a job's answer is in its thread; what was cut off there is ended.

    Where the app may not read the channel nothing is known: the answer is told twice rather than
    never, and Slack ends the other one by itself after some minutes.
    """
    place = job.place
    try:
        answer = await client.conversations_replies(
            channel=place.channel,
            ts=place.thread_ts,
            oldest=f"{job.said:.6f}",
            inclusive=True,
            limit=_LOOKED_AT,
        )
    except Exception as fault:
        log.warning("whether a turn was told is unknown: %s", type(fault).__name__)
        return False
    messages: list[Message] = answer.get("messages") or []
    if any(_rates(message, job.turn_id) for message in messages):
        return True
    await _end_cut_off(client, place, messages)
    return False


def _rates(message: Message, turn_id: str) -> bool:
    """Return whether a message has the thumbs of a turn, the last thing an answer shows."""
    elements = [e for block in message.get("blocks") or () for e in block.get("elements") or ()]
    return any(e.get("action_id") == FEEDBACK and turn_id in str(e) for e in elements)


async def _end_cut_off(client: AsyncWebClient, place: Place, messages: Sequence[Message]) -> None:
    """End the message that was growing when its process died: one grows at a time, the newest.

    Slack does not say which it is, and refuses the others: those that have ended or are not ours.
    """
    by_bots = [message for message in messages if message.get("bot_id")]
    for message in reversed(by_bots[-_STOPPED_AT_MOST:]):
        try:
            await client.chat_stopStream(
                channel=place.channel,
                ts=str(message["ts"]),
                chunks=[{"type": "markdown_text", "text": CUT_OFF}],
            )
        except Exception as fault:
            log.info("a message of the thread is not ours to end: %s", type(fault).__name__)
        else:
            return
