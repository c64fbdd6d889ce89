"""Sets the stage for scripts played in this process: their people indexed, a service running."""

from __future__ import annotations

import datetime
import hashlib
import tempfile
from collections.abc import Callable
from contextlib import AbstractContextManager, AsyncExitStack, closing, nullcontext
from importlib.resources import files
from pathlib import Path

from agent.own_thread import aside
from agent.scripts.loading import Run, ScriptError
from agent.scripts.players import GraphPlayer, Player
from agent.settings import Settings, read_settings
from agent.wiring import Service, open_index, open_service
from tools.ingest.pipeline import Ingest
from tools.ingest.report import Progress
from tools.process_lock import alone

OnProgress = Callable[[Progress], None]
READ_ON = datetime.date(2026, 11, 1)
"""The day on which a corpus is read where a script names none, so that years never drift."""

Drawn = Callable[[], AbstractContextManager[OnProgress]]
"""Makes what shows how far the reading of people is."""


class Stages:
    """Every stage that scripts need, set when first asked for; struck when the context ends.

    People are read into folders below `root` (default: folders of its own, which go with it) and
    stay there. Several processes may share a root: one reads the people while the others wait.
    """

    def __init__(self, drawn: Drawn | None = None, root: Path | None = None) -> None:
        self._drawn: Drawn = drawn or (lambda: nullcontext(lambda _: None))
        self._root = root
        self._opened = AsyncExitStack()
        self._services: dict[str, Service] = {}
        self._slack: dict[tuple[int, bool], Player] = {}

    async def __aenter__(self) -> Stages:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._opened.aclose()

    async def player(self, run: Run) -> GraphPlayer:
        """Return a player on the run's stage; raises ScriptError when its people cannot be read."""
        service = await self.service(run)
        return GraphPlayer(service.conversation, service.index, service.settings.tenant)

    async def over_slack(self, run: Run, *, blind: bool = False) -> Player:
        """Return a player over the Slack door of the run's stage, `blind` in a channel of no names.

        Raises ScriptError as `player` does, SlackSettingError where Slack's SDK is missing.
        """
        service = await self.service(run)
        key = (id(service), blind)
        if key not in self._slack:
            from agent.scripts.slack_player import slack_player

            player = await self._opened.enter_async_context(slack_player(service, blind=blind))
            self._slack[key] = player
        return self._slack[key]

    async def service(self, run: Run) -> Service:
        """Return the service that runs on the run's stage; raises ScriptError."""
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
    """Return what runs must share to be played on one stage: corpus, tenant and date."""
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
