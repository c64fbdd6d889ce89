"""The events of one turn, kept in memory: any number of doors may follow, also after the fact."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import AsyncIterator
from typing import Any

from agent.events import Event, EventName

Key = tuple[str, str]
"""Tenant and thread id."""


class TurnLog:
    """Numbers events from 1 without gaps; a turn writes whether or not somebody reads."""

    def __init__(self) -> None:
        self.events: list[Event] = []
        self.ended = False
        self._changed = asyncio.Event()

    def put(self, name: EventName, data: dict[str, Any]) -> None:
        """Append an event and wake those who follow."""
        self.events.append(Event(len(self.events) + 1, name, data))
        self._wake()

    def end(self) -> None:
        """Say that nothing further comes."""
        self.ended = True
        self._wake()

    async def follow(self, after: int = 0) -> AsyncIterator[Event]:
        """Yield the events numbered above `after`, as they come, until the turn ends."""
        at = max(0, after)
        while True:
            while at < len(self.events):
                yield self.events[at]
                at += 1
            if self.ended:
                return
            await self._changed.wait()

    def _wake(self) -> None:
        changed, self._changed = self._changed, asyncio.Event()
        changed.set()


class TurnLogs:
    """The last turn of each thread; of those that have ended only the newest are remembered."""

    def __init__(self, most: int = 128) -> None:
        self._most = most
        self._logs: OrderedDict[Key, TurnLog] = OrderedDict()

    def open(self, key: Key) -> TurnLog:
        """Return a fresh log for a thread, forgetting its former turn."""
        log = self._logs[key] = TurnLog()
        self._logs.move_to_end(key)
        ended = [k for k, each in self._logs.items() if each.ended]
        for old in ended[: max(0, len(self._logs) - self._most)]:
            del self._logs[old]
        return log

    def get(self, key: Key) -> TurnLog | None:
        """Return the log of a thread's last turn, if it is remembered."""
        return self._logs.get(key)

    def forget(self, tenant: str, thread_id: str | None = None) -> None:
        """Drop ended turns of a tenant, or of one thread of it."""
        for key in [k for k, log in self._logs.items() if log.ended and k[0] == tenant]:
            if thread_id in (None, key[1]):
                del self._logs[key]
