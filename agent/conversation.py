"""The conversation every door calls: a message in, events out; the only caller of the graph."""

from __future__ import annotations

import asyncio
import dataclasses
import uuid
from collections.abc import AsyncIterator, Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

from langgraph.graph.state import CompiledStateGraph

from agent.events import Event
from agent.faults import MessageTooLong, NothingToResume, Refused, ThreadForbidden
from agent.storage.records import Rating, Records, Thread
from agent.tracing import Trace
from agent.transcript import events_of
from agent.turn import Checkpointer, RunningTurn, TurnContext
from agent.turnlog import TurnLog, TurnLogs
from graphs.deps import Deps
from graphs.state import desk_of
from tools.desk import Desk, ToolError
from tools.people import labels_of, names_of, unmask
from tools.people.placeholders import marked_ids
from tools.presenting import public

T = TypeVar("T")


class Conversation:
    """Turns on threads: each runs in a task of its own, whether or not its door stays.

    `ids` makes turn ids; `max_chars` bounds a message; `trace` is told the figures of each turn;
    `writers` write records at a time: one, so that the short writes of many turns do not queue on a
    file, more for a store far away. Threads are told apart by tenant and id, and belong to the user
    who began them.
    """

    def __init__(
        self,
        graph: CompiledStateGraph[Any, Any],
        deps: Deps,
        checkpoints: Checkpointer,
        records: Records,
        *,
        max_chars: int = 60_000,
        trace: Trace = lambda _: None,
        writers: int = 1,
        ids: Callable[[], str] = lambda: uuid.uuid4().hex,
    ) -> None:
        self._graph, self._deps = graph, deps
        self._checkpoints, self._records = checkpoints, records
        self._max_chars, self._ids, self._trace = max_chars, ids, trace
        self._logs = TurnLogs()
        self._beginning: set[asyncio.Task[TurnLog]] = set()
        self._tasks: dict[tuple[str, str], asyncio.Task[None]] = {}
        self._writers = ThreadPoolExecutor(writers, thread_name_prefix="records")

    async def stream(
        self,
        thread_id: str,
        text: str,
        *,
        tenant: str = "local",
        user: str = "local",
        turn_id: str = "",
        blind: bool = False,
    ) -> AsyncIterator[Event]:
        """Run a turn and yield its events; the turn goes on whenever the caller leaves.

        A `turn_id` of the caller's is one that no other turn of the thread has. With `blind` the
        answer calls people by rank; the events that show people still carry their names.
        Raises MessageTooLong, ThreadForbidden or TurnRunning before the first event.
        """
        beginning = asyncio.get_running_loop().create_task(
            self._begin(thread_id, text, tenant, user, turn_id or self._ids(), blind)
        )
        self._beginning.add(beginning)
        beginning.add_done_callback(self._beginning.discard)
        # Stopped half-way, the thread would stay taken by a turn that nobody runs.
        log = await asyncio.shield(beginning)
        async for event in log.follow():
            yield event

    async def resume(
        self, thread_id: str, after: int, *, tenant: str = "local", user: str = "local"
    ) -> AsyncIterator[Event]:
        """Yield the events of the thread's last turn numbered above `after`.

        Raises ThreadForbidden, or NothingToResume when the turn is no longer in memory.
        """
        await self._in_thread(lambda: self._records.owned(tenant, user, thread_id))
        log = self._logs.get((tenant, thread_id))
        if log is None:
            raise NothingToResume(
                f"The last turn of {thread_id!r} is not running any more: read the thread instead."
            )
        async for event in log.follow(after):
            yield event

    async def cancel(self, thread_id: str, *, tenant: str = "local", user: str = "local") -> bool:
        """Stop the turn that runs on a thread; return whether one did. Raises ThreadForbidden."""
        await self._in_thread(lambda: self._records.owned(tenant, user, thread_id))
        await self._all_begun()
        task = self._tasks.get((tenant, thread_id))
        if task is None or task.done():
            return False
        task.cancel()
        await asyncio.wait([task])
        return True

    async def threads(self, *, tenant: str = "local", user: str = "local") -> list[dict[str, Any]]:
        """Return the user's threads, the last used first."""
        found = await self._in_thread(lambda: self._records.threads(tenant, user))
        titles = [thread.title for thread in found]
        named = await asyncio.to_thread(self._named, titles, tenant)
        return [_about(t) | {"title": title} for t, title in zip(found, named, strict=True)]

    async def transcript(
        self, thread_id: str, *, tenant: str = "local", user: str = "local", blind: bool = False
    ) -> dict[str, Any]:
        """Return a thread with its turns and the events that show them; raises ThreadForbidden.

        With `blind` no name stands in messages and answers.
        """
        thread, turns = await self._in_thread(
            lambda: self._records.transcript(tenant, user, thread_id)
        )
        index = self._deps.index

        def shown() -> dict[str, Any]:
            texts = [thread.title, *(t for turn in turns for t in (turn.message, turn.answer))]
            title, *said = self._named(texts, tenant, blind=blind)
            return _about(thread) | {
                "title": title,
                "turns": [
                    {
                        "turn_id": turn.turn_id,
                        "message": said[2 * at],
                        "answer": said[2 * at + 1],
                        "created": turn.created,
                        "events": events_of(turn.frames, index, tenant),
                    }
                    for at, turn in enumerate(turns)
                ],
            }

        return await asyncio.to_thread(shown)

    async def criteria(
        self, thread_id: str, *, tenant: str = "local", user: str = "local"
    ) -> list[dict[str, Any]]:
        """Return what a thread of the user's searches for now; nothing in any other."""
        try:
            await self._in_thread(lambda: self._records.owned(tenant, user, thread_id))
        except ThreadForbidden:
            return []
        return public((await self._desk(thread_id, tenant)).view.criteria)

    async def on_desk(
        self,
        thread_id: str,
        work: Callable[[Desk], T],
        *,
        tenant: str = "local",
        user: str = "local",
    ) -> T:
        """Return what some work makes of a thread's desk, changing nothing.

        Raises ThreadForbidden, and Refused for what cannot be made of it.
        """
        await self._in_thread(lambda: self._records.owned(tenant, user, thread_id))
        desk = await self._desk(thread_id, tenant)
        try:
            return await asyncio.to_thread(work, desk)
        except ToolError as error:
            raise Refused(error.code, error.message) from error

    async def delete_thread(
        self, thread_id: str, *, tenant: str = "local", user: str = "local"
    ) -> None:
        """Forget a thread, its state and its transcript; raises ThreadForbidden or TurnRunning."""
        await self._in_thread(lambda: self._records.delete(tenant, user, thread_id))
        await self._checkpoints.adelete_thread(_key(tenant, thread_id))
        self._logs.forget(tenant, thread_id)

    async def feedback(
        self,
        thread_id: str,
        rating: Rating,
        *,
        tenant: str = "local",
        user: str = "local",
    ) -> None:
        """Keep what the user thinks of a turn or a person in it; raises ThreadForbidden."""
        await self._in_thread(lambda: self._records.rate(tenant, user, thread_id, rating))

    async def forget_people(
        self, candidate_ids: Sequence[str], *, tenant: str = "local"
    ) -> list[str]:
        """Remove people from the index and from every transcript; return the ids that existed."""
        index = self._deps.index
        gone = await asyncio.to_thread(index.delete, tenant, list(candidate_ids))
        await self._in_thread(lambda: self._records.forget_people(tenant, gone))
        self._logs.forget(tenant)
        return gone

    async def close(self) -> None:
        """Stop the turns that run, each leaving its thread as it was before."""
        await self._all_begun()
        tasks = [task for task in self._tasks.values() if not task.done()]
        for task in tasks:
            task.cancel()
        if tasks:
            await asyncio.wait(tasks)
        self._writers.shutdown()

    async def _desk(self, thread_id: str, tenant: str) -> Desk:
        state = await self._graph.aget_state(
            {"configurable": {"thread_id": _key(tenant, thread_id)}}
        )
        values: Any = state.values
        return desk_of(values, dataclasses.replace(self._deps, tenant=tenant))

    async def _all_begun(self) -> None:
        """Wait until each turn has taken its first step: stopped before, it never tells its end."""
        if self._beginning:
            await asyncio.wait(set(self._beginning))
        await asyncio.sleep(0)

    async def _begin(
        self, thread_id: str, text: str, tenant: str, user: str, turn_id: str, blind: bool
    ) -> TurnLog:
        if len(text) > self._max_chars:
            raise MessageTooLong(
                f"The message has {len(text):,} characters, {self._max_chars:,} are taken: "
                "shorten it, or send the part that matters."
            )
        lease = await self._in_thread(lambda: self._records.begin(tenant, user, thread_id, turn_id))
        key = (tenant, thread_id)
        log = self._logs.open(key)
        log.put("turn_started", {"thread_id": thread_id, "turn_id": turn_id})
        deps = dataclasses.replace(self._deps, tenant=tenant, blind=blind)
        context = TurnContext(
            self._graph, deps, self._checkpoints, self._records, self._in_thread, self._trace
        )
        turn = RunningTurn(context, lease, _key(*key), _clean(text), log)
        task = asyncio.get_running_loop().create_task(turn.run())
        self._tasks[key] = task
        task.add_done_callback(lambda done: self._ended(key, done))
        return log

    def _ended(self, key: tuple[str, str], task: asyncio.Task[None]) -> None:
        if self._tasks.get(key) is task:
            del self._tasks[key]

    def _named(self, texts: Sequence[str], tenant: str, *, blind: bool = False) -> list[str]:
        ids = [i for text in texts for i in marked_ids(text, ())]
        names = names_of(self._deps.index, tenant, ids)
        names = labels_of((), names) if blind else names
        return [unmask(text, (), names) for text in texts]

    async def _in_thread(self, work: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._writers, work)


def _key(tenant: str, thread_id: str) -> str:
    return f"{tenant}:{thread_id}"


def _clean(text: str) -> str:
    """Return the text without what no store can keep: lone surrogates and NUL."""
    return text.encode("utf-8", "replace").decode().replace("\0", " ")


def _about(thread: Thread) -> dict[str, Any]:
    return {
        "thread_id": thread.thread_id,
        "created": thread.created,
        "updated": thread.updated,
        "turns": thread.turns,
    }
