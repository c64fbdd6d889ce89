"""Threads over HTTP: list, read, delete, and what people think of an answer."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Response
from pydantic import BaseModel

from agent.http.caller import Asking, Running
from agent.http.schemas import FeedbackRequest, ThreadId, faults
from agent.storage.records import Rating
from tools.export import FILE_NAME, shortlist_csv

router = APIRouter(tags=["threads"])
_TABLE = "The shortlist as CSV in UTF-8, with name and contacts: a table that spreadsheets open."


class Threads(BaseModel):
    """The caller's threads, the last used first."""

    threads: list[dict[str, Any]]


class Thread(BaseModel):
    """One thread with its turns and the events that show them."""

    thread_id: str
    title: str
    created: float
    updated: float
    turns: list[dict[str, Any]]


class Stored(BaseModel):
    """The feedback was kept."""

    stored: bool = True


@router.get("/threads", summary="Your threads")
async def threads(running: Running, asking: Asking) -> Threads:
    """List the caller's threads."""
    return Threads(
        threads=await running.conversation.threads(tenant=asking.tenant, user=asking.user)
    )


@router.get("/threads/{thread_id}", summary="One thread, whole", responses=faults(404, 422))
async def thread(thread_id: ThreadId, running: Running, asking: Asking) -> Thread:
    """Return everything that was said in a thread and shown with it."""
    found = await running.conversation.transcript(thread_id, tenant=asking.tenant, user=asking.user)
    return Thread.model_validate(found)


@router.get(
    "/threads/{thread_id}/shortlist.csv",
    summary="The shortlist as a table",
    response_class=Response,
    responses={200: {"content": {"text/csv": {}}, "description": _TABLE}, **faults(404, 422)},
)
async def shortlist(thread_id: ThreadId, running: Running, asking: Asking) -> Response:
    """Return who is on the shortlist, a row each, with every wish's verdict and quote."""
    table = await running.conversation.on_desk(
        thread_id, shortlist_csv, tenant=asking.tenant, user=asking.user
    )
    return Response(
        table.encode(),
        media_type="text/csv",
        headers={"content-disposition": f'attachment; filename="{FILE_NAME}"'},
    )


@router.delete(
    "/threads/{thread_id}",
    summary="Forget a thread",
    status_code=204,
    responses=faults(404, 409, 422),
)
async def forget(thread_id: ThreadId, running: Running, asking: Asking) -> Response:
    """Remove a thread, its state and its transcript."""
    await running.conversation.delete_thread(thread_id, tenant=asking.tenant, user=asking.user)
    return Response(status_code=204)


@router.post(
    "/threads/{thread_id}/stop",
    summary="Stop the turn that is running",
    responses=faults(404, 422),
)
async def stop(thread_id: ThreadId, running: Running, asking: Asking) -> dict[str, bool]:
    """Stop the running turn; the thread stays as it was before it."""
    stopped = await running.conversation.cancel(thread_id, tenant=asking.tenant, user=asking.user)
    return {"stopped": stopped}


@router.post(
    "/feedback",
    summary="Say what you think of an answer",
    status_code=201,
    responses=faults(400, 404, 413, 415, 422),
)
async def feedback(body: FeedbackRequest, running: Running, asking: Asking) -> Stored:
    """Keep a rating of a turn, or of one person in it; the last one counts."""
    await running.conversation.feedback(
        body.thread_id,
        Rating(body.turn_id, body.rating, body.candidate_id or "", body.reason or ""),
        tenant=asking.tenant,
        user=asking.user,
    )
    return Stored()
