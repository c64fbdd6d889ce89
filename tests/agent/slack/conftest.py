"""A service with a few people and the Slack door on it, with what it said kept for the tests."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from agent.events import Event
from agent.service import Service
from agent.settings import Settings
from agent.slack.door import Door, open_door
from agent.slack.local_queue import LocalQueue
from agent.slack.places import Place
from agent.wiring import open_service
from tests.agent.cli.conftest import PEOPLE
from tests.agent.slack.payloads import SECRET, Request

PATIENCE = 60.0  # a hang ends here; a busy machine does not


@dataclass
class Heard:
    """What was told and said, in the order in which it was over."""

    told: list[tuple[Place, list[Event]]] = field(default_factory=list)
    said: list[tuple[Place, str]] = field(default_factory=list)

    async def tell(self, client: Any, place: Place, events: Any, *, blind: bool) -> None:
        self.told.append((place, [event async for event in events]))

    async def say(self, client: Any, place: Place, text: str) -> None:
        self.said.append((place, text))

    def messages(self) -> list[str]:
        """Return the answers, the first first."""
        return [events[-1].data["answer"] for _, events in self.told]


@dataclass
class Slack:
    """A service behind its Slack door."""

    service: Service
    door: Door
    heard: Heard

    async def send(self, request: Request) -> tuple[int, str]:
        """Send a request; return status and body of the answer."""
        body, headers = request
        answer = await self.door.answer(body, "", headers)
        return answer.status, answer.body

    async def settle(self) -> None:
        """Wait until all work is done."""
        assert isinstance(self.door.queue, LocalQueue)
        async with asyncio.timeout(PATIENCE):
            await self.door.queue.idle()


def settings_for(folder: Path, **more: Any) -> Settings:
    """Return settings with Slack set up for workspace T1."""
    told = {
        "data_dir": folder,
        "slack_bot_token": "xoxb-1",
        "slack_signing_secret": SECRET,
        "slack_teams": "T1=local,T2=other",
    }
    return Settings(**(told | more))


@asynccontextmanager
async def slack_on(settings: Settings, **more: Any) -> AsyncIterator[Slack]:
    """Yield the door of a service that is opened for it."""
    heard = Heard()
    async with open_service(settings, **more) as service:
        await service.warmed
        async with open_door(service, heard.tell, heard.say) as door:
            assert door is not None
            yield Slack(service, door, heard)


@pytest.fixture(scope="session")
def peopled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data directory with three people in it."""
    folder = tmp_path_factory.mktemp("slack")

    async def bring() -> None:
        async with open_service(Settings(data_dir=folder)) as service:
            lines = [json.dumps({"candidate_id": i, "text": t}) for i, t in PEOPLE.items()]
            service.ingest("local").run_records([("p.jsonl", "\n".join(lines).encode())])

    asyncio.run(bring())
    return folder


@pytest.fixture
async def slack(peopled: Path) -> AsyncIterator[Slack]:
    """The door with everything at its default."""
    async with slack_on(settings_for(peopled)) as opened:
        yield opened
