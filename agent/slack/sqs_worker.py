"""A job out of SQS, done by the worker function: once, again when it failed, told when it is over.

The mark that a job is done is set when it is done: a worker that dies before leaves none, and the
message comes back. One that dies between the two runs no second turn, since the turn has the job's
id (see agent/slack/turns.py).
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import msgspec

from agent.slack.door import worker_of, workspaces_of
from agent.slack.faults import SlackRefused
from agent.slack.job_table import KEPT_SECONDS
from agent.slack.jobs import Job
from agent.slack.queue import MOST_ATTEMPTS, NotNow
from agent.slack.sqs_queue import SqsQueue
from agent.storage.records import LEASE_SECONDS

if TYPE_CHECKING:
    from agent.service import Service
    from agent.slack.worker import Worker

log = logging.getLogger(__name__)
_LOOK_SECONDS = 2.0
_RETRY_SECONDS = 5
_MARKS = "slack"
"""What marks are kept under: a workspace may belong to no tenant."""


async def run(service: Service, data: Mapping[str, Any]) -> None:
    """Do a job that was not done yet; raises what failed, so that it comes back.

    `attempt` of the message counts from 1, with the last the person is told; `receipt` is SQS's.
    """
    job = msgspec.convert(data["job"], Job)
    attempt = int(data.get("attempt", 1))
    mark = f"slack-done:{job.place.team}:{job.key}"
    records, settings = service.records, service.settings
    if await asyncio.to_thread(records.seen, _MARKS, mark):
        return
    queue = SqsQueue(settings.slack_queue or "", settings.aws_region)
    try:
        async with workspaces_of(settings) as workspaces:
            await _do(worker_of(service, workspaces, queue), job, attempt)
    except Exception:
        if data.get("receipt"):
            await queue.sooner(str(data["receipt"]), _RETRY_SECONDS * attempt)
        raise
    await asyncio.to_thread(records.once, _MARKS, mark, KEPT_SECONDS)


async def _do(worker: Worker, job: Job, attempt: int) -> None:
    try:
        await _patiently(worker, job, again=attempt > 1)
    except SlackRefused as fault:
        log.warning("job %s was refused by Slack: %s", job.kind, fault.code)
    except Exception:
        if attempt >= MOST_ATTEMPTS:
            await worker.give_up(job)
        raise


async def _patiently(worker: Worker, job: Job, *, again: bool) -> None:
    """Do a job, waiting for its thread: the lease of a process that died ends by itself."""
    for _ in range(round(LEASE_SECONDS / _LOOK_SECONDS) + 1):
        try:
            await worker.perform(job, again=again)
        except NotNow:
            await asyncio.sleep(_LOOK_SECONDS)
        else:
            return
    raise NotNow
