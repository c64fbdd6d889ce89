"""Conversation over HTTP: a turn as a stream of events, as one JSON, and picked up again."""

from __future__ import annotations

from typing import Annotated, Any, get_args

from fastapi import APIRouter, Header
from starlette.responses import StreamingResponse

from agent.events import EventName, begun
from agent.http.answer import Answer, gathered
from agent.http.caller import Asking, Running
from agent.http.schemas import AgentRequest, ChatRequest, ThreadId, faults
from agent.http.sse import event_stream

router = APIRouter(tags=["conversation"])
_LAST = "The number of the last event that came; without it all of the turn's come again."
_STREAM: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "The events of the turn, each with its number as `id:`.",
        "content": {
            "text/event-stream": {
                "itemSchema": {
                    "type": "object",
                    "required": ["id", "event", "data"],
                    "properties": {
                        "id": {"type": "string", "pattern": "^[1-9][0-9]*$"},
                        "event": {"type": "string", "enum": list(get_args(EventName))},
                        "data": {
                            "type": "string",
                            "contentMediaType": "application/json",
                            "contentSchema": {"type": "object"},
                        },
                    },
                }
            }
        },
    }
}


@router.post(
    "/chat",
    summary="Say something; the answer streams as events",
    responses={**_STREAM, **faults(400, 404, 409, 413, 415, 422)},
    response_class=StreamingResponse,
)
async def chat(body: ChatRequest, running: Running, asking: Asking) -> StreamingResponse:
    """Run a turn and stream its events; a client that leaves does not stop it."""
    events = running.conversation.stream(
        body.thread_id, body.message, tenant=asking.tenant, user=asking.user
    )
    return event_stream(await begun(events))


@router.get(
    "/chat/{thread_id}/events",
    summary="Pick up a turn after a lost connection",
    responses={**_STREAM, **faults(404, 422)},
    response_class=StreamingResponse,
)
async def resume(
    thread_id: ThreadId,
    running: Running,
    asking: Asking,
    last_event_id: Annotated[int, Header(ge=0, le=1_000_000, description=_LAST)] = 0,
) -> StreamingResponse:
    """Stream the events of the thread's last turn that came after `Last-Event-ID`."""
    events = running.conversation.resume(
        thread_id, last_event_id, tenant=asking.tenant, user=asking.user
    )
    return event_stream(await begun(events))


@router.post(
    "/agent",
    summary="Say something; the answer comes in one piece",
    responses=faults(400, 404, 409, 413, 415, 422),
)
async def agent(body: AgentRequest, running: Running, asking: Asking) -> Answer:
    """Run a turn and return everything it showed; a session is a thread."""
    events = running.conversation.stream(
        body.session_id, body.message, tenant=asking.tenant, user=asking.user
    )
    return await gathered(body.session_id, await begun(events))
