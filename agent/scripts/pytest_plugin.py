"""The pytest plugin: every `*.conversation.yaml` is collected, and each play of it is a test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from agent.scripts.targets import TARGETS

if TYPE_CHECKING:
    from agent.scripts.loading import Run
    from agent.scripts.runner import Runner

_SUFFIX = ".conversation.yaml"
_RUNNER = pytest.StashKey["Runner"]()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option and the setting that choose the doors."""
    parser.addini("conversation_doors", "Doors scripts are played over.", type="args", default=[])
    group = parser.getgroup("conversations", "scripted conversations")
    group.addoption(
        "--conversation-doors",
        metavar="DOORS",
        help=f"Doors scripts are played over, separated by commas: {TARGETS}.",
    )


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Collect a script."""
    if file_path.name.endswith(_SUFFIX):
        return ScriptFile.from_parent(parent, path=file_path)
    return None


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Close what was opened for the scripts."""
    runner = session.config.stash.get(_RUNNER, None)
    if runner is not None:
        runner.close()


class ScriptFile(pytest.File):
    """A script with its plays."""

    def collect(self) -> Iterator[pytest.Item]:
        """Yield a test for each play over each door; a malformed script fails here, with its line.

        Raises CollectError.
        """
        from agent.scripts.loading import ScriptError, runs_of

        try:
            runs = runs_of(self.path)
        except ScriptError as error:
            raise self.CollectError(str(error)) from error
        for door in _doors(self.config):
            for run in runs:
                label = f"[{run.label}]" if run.label else ""
                name = f"{run.script.script}{label} ({door})"
                yield Play.from_parent(self, name=name, run=run, door=door)


class NotAsExpectedError(Exception):
    """A play that was not as its script expects."""


class Play(pytest.Item):
    """One play of a script over a door."""

    def __init__(self, *, run: Run, door: str, **others: Any) -> None:
        super().__init__(**others)
        self.run, self.door = run, door
        if run.script.skip:
            self.add_marker(pytest.mark.skip(reason=run.script.skip))

    def runtest(self) -> None:
        """Play it; raises NotAsExpectedError with the transcript."""
        played = _runner(self.config).play(self.run, self.door)
        if played.failures:
            from agent.scripts.report import transcript

            raise NotAsExpectedError(transcript(played))

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], *args: Any) -> Any:
        """Return the transcript for what was not as expected, without a traceback."""
        if isinstance(excinfo.value, NotAsExpectedError):
            return str(excinfo.value)
        return super().repr_failure(excinfo, *args)

    def reportinfo(self) -> tuple[Path, int, str]:
        """Return where the script stands and what it shows."""
        return self.path, 0, self.name


def _doors(config: pytest.Config) -> list[str]:
    typed = config.getoption("--conversation-doors")
    named = typed.split(",") if typed else config.getini("conversation_doors")
    return [str(door).strip() for door in named if str(door).strip()] or ["graph"]


def _runner(config: pytest.Config) -> Runner:
    if _RUNNER not in config.stash:
        from agent.scripts.runner import Runner

        config.stash[_RUNNER] = Runner(people_root(config))
    return config.stash[_RUNNER]


def people_root(config: pytest.Config) -> Path:
    """Return the folder below which all processes of a run read the people of scripts, once."""
    factory = config._tmp_path_factory  # type: ignore[attr-defined] # pytest gives no other way in a hook
    base: Path = factory.getbasetemp()
    shared = base.parent if hasattr(config, "workerinput") else base
    return shared / "conversations"
