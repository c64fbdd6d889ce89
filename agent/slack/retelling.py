"""Looks in Slack whether an answer stands there already, after a process died on it."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from agent.slack.jobs import Job
from agent.slack.presses import FEEDBACK

if TYPE_CHECKING:
    from slack_sdk.web.async_client import AsyncWebClient

log = logging.getLogger(__name__)
_LOOKED_AT = 50
"""Messages after the question: its answer follows it, whatever else was said meanwhile."""


async def was_told(client: AsyncWebClient, job: Job) -> bool:
    """Return whether all of a job's answer is in its thread.

    The last thing an answer shows are its thumbs, which carry the turn. Where the app may not read
    the channel nothing is known, and the answer is told twice rather than never.
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
    messages: list[Mapping[str, Any]] = answer.get("messages") or []
    return any(_rates(message, job.turn_id) for message in messages)


def _rates(message: Mapping[str, Any], turn_id: str) -> bool:
    elements = [e for block in message.get("blocks") or () for e in block.get("elements") or ()]
    return any(e.get("action_id") == FEEDBACK and turn_id in str(e) for e in elements)
