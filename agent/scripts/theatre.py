"""Plays scripts for callers that are not asynchronous: one loop in one thread, services kept."""

from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import Coroutine
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import Any, TypeVar

from agent.scripts.loading import Run
from agent.scripts.players import Player, PlayerError, http_player
from agent.scripts.playing import Played, play
from agent.scripts.stage import Stages

T = TypeVar("T")


class Theatre:
    """Every door for every stage, opened when first asked for; `root` keeps the people read."""

    def __init__(self, root: Path) -> None:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        self._opened = AsyncExitStack()
        self._stages = Stages(root=root)
        self._players: dict[tuple[int, str], Player] = {}

    def play(self, run: Run, door: str) -> Played:
        """Play a run over a door: graph, http, slack, or the URL of a service.

        Raises PlayerError for another door, ScriptError for people who cannot be read.
        """
        return self._do(self._play(run, door))

    def close(self) -> None:
        """Close every door and service."""
        self._do(self._opened.aclose())
        self._do(self._stages.__aexit__())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def _do(self, work: Coroutine[Any, Any, T]) -> T:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result()

    async def _play(self, run: Run, door: str) -> Played:
        return await play(run, await self._player(run, door))

    async def _player(self, run: Run, door: str) -> Player:
        if door.startswith(("http://", "https://")):
            return await self._over_http(0, door)
        service = await self._stages.service(run)
        if door == "graph":
            return await self._stages.player(run)
        if door == "slack":
            return await self._stages.over_slack(run)
        if door == "http":
            return await self._over_http(id(service), door, service)
        raise PlayerError(f"{door!r} is no door: write graph, http, slack, or a service's URL.")

    async def _over_http(self, of: int, door: str, service: Any = None) -> Player:
        if (of, door) not in self._players:
            url = door if service is None else await self._served(service)
            player = await self._opened.enter_async_context(http_player(url))
            self._players[of, door] = player
        return self._players[of, door]

    async def _served(self, service: Any) -> str:
        """Serve a service on a free port of this machine and return its address."""
        import uvicorn

        from agent.api import create_app

        @asynccontextmanager
        async def running(_: Any) -> Any:
            yield service

        listening = socket.create_server(("127.0.0.1", 0))
        config = uvicorn.Config(create_app(service.settings, running), log_level="error")
        server = uvicorn.Server(config)
        serving = asyncio.create_task(server.serve([listening]))
        while not server.started:  # noqa: ASYNC110 the server tells it in no other way
            await asyncio.sleep(0.01)

        async def stop() -> None:
            server.should_exit = True
            await serving
            listening.close()

        self._opened.push_async_callback(stop)
        return f"http://127.0.0.1:{listening.getsockname()[1]}"
