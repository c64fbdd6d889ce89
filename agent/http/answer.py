"""Gathers a turn's events into the one JSON that `POST /agent` answers with."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

from pydantic import BaseModel, Field

from agent.events import Event


class Answer(BaseModel):
    """Everything a turn showed; lists are empty where it showed nothing of the kind."""

    session_id: str
    turn_id: str = ""
    answer: str = ""
    candidates: list[dict[str, Any]] = Field(default_factory=list)
    total: int | None = None
    criteria: list[dict[str, Any]] = Field(default_factory=list)
    weighs: list[str] = Field(default_factory=list)
    settings: list[dict[str, str]] = Field(default_factory=list)
    """What leaves people out of the list, by id and in words."""
    explanations: list[dict[str, Any]] = Field(default_factory=list)
    comparison: dict[str, Any] | None = None
    shortlist: list[dict[str, Any]] | None = None
    export: str = ""
    """Where the shortlist lies as a file, when it was asked for."""
    removed: list[dict[str, Any]] = Field(default_factory=list)
    error: dict[str, Any] | None = None
    degraded: bool = False
    reason: dict[str, str] | None = None
    model: str = ""
    tokens: dict[str, Any] = Field(default_factory=dict)
    ms: float | None = None


async def gathered(session_id: str, events: AsyncIterator[Event]) -> Answer:
    """Return the answer once the turn has ended."""
    answer = Answer(session_id=session_id)
    async for event in events:
        _take(answer, event)
    return answer


def _take(answer: Answer, event: Event) -> None:
    data = event.data
    match event.name:
        case "criteria":
            answer.criteria, answer.weighs = data["criteria"], data.get("weighs", [])
            answer.settings = data.get("settings", [])
        case "candidates":
            answer.candidates, answer.total = data["shown"], data.get("total")
        case "explanation":
            answer.explanations.append(data)
        case "comparison":
            answer.comparison = data
        case "shortlist":
            answer.shortlist = data["shortlist"]
            if data.get("export"):
                answer.export = f"/threads/{answer.session_id}/shortlist.csv"
        case "grounding":
            answer.removed.extend(data["removed"])
        case "error":
            answer.error = data
        case "turn_finished":
            answer.turn_id, answer.answer = data["turn_id"], data["answer"]
            answer.degraded, answer.ms = data["degraded"], data["ms"]
            answer.reason, answer.model = data.get("reason"), data["model"]
            answer.tokens = data["tokens"]
        case _:
            pass
