"""Listens to a model: releases grounded sentences as they come, collects tool calls and counts."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from functools import reduce
from operator import add
from typing import Any

import msgspec
from langchain_core.messages import AIMessageChunk, AnyMessage, InvalidToolCall, ToolCall

from graphs.deps import Deps
from graphs.grounding import Grounding

Release = Callable[[str], None]


class ModelFault(Exception):
    """The model could not be heard; the message is the provider's kind of error, nothing more."""


class Said(msgspec.Struct, frozen=True):
    """One message of a model: what was released of it, its tool calls, tokens and time."""

    text: str
    calls: Sequence[ToolCall] = ()
    faulty: Sequence[InvalidToolCall] = ()
    input_tokens: int = 0
    output_tokens: int = 0
    ms: float = 0.0


async def listen(
    deps: Deps, messages: Sequence[AnyMessage], grounding: Grounding, release: Release, hold: bool
) -> Said:
    """Stream one message of the model through the grounding filter.

    With `hold`, sentences wait until it is known that no tool call follows them, so that a
    preamble ("Let me look …") is never taken for an answer. Raises TimeoutError when the model
    takes longer than the limit, and ModelFault for whatever the provider raises.
    """
    started = deps.clock()
    chunks: list[AIMessageChunk] = []
    released: list[str] = []

    def pass_on(sentences: list[str]) -> None:
        released.extend(sentences)
        if not hold:
            for sentence in sentences:
                release(sentence)

    async with asyncio.timeout(deps.limits.model_seconds):
        async for chunk in _chunks(deps, messages):
            text = _text(chunk)
            if text:
                pass_on(grounding.feed(text))
            if _carries_more(chunk):
                chunks.append(chunk)
    pass_on(grounding.finish())
    said = _collect(chunks, "".join(released), (deps.clock() - started) * 1000)
    if hold and not said.calls and not said.faulty:
        for sentence in released:
            release(sentence)
    return said


async def _chunks(deps: Deps, messages: Sequence[AnyMessage]) -> AsyncIterator[Any]:
    try:
        async for chunk in deps.model.astream(list(messages)):
            yield chunk
    except Exception as error:
        raise ModelFault(type(error).__name__) from error


def _text(chunk: Any) -> str:
    return chunk.content if isinstance(chunk.content, str) else str(chunk.text)


def _carries_more(chunk: Any) -> bool:
    """Return whether a chunk holds more than prose; adding up the others would cost for nothing."""
    return bool(
        getattr(chunk, "tool_call_chunks", None)
        or getattr(chunk, "tool_calls", None)
        or getattr(chunk, "invalid_tool_calls", None)
        or getattr(chunk, "usage_metadata", None)
    )


def _collect(chunks: list[AIMessageChunk], text: str, ms: float) -> Said:
    if not chunks:
        return Said(text, ms=ms)
    whole = reduce(add, chunks)
    usage: Any = whole.usage_metadata or {}
    return Said(
        text=text,
        calls=whole.tool_calls,
        faulty=whole.invalid_tool_calls,
        input_tokens=usage.get("input_tokens", 0),
        output_tokens=usage.get("output_tokens", 0),
        ms=ms,
    )
