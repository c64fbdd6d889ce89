"""What a turn has come to so far: whom it explains, who answers it, and whether that may go on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from langchain_core.messages import AIMessage, AnyMessage, ToolMessage

from graphs.calls import is_call_fault
from graphs.deps import Limits

OFFLINE = "offline"
"""Marks the messages that the offline planner made in the place of a model."""
_FRUITLESS = 3
"""Messages in a row without a call that can be carried out, after which a model is given up."""

Reason = dict[str, str]


def is_offline(turn: Sequence[AnyMessage]) -> bool:
    """Return whether the offline planner has taken over in this turn."""
    return any(m.additional_kwargs.get(OFFLINE) for m in turn if isinstance(m, AIMessage))


def explained(found: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the people whom the turn explains, if it does nothing else."""
    if any(payload.get("tool") != "explain_match" for payload in found):
        return []
    return [person for payload in found for person in payload.get("people", ())]


def spent(turn: Sequence[AnyMessage], limits: Limits) -> Reason | None:
    """Return why a turn may not ask the model again: its steps or its tokens are used up."""
    said = [message for message in turn if isinstance(message, AIMessage)]
    tokens = sum(m.usage_metadata["total_tokens"] for m in said if m.usage_metadata)
    if tokens >= limits.turn_tokens:
        text = f"This message used up its {limits.turn_tokens:,} tokens (MATCHER_TURN_TOKENS)."
        return {"code": "budget_spent", "message": text}
    if len(said) >= limits.model_calls or _fruitless(turn):
        text = "The language model kept calling tools and gave no answer."
        return {"code": "too_many_steps", "message": text}
    return None


def _fruitless(turn: Sequence[AnyMessage]) -> bool:
    """Return whether the last messages of the model held no call that could be carried out."""
    rounds = 0
    for message in reversed(turn):
        if isinstance(message, AIMessage):
            rounds += 1
        elif not is_call_fault(message):
            return False
        if rounds == _FRUITLESS:
            return True
    return False


def without_faults(turn: Sequence[AnyMessage]) -> list[AnyMessage]:
    """Return the turn as if the calls that could not be carried out had never been made."""
    kept = [m for m in turn if isinstance(m, ToolMessage) and not is_call_fault(m)]
    if not kept:
        return list(turn[:1])
    ids = {message.tool_call_id for message in kept}
    made = [c for m in turn if isinstance(m, AIMessage) for c in m.tool_calls if c["id"] in ids]
    return [turn[0], AIMessage("", tool_calls=made), *kept]
