"""Whether the process is up, and whether it can answer."""

from __future__ import annotations

import asyncio
from typing import Any

from fastapi import APIRouter

from agent.http.caller import Known, Running
from agent.http.errors import ApiError
from agent.http.schemas import faults
from tools.ingest.records import present_endings

router = APIRouter(tags=["health"])


@router.get("/health", summary="The process is up")
async def health() -> dict[str, str]:
    """Answer at once and touch nothing."""
    return {"status": "ok"}


@router.get("/ready", summary="Model and index are in memory", responses=faults(503))
async def ready(running: Running, known: Known) -> dict[str, Any]:
    """Say how many people the caller can search; 503 until the first search would be quick."""
    if not running.warmed.done():
        raise ApiError(503, "starting", "The model is still loading: try again in a moment.")
    if known is None:
        return {"status": "ready"}
    people = await asyncio.to_thread(running.index.count, known.tenant)
    told: dict[str, Any] = {"status": "ready", "people": people, "model": running.settings.model}
    if running.settings.store == "local":
        earlier = await asyncio.to_thread(
            running.index.count_unlike, known.tenant, present_endings()
        )
        told["read_by_an_earlier_version"] = earlier
    return told
