"""Server-sent events: a turn's events as bytes, with a heartbeat while nothing happens."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import aclosing

import msgspec
from starlette.responses import StreamingResponse

from agent.events import Event, with_pauses

HEARTBEAT_SECONDS = 10.0
_HEARTBEAT = b": still here\n\n"
_HEADERS = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
_encode = msgspec.json.Encoder().encode


def frame(event: Event) -> bytes:
    """Return one event on the wire: its number as `id:`, its name as `event:`, JSON as `data:`."""
    return b"id: %d\nevent: %s\ndata: %s\n\n" % (
        event.seq,
        event.name.encode(),
        _encode(event.data),
    )


async def frames(
    events: AsyncIterator[Event], heartbeat: float = HEARTBEAT_SECONDS
) -> AsyncIterator[bytes]:
    """Yield every event as it happens, and a comment whenever `heartbeat` seconds were silent."""
    async with aclosing(with_pauses(events, heartbeat)) as told:
        async for event in told:
            yield _HEARTBEAT if event is None else frame(event)


def event_stream(events: AsyncIterator[Event]) -> StreamingResponse:
    """Return the response that sends the events."""
    return StreamingResponse(frames(events), media_type="text/event-stream", headers=_HEADERS)
