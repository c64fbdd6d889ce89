"""Calls a tool as the graph does, for tests."""

from __future__ import annotations

from typing import Any

import msgspec

from tools.desk import Desk, Outcome
from tools.toolbox import DESK, toolbox


def call_tool(name: str, desk: Desk, arguments: dict[str, Any]) -> Outcome:
    """Carry out one call on a desk and return what it did, an error payload included."""
    call = {"name": name, "args": arguments, "id": "c1", "type": "tool_call"}
    message = toolbox()[name].invoke(call, {"configurable": {DESK: desk}})
    payload = msgspec.json.decode(message.content)
    done: Outcome = message.artifact or Outcome(desk, payload, summary="")
    return done
