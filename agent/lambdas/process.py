"""What a Lambda process has once: the app, an event loop, and a service that is opened in time."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import TYPE_CHECKING, Any, TypeVar

from agent.api import Opener, create_app, service_opener
from agent.lambdas import observing
from agent.lambdas.secrets import Secrets, settings_with
from agent.settings import Settings

if TYPE_CHECKING:
    from fastapi import FastAPI
    from starlette.types import Receive, Scope, Send

    from agent.service import Service

T = TypeVar("T")
LOOK_SECONDS = 300.0
"""How often a process looks whether its secrets were rotated."""


class Process:
    """An ASGI app that opens its service before the first request, and anew when secrets changed.

    `clock` counts seconds; `opener` opens a service for settings. Where a server runs the lifespan
    the service is open before the process is ready; where none does, the first request opens it.
    """

    def __init__(
        self,
        settings: Settings,
        secrets: Secrets,
        opener: Opener | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._settings, self._secrets = settings, secrets
        self._opener, self._clock = opener, clock
        self.app: FastAPI = create_app(settings, self._open_service)
        self._opened: AbstractAsyncContextManager[Any] | None = None
        self._looked = 0.0
        self.fault: Exception | None = None
        """Why a server could not start."""
        self._turnstile = asyncio.Lock()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve a request, or start and stop as a server says."""
        if scope["type"] == "lifespan":
            await self._lifespan(receive, send)
            return
        with observing.request(observing.request_id_of(scope)):
            await self.ready()
            await self.app(scope, receive, send)

    async def ready(self) -> Service:
        """Return the open service; raises what its opening raised."""
        observing.start(self._settings.stage)
        async with self._turnstile:
            if self._opened is not None and await self._outdated():
                await self._close()
            if self._opened is None:
                await self._open()
        service: Service = self.app.state.service
        return service

    async def close(self) -> None:
        """Close the service; the next request opens it again."""
        async with self._turnstile:
            await self._close()

    async def _open(self) -> None:
        opening = self.app.router.lifespan_context(self.app)
        await opening.__aenter__()
        self._opened, self._looked = opening, self._clock()

    async def _close(self) -> None:
        opened, self._opened = self._opened, None
        if opened is not None:
            await opened.__aexit__(None, None, None)

    async def _outdated(self) -> bool:
        if self._clock() - self._looked < LOOK_SECONDS:
            return False
        self._looked = self._clock()
        return await asyncio.to_thread(self._secrets.rotated)

    @asynccontextmanager
    async def _open_service(self, settings: Settings) -> AsyncIterator[Service]:
        told = await asyncio.to_thread(self._secrets.read)
        opener = self._opener or service_opener()
        async with opener(settings_with(settings, told)) as service:
            yield service

    async def _lifespan(self, receive: Receive, send: Send) -> None:
        """Open before the server listens and close after; a fault at start ends the process."""
        await receive()
        try:
            await self.ready()
        except Exception as fault:
            self.fault = fault
            await send({"type": "lifespan.startup.failed", "message": ""})
            return
        await send({"type": "lifespan.startup.complete"})
        await receive()
        await self.close()
        await send({"type": "lifespan.shutdown.complete"})


class Loop:
    """The event loop of handlers that are plain functions; what was opened on it stays open."""

    def __init__(self) -> None:
        self._loop = asyncio.new_event_loop()
        asyncio.set_event_loop(self._loop)

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        """Run a coroutine to its end on the process's one loop."""
        return self._loop.run_until_complete(work)
