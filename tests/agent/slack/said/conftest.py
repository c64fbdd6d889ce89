"""A Slack to rehearse with, the real SDK's client pointed at it, and turns to tell."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Sequence
from typing import Any

import pytest
from aiohttp import ClientSession
from slack_sdk.web.async_client import AsyncWebClient

from agent.events import Event
from agent.scripts.workspace import SlackServer, Workspace, slack_server
from agent.slack.places import Place

THREAD = "1700000000.000100"
CHANNEL = Place("T0REHEARSE", "C0TEAM", THREAD, "U1", direct=False)
DIRECT = Place("T0REHEARSE", "D0ANA", THREAD, "U1", direct=True)


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


class Clock:
    """Time that passes by sleeping alone."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.slept: list[float] = []

    def __call__(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


def wish(kind: str, value: Any, weight: str = "must") -> dict[str, Any]:
    return {"id": f"{kind}:{str(value).casefold()}", "kind": kind, "value": value, "weight": weight}


def verdict(criterion: str, word: str, quote: str | None = None, note: str = "") -> dict[str, Any]:
    return {"criterion": criterion, "verdict": word, "quote": quote, "note": note}


def row(rank: int, name: str, verdicts: Sequence[dict[str, Any]] = (), **more: Any) -> Any:
    return {
        "rank": rank,
        "candidate_id": f"id-{rank}",
        "name": name,
        "headline": "Data Scientist",
        "location": "Berlin, Germany",
        "years_experience": 7.5,
        "score": 0.5,
        "verdicts": list(verdicts),
        "warnings": [],
        **more,
    }


def turn(*events: tuple[str, dict[str, Any]], degraded: bool = False) -> list[Event]:
    """Return a whole turn around what happens in it."""
    told: list[tuple[Any, dict[str, Any]]] = [
        ("turn_started", {"thread_id": "t", "turn_id": "turn-1"}),
        *events,
        ("turn_finished", {"turn_id": "turn-1", "answer": "", "degraded": degraded}),
    ]
    return [Event(seq, name, data) for seq, (name, data) in enumerate(told, 1)]


def token(text: str) -> tuple[str, dict[str, Any]]:
    return "token", {"text": text}


async def stream(events: Sequence[Event]) -> AsyncIterator[Event]:
    for event in events:
        yield event
