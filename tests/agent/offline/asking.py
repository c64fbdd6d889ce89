"""Asks the planner over a desk: an empty one, or one with three people on screen."""

from __future__ import annotations

import json
from typing import Any

from langchain_core.messages import (
    AIMessage,
    BaseMessage,
    HumanMessage,
    SystemMessage,
    ToolMessage,
)

from agent.offline.planner import OfflinePlanner

NURSE = {"kind": "title", "value": "Registered Nurse", "weight": "must"}
JAVA_UNWANTED = {"id": "skill:java", "kind": "skill", "value": "Java", "weight": "avoid"}
BERLIN = {"kind": "location", "value": "Berlin", "weight": "must"}


def desk(**changes: Any) -> SystemMessage:
    plain = {
        "criteria": [],
        "shown": [],
        "total": 0,
        "offset": 0,
        "more": False,
        "discussed": "",
        "shortlist": [],
        "can_undo": False,
        "today": "2026-11-22",
    }
    return SystemMessage("The prompt.", additional_kwargs={"desk": plain | changes})


def on_screen(**changes: Any) -> SystemMessage:
    criteria = [{"id": "title:registered-nurse", **NURSE}, {"id": "location:berlin", **BERLIN}]
    return desk(
        **{"criteria": criteria, "shown": [1, 2, 3], "total": 3, "can_undo": True} | changes
    )


def ask(*messages: BaseMessage) -> AIMessage:
    return OfflinePlanner().invoke(list(messages))


def worded(said: str, payload: dict[str, Any]) -> str:
    """Return how a tool's result is told to whoever said that."""
    tool = payload["tool"]
    call = AIMessage("", tool_calls=[{"name": tool, "args": {}, "id": "c1"}])
    result = ToolMessage(json.dumps(payload), name=tool, tool_call_id="c1")
    return str(ask(on_screen(), HumanMessage(said), call, result).text)
