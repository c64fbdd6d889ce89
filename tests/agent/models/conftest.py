"""A whole conversation over the small index, with the model that a setting names."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from agent.conversation import Conversation
from agent.matching import Matching
from agent.settings import Settings
from agent.storage.opening import open_threads
from agent.tracing import Trace
from agent.wiring import deps_of, models_of, writing_of
from graphs.recruiter import build
from tests.conftest import TODAY
from tools.index.local import LocalIndex
from tools.match import Job, match


@dataclass
class Talk:
    """A thread; `say` returns the events of a turn."""

    conversation: Conversation

    async def say(self, message: str, thread: str = "t") -> list[Any]:
        return [event async for event in self.conversation.stream(thread, message)]


Talking = Callable[..., AbstractAsyncContextManager[Talk]]


@pytest.fixture(autouse=True)
def every_line() -> Iterator[None]:
    """Let the scan of the run's log hear the lines of other libraries too, from DEBUG on."""
    root = logging.getLogger()
    level = root.level
    root.setLevel(logging.DEBUG)
    yield
    root.setLevel(level)


@pytest.fixture
def talking(tmp_path: Path, index: LocalIndex) -> Talking:
    """A maker of conversations from settings, without reading the environment of the machine."""

    @contextlib.asynccontextmanager
    async def open_talk(*, trace: Trace = lambda _: None, **settings: Any) -> AsyncIterator[Talk]:
        made = settings_of(data_dir=tmp_path, **settings)
        deps = deps_of(made, models_of(made), index, today=lambda: TODAY)
        async with open_threads(made) as kept:
            graph = build(kept.checkpoints)
            talk = Conversation(graph, deps, kept.checkpoints, kept.records, trace=trace)
            try:
                yield Talk(talk)
            finally:
                await talk.close()

    return open_talk


def settings_of(**given: Any) -> Settings:
    """Return settings made of what is given alone."""
    plain = {"openai_api_key": None, "openai_base_url": None, "aws_region": None}
    plain |= {"bedrock_endpoint": None, "bedrock_api_key": None}
    renamed = {
        key if key not in plain else f"MATCHER_{key.upper()}": value
        for key, value in {**plain, **given}.items()
    }
    return Settings(_env_file=None, **renamed)


def of(events: list[Any], name: str) -> list[dict[str, Any]]:
    """Return the data of the events of a name."""
    return [event.data for event in events if event.name == name]


def shown(events: list[Any]) -> list[str]:
    """Return the names of the first list that was shown, best first."""
    return [row["name"] for row in of(events, "candidates")[0]["shown"]]


def finished(events: list[Any]) -> dict[str, Any]:
    """Return how the turn ended."""
    return of(events, "turn_finished")[-1]


@pytest.fixture
def wordings_of(index: LocalIndex) -> Callable[..., Any]:
    """A maker of a match, explained in the words of the model that the settings name."""

    def make(job: str, top_k: int, **settings: Any) -> Matching:
        made = settings_of(**settings)
        found = match(index, "local", Job(job), top_k)
        return Matching(writing_of(made, models_of(made)), index, "local", found)

    return make
