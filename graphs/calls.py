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

MESSAGE = "@message"
"""What a model writes for the recruiter's whole message, so that it need not repeat a long one."""
CALL_FAULTS = frozenset({"unknown_tool", "invalid_arguments", "repeated_call", "too_many_calls"})
"""Errors of the call itself, which tell the recruiter nothing."""


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
    return [payload_of(message) for message in turn if isinstance(message, ToolMessage)]


def payload_of(message: ToolMessage) -> dict[str, Any]:
    """Return what a tool answered."""
    payload: dict[str, Any] = msgspec.json.decode(str(message.content))
    return payload


def is_call_fault(message: AnyMessage) -> bool:
    """Return whether a message only says that a call was not carried out."""
    if not isinstance(message, ToolMessage):
        return False
    return payload_of(message).get("error", {}).get("code") in CALL_FAULTS


def accepted(
    calls: Sequence[ToolCall],
    faulty: Sequence[InvalidToolCall],
    most: int,
    turn: Sequence[AnyMessage],
) -> tuple[AIMessage, list[ToolMessage], bool]:
    """Return the model's message with unique call ids, refusals, and whether work is left.

    Refused at once are unknown tools, arguments that are no JSON object, calls the turn has
    carried out before, and calls over `most`.
    """
    wanted: list[ToolCall] = []
    refusals: list[ToolMessage] = []
    done = _carried_out(turn)
    said = [(c["name"], c.get("args") or {}, "") for c in calls]
    said += [(str(c.get("name")), {}, "invalid_arguments") for c in faulty]
    for number, (name, arguments, fault) in enumerate(said):
        call_id = f"call-{len(turn)}-{number}"
        wanted.append(ToolCall(name=name, args=arguments, id=call_id, type="tool_call"))
        key = _key(name, arguments)
        code = fault or _refused(name, number, most, again=key in done)
        done.add(key)
        if code:
            refusals.append(_refusal(name, call_id, code, most))
    return AIMessage("", tool_calls=wanted), refusals, len(refusals) < len(wanted)


def with_message(arguments: dict[str, Any], message: str) -> dict[str, Any]:
    """Return a call's arguments with the recruiter's message where the model refers to it."""
    return {k: message if v == MESSAGE else v for k, v in arguments.items()}


def _carried_out(turn: Sequence[AnyMessage]) -> set[str]:
    faults = {m.tool_call_id for m in turn if isinstance(m, ToolMessage) and is_call_fault(m)}
    return {
        _key(call["name"], call["args"])
        for message in turn
        if isinstance(message, AIMessage)
        for call in message.tool_calls
        if call["id"] not in faults
    }


def _key(name: str, arguments: dict[str, Any]) -> str:
    return name + msgspec.json.encode(arguments, order="deterministic").decode()


def _refused(name: str, number: int, most: int, *, again: bool) -> str:
    if name not in TOOL_NAMES:
        return "unknown_tool"
    if again:
        return "repeated_call"
    return "too_many_calls" if number >= most else ""


def _refusal(name: str, call_id: str, code: str, most: int) -> ToolMessage:
    why = {
        "unknown_tool": f"there is no such tool: use one of {', '.join(TOOL_NAMES)}",
        "invalid_arguments": "its arguments are not a JSON object: call it again with one",
        "repeated_call": "this very call was made in this turn before: use its result",
        "too_many_calls": f"at most {most} calls are made at once: call again with fewer",
    }[code]
    fault = {"code": code, "message": f"{name[:60]} was not called, as {why}."}
    content = encode({"tool": name[:60], "error": fault})
    return ToolMessage(content, tool_call_id=call_id, name=name, status="error")
