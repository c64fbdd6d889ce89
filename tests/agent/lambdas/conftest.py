"""Recorded events with a key in them, and functions running under the emulator."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from agent.access.gatekeeper import open_keys
from agent.access.keys import mint
from agent.lambdas import observing
from agent.settings import Settings
from tests.emulator.processes import environment, handler
from tests.emulator.runtime_api import RuntimeApi, runtime_api

EVENTS = Path(__file__).parents[2] / "events"


@dataclass(frozen=True)
class Home:
    """A data directory with one key in it."""

    folder: Path
    key: str

    def event(self, name: str, **changed: Any) -> dict[str, Any]:
        """Return a recorded event with the key in its header."""
        text = (EVENTS / f"{name}.json").read_text("utf-8").replace("{key}", self.key)
        event: dict[str, Any] = json.loads(text)
        return event | changed


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """A data directory with the key of an admin of acme."""
    folder = tmp_path_factory.mktemp("home")
    with closing(open_keys(Settings(_env_file=None, data_dir=folder))) as store:
        return Home(folder, mint(store, "acme", "ann", "admin", now=1.0)[0])


@pytest.fixture(scope="module")
def log(home: Home) -> Path:
    """What the functions of a module print."""
    return home.folder / "log.txt"


@pytest.fixture(scope="module")
def buffered(home: Home, log: Path) -> Iterator[RuntimeApi]:
    """The buffered function under the real runtime client, restored from a snapshot."""
    with runtime_api() as api:
        more = {"AWS_LAMBDA_INITIALIZATION_TYPE": "snap-start"}
        env = environment(api, home.folder, **more)
        with handler(api, "agent.lambdas.buffered.handler", env, log):
            yield api


@pytest.fixture(autouse=True)
def logging_as_before() -> Iterator[None]:
    """Give the root logger back its handlers: a function of AWS takes them all for itself."""
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)
    observing.start.cache_clear()
