"""Reads a thread's messages: the turn that runs, and the tool calls still to be answered."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec
from langchain_core.messages import (
    AIMessage,
    AnyMessage,
    HumanMessage,
    InvalidToolCall,
    ToolCall,
    ToolMessage,
)

from tools.toolbox import TOOL_NAMES, encode


def split_turn(messages: Sequence[AnyMessage]) -> tuple[list[AnyMessage], list[AnyMessage]]:
    """Return (finished turns, the turn that runs), which begins with the last human message."""
    for at in range(len(messages) - 1, -1, -1):
        if isinstance(messages[at], HumanMessage):
            return list(messages[:at]), list(messages[at:])
    return [], list(messages)


def pending(messages: Sequence[AnyMessage]) -> ToolCall | None:
    """Return the first tool call of the turn that no message answers yet."""
    answered: set[str] = set()
    for message in reversed(messages):
        if isinstance(message, ToolMessage):
            answered.add(message.tool_call_id)
        elif isinstance(message, AIMessage):
            return next((c for c in message.tool_calls if c["id"] not in answered), None)
        else:
            return None
    return None


def payloads(turn: Iterable[AnyMessage]) -> list[dict[str, Any]]:
    """Return what the tools of a turn answered."""
    return [
        msgspec.json.decode(message.content)
        for message in turn
        if isinstance(message, ToolMessage) and isinstance(message.content, str)
    ]


def accepted(
    calls: Sequence[ToolCall], faulty: Sequence[InvalidToolCall], most: int, turn_size: int
) -> tuple[AIMessage, list[ToolMessage], bool]:
    """Return the model's message with unique call ids, refusals, and whether work is left.

    Refused at once are unknown tools, arguments that are no JSON object and calls over `most`;
    `turn_size` makes ids unique within the turn.
    """
    wanted: list[ToolCall] = []
    refusals: list[ToolMessage] = []
    said = [(c["name"], c.get("args") or {}, "") for c in calls]
    said += [(str(c.get("name")), {}, "its arguments are not a JSON object") for c in faulty]
    for number, (name, arguments, fault) in enumerate(said):
        call_id = f"call-{turn_size}-{number}"
        wanted.append(ToolCall(name=name, args=arguments, id=call_id, type="tool_call"))
        reason = fault or _refused(name, number, most)
        if reason:
            refusals.append(_refusal(name, call_id, reason))
    return AIMessage("", tool_calls=wanted), refusals, len(refusals) < len(wanted)


def _refused(name: str, number: int, most: int) -> str:
    if name not in TOOL_NAMES:
        return f"there is no such tool: use one of {', '.join(TOOL_NAMES)}"
    return f"at most {most} calls are made at once: call again with fewer" if number >= most else ""


def _refusal(name: str, call_id: str, reason: str) -> ToolMessage:
    code = "invalid_arguments" if name in TOOL_NAMES else "unknown_tool"
    fault = {"code": code, "message": f"{name} was not called, as {reason}."}
    content = encode({"tool": name, "error": fault})
    return ToolMessage(content, tool_call_id=call_id, name=name, status="error")
