"""Opens what scripts are played over: a door in this process, or a service elsewhere."""

from __future__ import annotations

import asyncio
import datetime
import hashlib
import socket
import tempfile
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import (
    AbstractAsyncContextManager,
    AbstractContextManager,
    AsyncExitStack,
    asynccontextmanager,
    closing,
    nullcontext,
)
from importlib.resources import files
from pathlib import Path
from typing import Any

from agent.own_thread import aside
from agent.scripts.drivers import Driver, GraphDriver, http_driver
from agent.scripts.loading import Run, ScriptError
from agent.scripts.targets import IN_PROCESS
from agent.settings import Settings, read_settings
from agent.wiring import Service, open_index, open_service
from tools.ingest.pipeline import Ingest
from tools.ingest.report import Progress
from tools.process_lock import alone

READ_ON = datetime.date(2026, 11, 1)
"""The day on which a corpus is read where a script names none, so that years never drift."""

Drawn = Callable[[], AbstractContextManager[Callable[[Progress], None]]]
"""Makes what shows how far the reading of people is."""


class Doors:
    """Every door and service that scripts need, opened when first asked for and closed together.

    People are read into folders below `root` (default: folders of its own, which go with it) and
    stay there. Several processes may share a root: one reads the people while the others wait.
    `headers` are sent to services elsewhere.
    """

    def __init__(
        self, drawn: Drawn | None = None, root: Path | None = None, headers: Sequence[str] = ()
    ) -> None:
        self._drawn: Drawn = drawn or (lambda: nullcontext(lambda _: None))
        self._root, self._headers = root, headers
        self._opened = AsyncExitStack()
        self._services: dict[str, Service] = {}
        self._drivers: dict[tuple[int, str], Driver] = {}

    async def __aenter__(self) -> Doors:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._opened.aclose()

    async def driver(self, run: Run, target: str) -> Driver:
        """Return what plays a run over a door of this process or a URL.

        Raises DoorError for another target, ScriptError when the run's people cannot be read,
        SlackSettingError where Slack's SDK is missing.
        """
        service = await self.service(run) if target in IN_PROCESS else None
        key = (id(service), target)
        if key not in self._drivers:
            opening: AbstractAsyncContextManager[Driver] = (
                _door(service, target) if service else http_driver(target, self._headers)
            )
            self._drivers[key] = await self._opened.enter_async_context(opening)
        return self._drivers[key]

    async def service(self, run: Run) -> Service:
        """Return a service with the run's people, at its date; raises ScriptError."""
        key = _key(run)
        if key not in self._services:
            with alone(self._root / "reading.lock") if self._root else nullcontext():
                self._services[key] = await self._open(run, self._folder(key))
        return self._services[key]

    async def _open(self, run: Run, folder: Path) -> Service:
        settings = read_settings(data_dir=folder, tenant=run.script.tenant)
        await aside(lambda: _prepare(run, settings, self._drawn))
        service = await self._opened.enter_async_context(
            open_service(settings, today=lambda: _today(run))
        )
        await service.warmed
        return service

    def _folder(self, key: str) -> Path:
        if self._root is None:
            made = tempfile.TemporaryDirectory(prefix="conversation-", ignore_cleanup_errors=True)
            return Path(self._opened.enter_context(made))
        folder = self._root / key
        folder.mkdir(parents=True, exist_ok=True)
        return folder


def corpus_of(run: Run) -> list[Path]:
    """Return the files and folders of a script's corpus; raises ScriptError for a missing one."""
    if run.script.corpus == "sample":
        sample = Path(str(files("tools").joinpath("sample")))
        return [sample / "people", sample / "files"]
    path = (run.path.parent / run.script.corpus).resolve()
    if not path.exists():
        raise ScriptError(
            f"{run.path}: corpus {run.script.corpus!r} does not exist beside the script: "
            "write sample, or a path from the script's folder."
        )
    return [path]


def _key(run: Run) -> str:
    """Return what runs must share to be played with one service: corpus, tenant and date."""
    told = [*map(str, corpus_of(run)), run.script.tenant, _today(run).isoformat()]
    return hashlib.sha256("\n".join(told).encode()).hexdigest()[:16]


def _today(run: Run) -> datetime.date:
    return run.script.today or READ_ON


def _prepare(run: Run, settings: Settings, drawn: Drawn) -> None:
    """Read the script's people, or leave them where they are already."""
    with closing(open_index(settings)) as index, drawn() as on_progress:
        work = Ingest(index, settings.tenant, today=_today(run))
        report = work.run(corpus_of(run), on_progress)
    if report.failed:
        raise ScriptError(f"{run.path}: the corpus cannot be read: {report.failed[0].message}")


@asynccontextmanager
async def _door(service: Service, target: str) -> AsyncIterator[Driver]:
    """Yield a driver over a door of a service."""
    if target == "graph":
        yield GraphDriver(service.conversation, service.index, service.settings.tenant)
    elif target == "http":
        async with _served(service) as url, http_driver(url) as driver:
            yield driver
    else:
        from agent.scripts.slack_driver import slack_driver

        async with slack_driver(service, blind=target == "slack:blind") as driver:
            yield driver


@asynccontextmanager
async def _served(service: Service) -> AsyncIterator[str]:
    """Serve a service on a free port of this machine and yield its address."""
    import uvicorn

    from agent.api import create_app

    @asynccontextmanager
    async def running(_: Any) -> AsyncIterator[Service]:
        yield service

    with socket.create_server(("127.0.0.1", 0)) as listening:
        config = uvicorn.Config(create_app(service.settings, running), log_level="error")
        server = uvicorn.Server(config)
        serving = asyncio.create_task(server.serve([listening]))
        while not server.started:  # noqa: ASYNC110 the server tells it in no other way
            await asyncio.sleep(0.01)
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        server.should_exit = True
        await serving
