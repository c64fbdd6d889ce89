"""Plays scripts for callers that are not asynchronous: one loop in one thread, doors kept open."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Coroutine
from pathlib import Path
from typing import Any, TypeVar

from agent.scripts.doors import Doors
from agent.scripts.loading import Run
from agent.scripts.playing import Played, play

T = TypeVar("T")


class Runner:
    """Plays scripts over doors that stay open until `close`; `root` keeps the people read."""

    def __init__(self, root: Path) -> None:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        self._doors = Doors(root=root)

    def play(self, run: Run, door: str) -> Played:
        """Play a run over a door; raises as `Doors.driver` does."""
        return self._do(self._play(run, door))

    def close(self) -> None:
        """Close every door and service."""
        self._do(self._doors.__aexit__())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def _do(self, work: Coroutine[Any, Any, T]) -> T:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result()

    async def _play(self, run: Run, door: str) -> Played:
        return await play(run, await self._doors.driver(run, door))
