"""What a turn costs on AWS, counted on the wire: calls, bytes written, and that neither grows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from agent.settings import Settings
from agent.wiring import open_service
from tests.services.stack import Stack, fresh_name
from tools.index.aws.clients import client

MOST_CALLS = 5
TURNS = 300
WRITES = {"PutItem", "UpdateItem", "DeleteItem", "BatchWriteItem", "TransactWriteItems"}
MESSAGES = ("find nurses", "only in Houston", "why is #1 a good match?", "show more", "undo")
PADDING = "The ward is busy and the team is kind. " * 60


@dataclass
class Wire:
    """What went to DynamoDB since it was last emptied."""

    calls: Counter[str] = field(default_factory=Counter)
    written: int = 0

    def note(self, request: Any, **_: Any) -> None:
        target = request.headers["X-Amz-Target"]
        named = target.decode() if isinstance(target, bytes) else target
        operation = named.partition(".")[2]
        self.calls[operation] += 1
        if operation in WRITES:
            self.written += len(request.body)

    def emptied(self) -> tuple[Counter[str], int]:
        told = (self.calls, self.written)
        self.calls, self.written = Counter(), 0
        return told


@pytest.fixture
def wire(services: Stack) -> Iterator[Wire]:
    events = client("dynamodb", services.region).meta.events
    made = Wire()
    events.register("before-send.dynamodb", made.note, unique_id="wire")
    yield made
    events.unregister("before-send.dynamodb", unique_id="wire")


async def test_three_hundred_long_turns_cost_what_five_did(
    wire: Wire,
    aws_environment: dict[str, str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    people: list[Any],
) -> None:
    for name, value in aws_environment.items():
        monkeypatch.setenv(name, value)
    settings = Settings(data_dir=tmp_path, tenant=fresh_name("costs"))
    async with open_service(settings) as service:
        service.index.upsert(settings.tenant, people)
        await service.warmed
        costs = []
        for number in range(TURNS):
            wire.emptied()
            said = service.conversation.stream(
                "long", f"{MESSAGES[number % 5]}. {PADDING}"[:2048], tenant=settings.tenant
            )
            names = [event.name async for event in said]
            costs.append(wire.emptied())
            assert "error" not in names, number
        whole = await service.conversation.transcript("long", tenant=settings.tenant)
    assert len(whole["turns"]) == TURNS
    calls = [sum(made.values()) for made, _ in costs]
    # The same message five turns on, past the window: the ten turns around each are compared.
    early, late = (sum(w for _, w in costs[at : at + 10]) / 10 for at in (5, 200))
    print(f"calls a turn: {Counter(calls)}, the dearest {costs[calls.index(max(calls))][0]}")
    print(f"bytes written a turn: {early:.0f} at turns 5-14, {late:.0f} at turns 200-209")
    assert max(calls) <= MOST_CALLS
    assert late <= 1.2 * early
