"""The queue of one machine: jobs kept in a file, done by tasks of this process."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from agent.slack.faults import SlackRefused
from agent.slack.job_table import LEASE_SECONDS, JobTable, Taken
from agent.slack.jobs import Job
from agent.slack.queue import MOST_ATTEMPTS, NotNow, Performer

T = TypeVar("T")
log = logging.getLogger(__name__)
MOST_AT_ONCE = 8
BUSY_SECONDS = 0.5
"""How long a job waits whose thread is busy with a turn that came through another door."""
BUSY_MOST = 600.0
"""How long a job waits for its thread in all."""
_BACKOFF = 2.0
_AGAIN_SECONDS = 1.0
_LOOK_SECONDS = 5.0
"""How often the file is looked at for what other processes left."""


class LocalQueue:
    """Keeps jobs in a file and does them here, those of one thread one after the other.

    Raises DatabaseError on opening. `run` does the jobs until `close`.
    """

    def __init__(self, path: Path, *, at_once: int = MOST_AT_ONCE, backoff: float = _BACKOFF):
        self.table = JobTable(path)
        self._backoff = backoff
        self._room = asyncio.Semaphore(at_once)
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="slack-jobs")
        self._changed = asyncio.Event()
        self._coming: list[tuple[Job, asyncio.Future[bool]]] = []
        self._writing: asyncio.Task[None] | None = None
        self._working: set[asyncio.Task[None]] = set()
        self._dispatcher: asyncio.Task[None] | None = None

    async def put(self, job: Job) -> bool:
        """Keep a job; return whether its key was new. Many at once share one write."""
        kept: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self._coming.append((job, kept))
        if self._writing is None or self._writing.done():
            self._writing = asyncio.create_task(self._write())
        return await kept

    def run(self, performer: Performer) -> None:
        """Begin to do what is kept."""
        self._dispatcher = asyncio.create_task(self._dispatch(performer))

    async def close(self) -> None:
        """Stop; what was begun goes back to the file and is done at the next start."""
        tasks = [*self._working, *filter(None, [self._dispatcher])]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        if self._writing is not None:
            await asyncio.gather(self._writing, return_exceptions=True)
        await self._in_thread(self.table.close)
        self._writer.shutdown()

    async def idle(self) -> None:
        """Return when nothing is left to do; for tests and measurements."""
        while await self.unfinished():  # noqa: ASYNC110 another process may do what is left
            await asyncio.sleep(0.01)

    async def unfinished(self) -> int:
        """Return how many jobs wait or are being done."""
        return len(self._coming) + await self._in_thread(self.table.unfinished)

    async def _write(self) -> None:
        while self._coming:
            batch, self._coming = self._coming, []
            jobs = [job for job, _ in batch]
            try:
                new = await self._in_thread(lambda jobs=jobs: self.table.put(jobs))  # type: ignore[misc] # bound at once
            except Exception as fault:
                for _, kept in batch:
                    if not kept.done():
                        kept.set_exception(fault)
                continue
            for (_, kept), is_new in zip(batch, new, strict=True):
                if not kept.done():
                    kept.set_result(is_new)
            self._changed.set()

    async def _dispatch(self, performer: Performer) -> None:
        while True:
            await self._room.acquire()
            taken = await self._patiently()
            task = asyncio.create_task(self._do(taken, performer))
            self._working.add(task)
            task.add_done_callback(self._ended)

    async def _patiently(self) -> Taken:
        """Return the next job; a file that cannot be used just now is looked at again."""
        while True:
            try:
                return await self._next()
            except Exception as fault:
                log.warning("the queue cannot be read: %s", type(fault).__name__)
                await asyncio.sleep(_AGAIN_SECONDS)

    async def _next(self) -> Taken:
        """Return the next job, when there is one."""
        while True:
            self._changed.clear()
            taken = await self._in_thread(self.table.take)
            if taken is not None:
                return taken
            wait = await self._in_thread(self.table.wait)
            seconds = _LOOK_SECONDS if wait is None else min(wait, _LOOK_SECONDS)
            # asyncio.wait_for of Python 3.11 may swallow the cancelling of a task that is woken.
            with suppress(TimeoutError):
                async with asyncio.timeout(seconds):
                    await self._changed.wait()

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._working.discard(task)
        if not task.cancelled() and (fault := task.exception()) is not None:
            # Its lease ends by itself, and the job is begun again.
            log.warning("a job could not be settled: %s", type(fault).__name__)
        self._room.release()
        self._changed.set()

    async def _do(self, taken: Taken, performer: Performer) -> None:
        renewing = asyncio.create_task(self._renew(taken))
        try:
            settle = await self._outcome(taken, performer)
        except asyncio.CancelledError:
            await self._in_thread(lambda: self.table.later(taken, 0.0, counts=True))
            raise
        finally:
            renewing.cancel()
        await self._in_thread(settle)

    async def _outcome(self, taken: Taken, performer: Performer) -> Callable[[], None]:
        """Do a job and return what settles its row."""
        table, kind = self.table, taken.job.kind
        if taken.attempt > MOST_ATTEMPTS:  # its process died every time
            await performer.give_up(taken.job)
            return lambda: table.dead(taken, "died")
        try:
            await performer.perform(taken.job, again=taken.attempt > 1)
        except NotNow:
            return await self._busy(taken, performer)
        except SlackRefused as fault:
            log.warning("job %s was refused by Slack: %s", kind, fault.code)
            return lambda: table.dead(taken, "refused")
        except Exception as fault:
            name = type(fault).__name__
            log.warning("job %s failed (%s), attempt %d", kind, name, taken.attempt)
            if taken.attempt < MOST_ATTEMPTS:
                wait = self._backoff * 2 ** (taken.attempt - 1)
                return lambda: table.later(taken, wait, counts=True)
            await performer.give_up(taken.job)
            return lambda: table.dead(taken, name)
        return lambda: table.done(taken)

    async def _busy(self, taken: Taken, performer: Performer) -> Callable[[], None]:
        if self.table.age(taken) < BUSY_MOST:
            return lambda: self.table.later(taken, BUSY_SECONDS, counts=False)
        await performer.give_up(taken.job)
        return lambda: self.table.dead(taken, "busy")

    async def _renew(self, taken: Taken) -> None:
        while True:
            await asyncio.sleep(LEASE_SECONDS / 3)
            await self._in_thread(lambda: self.table.renew(taken))

    async def _in_thread(self, work: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._writer, work)
