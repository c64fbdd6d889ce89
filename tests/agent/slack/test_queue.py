"""Jobs survive whatever happens to the process, and each is done once and in its turn."""

from __future__ import annotations

import asyncio
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from agent.slack.faults import SlackRefused
from agent.slack.job_table import KEPT_SECONDS, LEASE_SECONDS, JobTable, Taken
from agent.slack.jobs import Job
from agent.slack.local_queue import LocalQueue
from agent.slack.places import Place
from agent.slack.queue import MOST_ATTEMPTS, NotNow
from tests.agent.slack.conftest import PATIENCE
from tools.index.sqlite import DatabaseError


def job(key: str, said: float = 1.0, thread: str = "1.0") -> Job:
    return Job(key, "said", Place("T1", "C1", thread, "U1", direct=False), said, text=f"say {key}")


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def table(tmp_path: Path, clock: Clock) -> JobTable:
    return JobTable(tmp_path / "slack.db", clock)


def take(table: JobTable) -> str:
    taken = table.take()
    return taken.job.key if taken else ""


def test_a_key_is_kept_once_and_known_after_it_is_done(table: JobTable, clock: Clock) -> None:
    assert table.put([job("a"), job("b"), job("a")]) == [True, True, False]
    taken = table.take()
    assert taken is not None
    table.done(taken)
    assert table.put([job("a")]) == [False]
    clock.now += KEPT_SECONDS + 1
    assert table.put([job("a")]) == [True]


def test_what_a_job_said_is_forgotten_when_it_is_done(table: JobTable, tmp_path: Path) -> None:
    table.put([job("a")])
    taken = table.take()
    assert taken is not None
    table.done(taken)
    assert table.unfinished() == 0
    table.close()
    import sqlite3

    (body,) = sqlite3.connect(tmp_path / "slack.db").execute("SELECT body FROM jobs").fetchone()
    assert body == b""


def test_a_thread_is_done_one_by_one_in_the_order_it_was_said(table: JobTable) -> None:
    table.put([job("second", 2.0), job("first", 1.0), job("elsewhere", 3.0, thread="9.0")])
    assert [take(table), take(table), take(table)] == ["first", "elsewhere", ""]


def test_what_waits_for_another_try_keeps_its_place(table: JobTable, clock: Clock) -> None:
    table.put([job("first", 1.0), job("second", 2.0)])
    taken = table.take()
    assert taken is not None
    table.later(taken, 5.0, counts=True)
    assert take(table) == ""
    assert table.wait() == 5.0
    clock.now += 5
    again = table.take()
    assert again is not None
    assert (again.job.key, again.attempt) == ("first", 2)


def test_a_job_whose_process_died_comes_back_and_the_dead_cannot_settle_it(
    table: JobTable, clock: Clock
) -> None:
    table.put([job("a")])
    first = table.take()
    clock.now += LEASE_SECONDS - 1
    assert take(table) == ""
    assert first is not None
    table.renew(first)
    clock.now += LEASE_SECONDS - 1
    assert take(table) == ""
    clock.now += 1
    second = table.take()
    assert second is not None
    assert second.attempt == 2
    table.done(first)
    assert table.unfinished() == 1
    table.done(second)
    assert table.unfinished() == 0


class Doing:
    """Does jobs as it is told to; `done` and `given_up` are their keys."""

    def __init__(self, what: Callable[[Job, int], None] = lambda _, __: None) -> None:
        self._what = what
        self.begun: list[str] = []
        self.done: list[str] = []
        self.given_up: list[str] = []
        self.again: list[bool] = []

    async def perform(self, job: Job, *, again: bool) -> None:
        self.begun.append(job.key)
        self.again.append(again)
        await asyncio.sleep(0)
        self._what(job, self.begun.count(job.key))
        self.done.append(job.key)

    async def give_up(self, job: Job) -> None:
        self.given_up.append(job.key)


@asynccontextmanager
async def queue_on(path: Path, doing: Doing) -> AsyncIterator[LocalQueue]:
    queue = LocalQueue(path, backoff=0.01)
    queue.run(doing)
    try:
        async with asyncio.timeout(PATIENCE):
            yield queue
    finally:
        await queue.close()


def failing(times: int, fault: Exception) -> Callable[[Job, int], None]:
    def what(_: Job, nth: int) -> None:
        if nth <= times:
            raise fault

    return what


async def test_a_fault_that_passes_is_tried_again(tmp_path: Path) -> None:
    doing = Doing(failing(2, ConnectionError()))
    async with queue_on(tmp_path / "q.db", doing) as queue:
        assert await queue.put(job("a"))
        await queue.idle()
        assert queue.table.dead_letters() == []
    assert (doing.done, doing.given_up) == (["a"], [])
    assert doing.again == [False, True, True]


async def test_what_fails_every_time_is_put_aside_and_told_once(tmp_path: Path) -> None:
    doing = Doing(failing(99, ConnectionError("with a résumé in it")))
    async with queue_on(tmp_path / "q.db", doing) as queue:
        await queue.put(job("a"))
        await queue.put(job("b", thread="2.0"))
        await queue.idle()
        dead = await asyncio.get_running_loop().run_in_executor(
            None, JobTable(tmp_path / "q.db").dead_letters
        )
    assert doing.begun.count("a") == MOST_ATTEMPTS
    assert sorted(doing.given_up) == ["a", "b"]
    assert [(d.job.key, d.fault) for d in dead] == [
        ("a", "ConnectionError"),
        ("b", "ConnectionError"),
    ]


async def test_what_slack_refuses_for_good_is_not_tried_again(tmp_path: Path) -> None:
    doing = Doing(failing(99, SlackRefused("token_revoked", "…")))
    async with queue_on(tmp_path / "q.db", doing) as queue:
        await queue.put(job("a"))
        await queue.idle()
    assert (doing.begun, doing.given_up) == (["a"], [])


async def test_a_busy_thread_is_waited_for_longer_than_faults_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("agent.slack.local_queue.BUSY_SECONDS", 0.001)
    doing = Doing(failing(3 * MOST_ATTEMPTS, NotNow()))
    async with queue_on(tmp_path / "q.db", doing) as queue:
        await queue.put(job("a"))
        await queue.idle()
    assert (doing.done, doing.given_up) == (["a"], [])


async def test_a_file_that_cannot_be_used_for_a_moment_ends_nothing(tmp_path: Path) -> None:
    doing = Doing()
    async with queue_on(tmp_path / "q.db", doing) as queue:
        take, faults = queue.table.take, iter([DatabaseError("locked")])

        def broken() -> Taken | None:
            for fault in faults:
                raise fault
            return take()

        queue.table.take = broken  # type: ignore[method-assign] # a disk that fails once
        await queue.put(job("a"))
        await queue.idle()
    assert doing.done == ["a"]


async def test_what_was_begun_when_the_process_ends_is_done_by_the_next(tmp_path: Path) -> None:
    held, begun = asyncio.Event(), asyncio.Event()

    class Held(Doing):
        async def perform(self, job: Job, *, again: bool) -> None:
            begun.set()
            await held.wait()

    async with queue_on(tmp_path / "q.db", Held()) as queue:
        await queue.put(job("a"))
        await begun.wait()
    doing = Doing()
    async with queue_on(tmp_path / "q.db", doing) as queue:
        await queue.idle()
    assert (doing.done, doing.again) == (["a"], [True])


_DYING = """
import asyncio, sys
from pathlib import Path
from agent.slack.local_queue import LocalQueue
from agent.slack.jobs import decode

class Never:
    async def perform(self, job, *, again):
        print("begun", flush=True)
        await asyncio.sleep(3600)

async def main():
    queue = LocalQueue(Path(sys.argv[1]))
    queue.run(Never())
    await queue.put(decode(sys.argv[2]))
    await asyncio.sleep(3600)

asyncio.run(main())
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_a_killed_process_loses_nothing(tmp_path: Path) -> None:
    from agent.slack.jobs import encode

    path = tmp_path / "q.db"
    arguments = [sys.executable, "-c", _DYING, str(path), encode(job("a")).decode()]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True) as dying:
        assert dying.stdout is not None
        assert dying.stdout.readline() == "begun\n"
        dying.send_signal(signal.SIGKILL)
    table = JobTable(path, lambda: time.time() + LEASE_SECONDS)
    taken = table.take()
    assert taken is not None
    assert (taken.job.text, taken.attempt) == ("say a", 2)
    assert table.put([job("a")]) == [False]
    table.close()
