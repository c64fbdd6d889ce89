"""Plays over Slack: signed events in, and what a fake Slack was sent out."""

from __future__ import annotations

import asyncio
import dataclasses
import hashlib
import hmac
import html
import itertools
import json
import secrets
import tempfile
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx
from pydantic import SecretStr

from agent.api import create_app
from agent.events import Event
from agent.scripts.drivers import DoorError, GraphDriver
from agent.scripts.fake_slack import Message, SlackServer, slack_server
from agent.scripts.slack_view import leaked, people_of, unseen
from agent.service import Service
from agent.slack.door import open_door
from agent.slack.places import Place

if TYPE_CHECKING:
    from slack_sdk.web.async_client import AsyncWebClient

_SECONDS = 120.0
_TEAM, _CHANNEL, _BOT, _USER = "T0FAKE", "C0TEAM", "U0MATCHER", "U0RECRUITER"


class SlackDriver:
    """Mentions the app in threads of a channel, and returns the turns that were told there.

    A turn counts once Slack has taken all that was to be shown of it. Where the channel is `blind`,
    one in which anybody of the conversations is named counts as not shown.
    """

    door = "slack"

    def __init__(
        self, server: SlackServer, signing_secret: str, reader: GraphDriver, *, blind: bool = False
    ) -> None:
        self.server, self._secret, self._reader = server, signing_secret, reader
        self._blind, self._names = blind, set[str]()
        self.workspace = server.install(_TEAM, channels=[_CHANNEL])
        self.client: httpx.AsyncClient
        self._numbers = itertools.count(1)
        self._began = 1_000_000_000 + secrets.randbelow(1_000_000_000)
        self._threads: dict[str, str] = {}
        self._awaited: dict[str, asyncio.Future[list[Event]]] = {}

    async def say(self, thread_id: str, message: str) -> list[Event]:
        """Return the events of a turn; raises DoorError when Slack would not show it."""
        ts = f"{self._began}.{next(self._numbers):06}"
        thread_ts = self._threads.setdefault(thread_id, ts)
        told: asyncio.Future[list[Event]] = asyncio.get_running_loop().create_future()
        self._awaited[thread_ts] = told
        answer = await self._send(_mention(message, ts, thread_ts))
        if answer.status_code != 200:
            raise DoorError(f"the Slack door answered an event with {answer.status_code}.")
        async with asyncio.timeout(_SECONDS):
            return await told

    async def texts(self, candidate_ids: Sequence[str]) -> dict[str, str]:
        """Return the stored texts."""
        return await self._reader.texts(candidate_ids)

    async def tell(
        self, client: AsyncWebClient, place: Place, events: AsyncIterator[Event], **more: Any
    ) -> None:
        """Tell a turn as the door does, and hand its events over when Slack has taken it."""
        from agent.slack import thread_messages

        kept: list[Event] = []

        async def passing() -> AsyncIterator[Event]:
            async for event in events:
                kept.append(event)
                yield event

        told = self._awaited[place.thread_ts]
        before = len(self.workspace.messages(_CHANNEL, place.thread_ts))
        try:
            await thread_messages.tell(client, place, passing(), **more)
            fault = self._fault(kept, self.workspace.messages(_CHANNEL, place.thread_ts)[before:])
        except Exception as refused:
            fault = str(refused)
        if fault:
            told.set_exception(DoorError(f"Slack did not show the turn: {fault}"))
        else:
            told.set_result(kept)

    def _fault(self, events: list[Event], messages: list[Message]) -> str:
        if not self._blind:
            return unseen(events, messages)
        self._names |= people_of(events)
        name = leaked(self._names, messages)
        return f"{name} is named" if name else unseen(events, messages, named=False)

    async def _send(self, event: dict[str, Any]) -> httpx.Response:
        body, stamp = json.dumps(event).encode(), str(int(time.time()))
        base = b"v0:%s:%s" % (stamp.encode(), body)
        signature = hmac.new(self._secret.encode(), base, hashlib.sha256).hexdigest()
        headers = {
            "content-type": "application/json",
            "x-slack-request-timestamp": stamp,
            "x-slack-signature": f"v0={signature}",
        }
        return await self.client.post("/slack/events", content=body, headers=headers)


@asynccontextmanager
async def slack_driver(service: Service, *, blind: bool = False) -> AsyncIterator[SlackDriver]:
    """Yield a driver over the Slack door of a service; raises SlackSettingError.

    With `blind` its channel is one without names.
    """
    async with AsyncExitStack() as opened:
        server: SlackServer = opened.enter_context(slack_server())
        folder = opened.enter_context(tempfile.TemporaryDirectory(prefix="slack-"))
        secret = secrets.token_hex(16)
        reader = GraphDriver(service.conversation, service.index, service.settings.tenant)
        driver = SlackDriver(server, secret, reader, blind=blind)
        settings = service.settings.model_copy(
            update={
                "data_dir": Path(folder),
                "slack_bot_token": SecretStr(driver.workspace.token),
                "slack_signing_secret": SecretStr(secret),
                "slack_teams": f"{_TEAM}={service.settings.tenant}",
                "slack_api_url": server.base_url,
                "slack_queue": None,
                "slack_blind": blind,
            }
        )

        @asynccontextmanager
        async def running(_: Any) -> AsyncIterator[Service]:
            yield dataclasses.replace(service, settings=settings)

        app = create_app(settings, running, partial(open_door, tell=driver.tell))
        await opened.enter_async_context(app.router.lifespan_context(app))
        driver.client = await opened.enter_async_context(
            httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://127.0.0.1")
        )
        yield driver


def _mention(message: str, ts: str, thread_ts: str) -> dict[str, Any]:
    """Return the event of a mention (docs.slack.dev/reference/events/app_mention)."""
    event = {
        "type": "app_mention",
        "user": _USER,
        "text": f"<@{_BOT}> {html.escape(message, quote=False)}",
        "channel": _CHANNEL,
        "ts": ts,
    }
    return {
        "type": "event_callback",
        "team_id": _TEAM,
        "event_id": f"Ev{ts}",
        "event": event | ({} if ts == thread_ts else {"thread_ts": thread_ts}),
        "authorizations": [{"team_id": _TEAM, "user_id": _BOT, "is_bot": True}],
    }
