"""Plays messages over a door: each driver says one thing and returns the events that came."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Any, Protocol
from urllib.parse import quote

import httpx
import msgspec

from agent.conversation import Conversation
from agent.events import Event
from agent.faults import ConversationError
from agent.scripts.targets import TARGETS
from tools.index.base import CandidateIndex

_SECONDS = 120.0


class DoorError(Exception):
    """A door cannot be played over; the message names it and the mend."""


class Driver(Protocol):
    """Says messages over one door."""

    @property
    def door(self) -> str:
        """Return the name of the door: graph, http or slack."""
        ...

    async def say(self, thread_id: str, message: str) -> list[Event]:
        """Return the events of a turn; a refusal before the first is one `error` event."""
        ...

    async def texts(self, candidate_ids: Sequence[str]) -> dict[str, str]:
        """Return candidate_id → stored text, by which quotes are checked."""
        ...


class GraphDriver:
    """Plays in this process, straight at the conversation."""

    door = "graph"

    def __init__(self, conversation: Conversation, index: CandidateIndex, tenant: str) -> None:
        self._conversation, self._index, self._tenant = conversation, index, tenant

    async def say(self, thread_id: str, message: str) -> list[Event]:
        """Return the events of a turn."""
        told = self._conversation.stream(thread_id, message, tenant=self._tenant)
        try:
            return [event async for event in told]
        except ConversationError as error:
            return [refusal(error.code, str(error))]

    async def texts(self, candidate_ids: Sequence[str]) -> dict[str, str]:
        """Return the stored texts."""
        people = self._index.get(self._tenant, list(candidate_ids))
        return {i: person.text for i, person in people.items()}


class HttpDriver:
    """Plays over `POST /chat` of a running service, here or anywhere."""

    door = "http"

    def __init__(self, client: httpx.AsyncClient) -> None:
        self._client = client
        self._texts: dict[str, str] = {}

    async def say(self, thread_id: str, message: str) -> list[Event]:
        """Return the events of a turn; raises DoorError when nobody answers."""
        body = {"thread_id": thread_id, "message": message}
        try:
            async with self._client.stream("POST", "/chat", json=body) as answer:
                if answer.status_code != 200:
                    return [_refused(answer.status_code, await answer.aread())]
                return [event async for event in sse_events(answer.aiter_lines())]
        except httpx.HTTPError as error:
            raise DoorError(
                f"{self._client.base_url} does not answer ({type(error).__name__}): "
                "check the address, and that the service runs."
            ) from error

    async def texts(self, candidate_ids: Sequence[str]) -> dict[str, str]:
        """Return the stored texts, each asked for once."""
        for candidate_id in candidate_ids:
            if candidate_id not in self._texts:
                answer = await self._client.get(f"/candidates/{quote(candidate_id, safe='')}")
                if answer.status_code == 200:
                    self._texts[candidate_id] = answer.json()["text"]
        return {i: self._texts[i] for i in candidate_ids if i in self._texts}


@asynccontextmanager
async def http_driver(url: str, headers: Sequence[str] = ()) -> AsyncIterator[HttpDriver]:
    """Yield a driver over a URL; `headers` are lines such as "X-API-Key: …".

    Raises DoorError for an address or a header that cannot be used.
    """
    pairs = [line.partition(":") for line in headers]
    if any(not colon or not name.strip() for name, colon, _ in pairs):
        raise DoorError("a header is written 'Name: value', as in 'Authorization: Bearer …'.")
    if not url.startswith(("http://", "https://")):
        raise DoorError(f"{url!r} is no address: write {TARGETS} as http://HOST:PORT.")
    named = {name.strip(): value.strip() for name, _, value in pairs}
    async with httpx.AsyncClient(base_url=url, headers=named, timeout=_SECONDS) as client:
        yield HttpDriver(client)


async def sse_events(lines: AsyncIterator[str]) -> AsyncIterator[Event]:
    """Yield the events of a server-sent stream (WHATWG HTML, 9.2), comments passed over."""
    fields: dict[str, str] = {}
    async for line in lines:
        if line.startswith(":"):
            continue
        if line:
            name, _, value = line.partition(":")
            fields[name] = value.removeprefix(" ")
        elif "data" in fields:
            data: dict[str, Any] = msgspec.json.decode(fields["data"])
            yield Event(int(fields.get("id", 0)), fields["event"], data)  # type: ignore[arg-type] # the wire says which
            fields = {}


def refusal(code: str, message: str) -> Event:
    """Return the event that stands for a turn that was refused before it began."""
    return Event(0, "error", {"code": code, "message": message, "retryable": False})


def _refused(status: int, body: bytes) -> Event:
    try:
        fault = msgspec.json.decode(body)["error"]
        return refusal(str(fault["code"]), str(fault["message"]))
    except (msgspec.DecodeError, KeyError, TypeError):
        return refusal(f"http_{status}", f"The service answered with status {status}.")
