"""Makes what a model reads fit: old turns go first, then quotes and rows of large results."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec
from langchain_core.messages import AnyMessage, HumanMessage, ToolMessage

from graphs.calls import payload_of
from tools.evidence.quotes import shortened
from tools.toolbox import encode

_QUOTE_STEPS = (240, 120, 60)
"""Characters of a quote that stay, step by step; what stays is still verbatim."""
_LEFT_OUT = "[… {count:,} characters left out here: to search by all of them, write @message …]"


def fit(
    system: AnyMessage, history: Sequence[AnyMessage], turn: Sequence[AnyMessage], tokens: int
) -> list[AnyMessage]:
    """Return the messages in at most `tokens` tokens, by estimate, as far as that can be done."""
    room = 4 * tokens - _size([system])
    needed = _size(turn)
    if needed > room:
        turn, needed = _smaller(turn, room), min(needed, room)
    kept = list(history)
    while kept and needed + _size(kept) > room:
        kept = kept[2:]
    return [system, *kept, *turn]


def shrink(payload: dict[str, Any], most: int) -> dict[str, Any]:
    """Return a tool's answer in at most `most` characters of JSON, if leaving out can do it.

    First all but the first quote of a wish go, then quotes are cut, then people from the end of
    the list; `left_out` counts those.
    """
    if len(encode(payload)) <= most:
        return payload
    smaller: dict[str, Any] = _map_quotes(payload, None)
    for length in _QUOTE_STEPS:
        if len(encode(smaller)) <= most:
            return smaller
        smaller = _map_quotes(smaller, length)
    for key in ("rows", "people", "table"):
        while len(encode(smaller)) > most and len(smaller.get(key, ())) > 1:
            left_out = smaller.get("left_out", 0) + 1
            smaller = {**smaller, key: smaller[key][:-1], "left_out": left_out}
    return smaller


def _smaller(turn: Sequence[AnyMessage], room: int) -> list[AnyMessage]:
    """Return the turn with its largest parts cut, results to what the message leaves."""
    human, *rest = turn
    made: list[AnyMessage] = [_cut(human, max(2_000, room // 2))]
    results = sum(isinstance(m, ToolMessage) for m in rest)
    each = max(
        1_000,
        (room - _size([*made, *(m for m in rest if not isinstance(m, ToolMessage))]))
        // max(1, results),
    )
    for message in rest:
        if isinstance(message, ToolMessage):
            content = encode(shrink(payload_of(message), each))
            message = ToolMessage(content, tool_call_id=message.tool_call_id, name=message.name)
        made.append(message)
    return made


def _cut(message: AnyMessage, most: int) -> AnyMessage:
    text = str(message.text)
    if len(text) <= most:
        return message
    head, tail = most * 2 // 3, most // 3
    note = _LEFT_OUT.format(count=len(text) - head - tail)
    cut = f"{text[:head]}\n{note}\n{text[-tail:]}"
    return HumanMessage(cut, id=message.id, additional_kwargs=message.additional_kwargs)


def _map_quotes(node: Any, length: int | None) -> Any:
    """Return the payload with one quote a wish, each cut to `length` characters or its proof."""
    if isinstance(node, list):
        return [_map_quotes(item, length) for item in node]
    if not isinstance(node, dict):
        return node
    made = {k: _map_quotes(v, length) for k, v in node.items() if k != "evidence"}
    quote = made.get("quote")
    if length is not None and isinstance(quote, str) and len(quote) > length:
        made["quote"] = shortened(quote, str(made.get("proof", "")), length)
    return made


def _size(messages: Sequence[AnyMessage]) -> int:
    calls = sum(len(msgspec.json.encode(getattr(m, "tool_calls", None) or [])) for m in messages)
    return calls + sum(len(str(m.content)) for m in messages)
