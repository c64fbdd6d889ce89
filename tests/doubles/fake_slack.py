"""Fixtures: the Slack that scripts are rehearsed on, and the real SDK's client pointed at it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator

import pytest
from aiohttp import ClientSession
from slack_sdk.web.async_client import AsyncWebClient

from agent.scripts.fake_slack import SlackServer, Workspace, slack_server


@pytest.fixture
def slack() -> Iterator[SlackServer]:
    with slack_server() as server:
        yield server


@pytest.fixture
def team(slack: SlackServer) -> Workspace:
    return slack.install()


@pytest.fixture
async def client(slack: SlackServer, team: Workspace) -> AsyncIterator[AsyncWebClient]:
    async with ClientSession() as session:
        yield AsyncWebClient(team.token, base_url=slack.base_url, session=session)
