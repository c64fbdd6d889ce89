"""A fake Slack, the real SDK's client pointed at it, and turns to tell."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from typing import Any

import pytest

from agent.events import Event
from agent.scripts.fake_slack import SlackServer, Workspace
from agent.slack.places import Place
from tests.doubles.fake_slack import client, slack, team

__all__ = ["client", "slack", "team"]

THREAD = "1700000000.000100"
CHANNEL = Place("T0FAKE", "C0TEAM", THREAD, "U1", direct=False)
DIRECT = Place("T0FAKE", "D0ANA", THREAD, "U1", direct=True)


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


PYTHON = wish("skill", "Python")
SEARCH: list[tuple[str, dict[str, Any]]] = [
    ("tool_started", {"call_id": "1", "tool": "search_candidates", "args": {}}),
    ("criteria", {"criteria": [PYTHON], "added": [PYTHON], "removed": []}),
    (
        "candidates",
        {
            "search_id": "s",
            "total": 12,
            "offset": 0,
            "shown": [
                row(1, "Ana Delgado", [verdict("skill:python", "met", "Python since 2015")]),
                row(2, "Bo Ek", [verdict("skill:python", "unclear")]),
            ],
        },
    ),
    (
        "tool_finished",
        {"call_id": "1", "tool": "search_candidates", "ms": 3, "summary": "12 people"},
    ),
    token("Twelve people. "),
    token("Ana Delgado leads."),
]


def methods(slack: SlackServer) -> list[str]:
    return [call.method for call in slack.calls]


def read(team: Workspace, place: Place = CHANNEL) -> str:
    return team.read(place.channel, THREAD)
