"""The events a door can see: a name, a sequence number within the turn, and plain data."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator
from typing import Any, Literal

import msgspec

EventName = Literal[
    "turn_started",
    "token",
    "tool_started",
    "tool_finished",
    "criteria",
    "candidates",
    "explanation",
    "comparison",
    "shortlist",
    "approval_requested",
    "grounding",
    "self_check",
    "turn_finished",
    "error",
]


class Event(msgspec.Struct, frozen=True):
    """One thing that happened in a turn; `seq` starts at 1 and has no gaps."""

    seq: int
    name: EventName
    data: dict[str, Any]


async def begun(events: AsyncIterator[Event]) -> AsyncIterator[Event]:
    """Return the events after the first has come, so that a refusal is met before an answer."""
    first = await anext(events, None)

    async def rest() -> AsyncIterator[Event]:
        if first is not None:
            yield first
            async for event in events:
                yield event

    return rest()


async def with_pauses(events: AsyncIterator[Event], every: float) -> AsyncGenerator[Event | None]:
    """Yield events as they come, and None whenever none came for `every` seconds."""
    coming = asyncio.ensure_future(anext(events, None))
    try:
        while True:
            done, _ = await asyncio.wait([coming], timeout=every)
            if not done:
                yield None
                continue
            event = coming.result()
            if event is None:
                return
            yield event
            coming = asyncio.ensure_future(anext(events, None))
    finally:
        coming.cancel()
