"""The events a door can see: a name, a sequence number within the turn, and plain data."""

from __future__ import annotations

from typing import Any, Literal

import msgspec

EventName = Literal[
    "turn_started",
    "token",
    "tool_started",
    "tool_finished",
    "criteria",
    "candidates",
    "explanation",
    "comparison",
    "shortlist",
    "approval_requested",
    "grounding",
    "self_check",
    "turn_finished",
    "error",
]


class Event(msgspec.Struct, frozen=True):
    """One thing that happened in a turn; `seq` starts at 1 and has no gaps."""

    seq: int
    name: EventName
    data: dict[str, Any]
