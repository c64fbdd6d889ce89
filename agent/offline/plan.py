"""What the planner decides for one message: tool calls in order, or something to say."""

from __future__ import annotations

from typing import Any

import msgspec

from tools.criteria import Criteria


class Call(msgspec.Struct, frozen=True):
    """One tool call, by tool name and plain JSON arguments."""

    tool: str
    args: dict[str, Any] = {}


class Plan(msgspec.Struct, frozen=True):
    """Calls to make, or, where there are none, the answer itself."""

    calls: tuple[Call, ...] = ()
    say: str = ""


def call(tool: str, **args: Any) -> Plan:
    """Return a plan of one call."""
    return Plan(calls=(Call(tool, args),))


def say(text: str) -> Plan:
    """Return a plan that answers without a tool."""
    return Plan(say=text)


def arguments(criteria: Criteria) -> list[dict[str, object]]:
    """Return wishes as tool arguments, without what is left at its default."""
    return [{k: v for k, v in c.public().items() if k != "id"} for c in criteria]
