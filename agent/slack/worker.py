"""The work behind the queue: whose workspace it is, what was meant, and the turn it becomes."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable

from slack_sdk.web.async_client import AsyncWebClient

from agent.service import Service
from agent.slack.job_context import JobContext, Tell, whisper_to
from agent.slack.job_handlers import HANDLERS
from agent.slack.jobs import Job
from agent.slack.thread_messages import say
from agent.slack.workspaces import Workspaces

log = logging.getLogger(__name__)
NOT_INSTALLED = (
    "This workspace is not set up for Candidate Matcher, so nothing was read or kept: ask whoever "
    "runs it to add the workspace."
)
FOREIGN = "I only answer people of the workspace I am installed in, so nothing was read or kept."
GAVE_UP = (
    "Sorry, that went wrong on our side, and went wrong again each time it was tried: please say "
    "it once more in a few minutes."
)


class Worker:
    """Does jobs with a service; `tell` streams turns, `keep` queues another job."""

    def __init__(
        self,
        service: Service,
        workspaces: Workspaces,
        tell: Tell,
        keep: Callable[[Job], Awaitable[object]],
    ) -> None:
        self._service, self._workspaces = service, workspaces
        self._tell, self._keep = tell, keep

    async def perform(self, job: Job, *, again: bool) -> None:
        """Do a job; `again` says that it was begun before.

        Raises NotNow while the thread is busy, SlackRefused, or anything else for a fault that may
        pass.
        """
        client = self._workspaces.client(job.place.team)
        tenant = await self._workspaces.serves(job.place)
        if tenant is None or client is None:
            installed = await self._workspaces.tenant(job.place.team)
            await self._refuse(job, client, FOREIGN if installed else NOT_INSTALLED)
            return
        context = JobContext(self._service, tenant, client, job, again, self._tell, self._keep)
        await HANDLERS[job.kind](context)

    async def give_up(self, job: Job) -> None:
        """Tell the person, once, that a job was given up; raises nothing."""
        try:
            client = self._workspaces.client(job.place.team)
            tenant = await self._workspaces.tenant(job.place.team)
            if client is None or tenant is None or not await self._first(tenant, job):
                return
            if job.place.thread_ts:
                await say(client, job.place, GAVE_UP)
            elif job.answer_url:
                await whisper_to(job.answer_url, GAVE_UP)
        except Exception as fault:
            log.warning("nobody could be told of a %s: %s", job.kind, type(fault).__name__)

    async def _refuse(self, job: Job, client: AsyncWebClient | None, sentence: str) -> None:
        """Say politely that nothing is done, where there is a way to say it."""
        log.warning("a %s of a workspace that is not served was refused", job.kind)
        if job.kind == "overheard":
            return
        try:
            if job.answer_url:
                await whisper_to(job.answer_url, sentence)
            elif client is not None:
                await say(client, job.place, sentence)
        except Exception as fault:
            log.warning("the refusal could not be said: %s", type(fault).__name__)

    async def _first(self, tenant: str, job: Job) -> bool:
        records, key = self._service.records, f"slack-sorry:{job.place.team}:{job.key}"
        return await asyncio.to_thread(records.once, tenant, key)
