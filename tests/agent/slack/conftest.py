"""A service with a few people behind the Slack door, and a Slack that checks what it is sent."""

from __future__ import annotations

import asyncio
import json
import shutil
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from agent.events import Event
from agent.scripts.fake_slack import SlackServer, Workspace, slack_server
from agent.service import Service
from agent.settings import Settings
from agent.slack import thread_messages
from agent.slack.door import Door, open_door
from agent.slack.local_queue import LocalQueue
from agent.slack.places import Place
from agent.wiring import open_service
from tests.agent.cli.conftest import PEOPLE
from tests.agent.slack.payloads import CHANNEL, DIRECT, SECRET, TEAM, Request

PATIENCE = 60.0  # a hang ends here; a busy machine does not
OTHER_TEAM = "T2"


@dataclass
class Heard:
    """The turns that were told, in the order in which their telling began."""

    told: list[tuple[Place, list[Event]]] = field(default_factory=list)

    async def tell(
        self, client: Any, place: Place, events: AsyncIterator[Event], **more: Any
    ) -> None:
        kept: list[Event] = []
        self.told.append((place, kept))

        async def passing() -> AsyncIterator[Event]:
            async for event in events:
                kept.append(event)
                yield event

        await thread_messages.tell(client, place, passing(), **more)


@dataclass
class Slack:
    """A service behind its Slack door, with the Slack at the other end."""

    service: Service
    door: Door
    heard: Heard
    server: SlackServer

    @property
    def team(self) -> Workspace:
        return self.server.workspaces["xoxb-1"]

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

    def said(self, channel: str = CHANNEL) -> list[str]:
        """Return the messages of the app in a channel as people read them."""
        return [message.read() for message in self.team.messages(channel)]

    def turns(self, thread_id: str, owner: str = "", tenant: str = "local") -> list[str]:
        """Return what was said to us in a thread."""
        _, turns = self.service.records.transcript(tenant, owner or thread_id, thread_id)
        return [turn.message for turn in turns]


def settings_for(folder: Path, server: SlackServer, **more: Any) -> Settings:
    """Return settings with Slack set up for workspaces T1 and T2."""
    told = {
        "data_dir": folder,
        "slack_bot_token": "T1=xoxb-1,T2=xoxb-2,T3=xoxb-3",
        "slack_signing_secret": SECRET,
        "slack_teams": "T1=local,T2=other",
        "slack_api_url": server.base_url,
    }
    return Settings(**(told | more))


@asynccontextmanager
async def slack_on(settings: Settings, server: SlackServer, **more: Any) -> AsyncIterator[Slack]:
    """Yield the door of a service that is opened for it."""
    heard = Heard()
    async with open_service(settings, **more) as service:
        await service.warmed
        async with open_door(service, heard.tell) as door:
            assert door is not None
            yield Slack(service, door, heard, server)


@pytest.fixture
def server() -> Iterator[SlackServer]:
    """Slack, with the app installed in three teams; T3 is none that is served."""
    with slack_server() as running:
        for at, team in enumerate((TEAM, OTHER_TEAM, "T3"), 1):
            running.install(team, token=f"xoxb-{at}", channels=[CHANNEL], directs=[DIRECT])
        yield running


@pytest.fixture
def peopled(with_people: Path, tmp_path: Path) -> Path:
    """A data directory of this test's own with three people in it."""
    return Path(shutil.copytree(with_people, tmp_path / "slack"))


@pytest.fixture(scope="session")
def with_people(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data directory with three people in it, to be copied."""
    folder = tmp_path_factory.mktemp("slack")

    async def bring() -> None:
        async with open_service(Settings(data_dir=folder)) as service:
            lines = [json.dumps({"candidate_id": i, "text": t}) for i, t in PEOPLE.items()]
            service.ingest("local").run_records([("p.jsonl", "\n".join(lines).encode())])

    asyncio.run(bring())
    return folder


@pytest.fixture
async def slack(peopled: Path, server: SlackServer) -> AsyncIterator[Slack]:
    """The door with everything at its default."""
    async with slack_on(settings_for(peopled, server), server) as opened:
        yield opened
