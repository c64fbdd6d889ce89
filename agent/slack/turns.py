"""A job as a turn of its conversation: run once, and only told again when it was kept already."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

from agent.events import Event, begun
from agent.faults import ThreadForbidden, TurnRunning
from agent.service import Service
from agent.slack.jobs import Job
from agent.slack.queue import NotNow


async def turn_of(
    service: Service, tenant: str, job: Job, text: str, *, again: bool, blind: bool
) -> AsyncIterator[Event]:
    """Return the events of the turn a job becomes, after its first has come.

    The turn has the job's own id. A process may die when the turn is kept and before all of it
    was told; `again` says that this may be so, and a kept turn is then told instead of run. With
    `blind` the answer calls people by rank.
    Raises NotNow while the thread is busy, MessageTooLong or ThreadForbidden.
    """
    if again and (kept := await _kept(service, tenant, job, blind)) is not None:
        return _told(job, kept)
    events = service.conversation.stream(
        job.place.thread_id,
        text,
        tenant=tenant,
        user=job.place.owner,
        turn_id=job.turn_id,
        blind=blind,
    )
    try:
        return await begun(events)
    except TurnRunning as busy:
        raise NotNow from busy


async def _kept(service: Service, tenant: str, job: Job, blind: bool) -> dict[str, Any] | None:
    try:
        thread = await service.conversation.transcript(
            job.place.thread_id, tenant=tenant, user=job.place.owner, blind=blind
        )
    except ThreadForbidden:
        return None
    turns: list[dict[str, Any]] = thread["turns"]
    return next((turn for turn in turns if turn["turn_id"] == job.turn_id), None)


async def _told(job: Job, kept: dict[str, Any]) -> AsyncIterator[Event]:
    """Yield a kept turn as it would be told, without what it cost."""
    names: list[tuple[Any, dict[str, Any]]] = [
        ("turn_started", {"thread_id": job.place.thread_id, "turn_id": job.turn_id}),
        *((event["name"], event["data"]) for event in kept["events"]),
        ("token", {"text": kept["answer"]}),
        ("turn_finished", {"turn_id": job.turn_id, "answer": kept["answer"]}),
    ]
    for seq, (name, data) in enumerate(names, 1):
        yield Event(seq, name, data)
