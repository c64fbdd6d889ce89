"""Modals that a press opens: within three seconds, so before Slack is even answered."""

from __future__ import annotations

import asyncio
import logging
from typing import Any

from agent.service import Service
from agent.slack.buttons import BAD, EDIT_CRITERIA, FEEDBACK
from agent.slack.jobs import Job
from agent.slack.modals import criteria_modal, reason_modal
from agent.slack.workspaces import Workspaces

log = logging.getLogger(__name__)
PATIENCE = 2.0
"""Seconds a modal may take: Slack waits three for the acknowledgement, and for the modal."""


async def open_modal(service: Service, workspaces: Workspaces, job: Job, trigger_id: str) -> None:
    """Open the modal of a press that has one; a fault is logged, since nothing else is lost."""
    try:
        async with asyncio.timeout(PATIENCE):
            view = await _view(service, workspaces, job)
            client = workspaces.client(job.place.team)
            if view is not None and client is not None:
                await client.views_open(trigger_id=trigger_id, view=view)
    except Exception as fault:
        log.warning("a modal could not be opened: %s", type(fault).__name__)


async def _view(service: Service, workspaces: Workspaces, job: Job) -> dict[str, Any] | None:
    """Return what to open, None for no modal or for somebody who is not served."""
    press, place = job.press, job.place
    if press is None or press.thread_id != place.thread_id:
        return None
    if job.action == FEEDBACK and press.rating == BAD:
        return reason_modal(press)
    if job.action != EDIT_CRITERIA:
        return None
    tenant = await workspaces.serves(place)
    if tenant is None:
        return None
    criteria = await service.conversation.criteria(place.thread_id, tenant=tenant, user=place.owner)
    return criteria_modal(criteria, press)
