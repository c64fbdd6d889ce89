"""Listens to a model: releases grounded sentences as they come, collects tool calls and counts."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import aclosing
from typing import Any

import msgspec
from langchain_core.messages import (
    AIMessage,
    AIMessageChunk,
    AnyMessage,
    InvalidToolCall,
    ToolCall,
    ToolCallChunk,
)
from langchain_core.messages.ai import UsageMetadata, add_ai_message_chunks
from langchain_core.messages.tool import tool_call_chunk

from graphs.deps import Bounds, Speaks
from graphs.grounding import Grounding

Release = Callable[[str], None]

_CUT = ("length", "max_tokens", "model_context_window_exceeded")
_SLACK = 2
"""How far a server that knows no limit of length may go beyond it: tokens are only estimated."""
_STOPS = ("finish_reason", "stopReason", "stop_reason", "done_reason")


class ModelFault(Exception):
    """The model could not be heard; the message is a sentence for people, `code` its kind."""

    def __init__(self, sentence: str, code: str = "failed") -> None:
        super().__init__(sentence)
        self.code = code

    @property
    def reason(self) -> dict[str, str]:
        """Return the fault as doors see it."""
        return {"code": self.code, "message": str(self)}


class Said(msgspec.Struct, frozen=True):
    """One message of a model: its sentences, tool calls, tokens and time.

    `held` are the grounded sentences that were not released yet; `cut` says whether the model
    was stopped before its end. Tokens are counted by the provider, or else estimated.
    """

    held: Sequence[str] = ()
    calls: Sequence[ToolCall] = ()
    faulty: Sequence[InvalidToolCall] = ()
    input_tokens: int = 0
    output_tokens: int = 0
    ms: float = 0.0
    cut: bool = False
    estimated: bool = False


async def listen(
    model: Speaks,
    messages: Sequence[AnyMessage],
    grounding: Grounding,
    release: Release | None,
    bounds: Bounds,
) -> Said:
    """Stream one message of a model through the grounding filter.

    Without `release`, sentences are held until it is known that no tool call follows them, so
    that a preamble ("Let me look …") is never taken for an answer. Raises ModelFault for whatever
    goes wrong, the limit of time included; a sentence that was not finished is not released, nor
    is one that the limit of length cut.
    """
    held: list[str] = []
    hand_on = held.append if release is None else release

    def take(text: str) -> None:
        for sentence in grounding.feed(text):
            hand_on(sentence)

    said = await _hear(model, messages, take, bounds)
    for sentence in () if said.cut else grounding.finish():
        hand_on(sentence)
    return msgspec.structs.replace(said, held=held)


async def listen_freely(
    model: Speaks, messages: Sequence[AnyMessage], bounds: Bounds
) -> tuple[str, Said]:
    """Return what a model says, unfiltered: for code to read, never to be shown."""
    heard: list[str] = []
    said = await _hear(model, messages, heard.append, bounds)
    return "".join(heard), said


async def _hear(
    model: Speaks,
    messages: Sequence[AnyMessage],
    take: Release,
    bounds: Bounds,
) -> Said:
    """Stream one message and hand on its text."""
    started = bounds.clock()
    chunks: list[AIMessageChunk] = []
    stop, size = "", 0
    try:
        async with asyncio.timeout(bounds.seconds), aclosing(_chunks(model, messages)) as heard:
            async for piece in heard:
                chunk = _as_chunk(piece)
                text = _text(chunk)
                if text:
                    size += len(text)
                    take(text)
                stop = stop_reason(chunk) or stop
                if _carries_more(chunk):
                    chunks.append(chunk)
                size += sum(len(c["args"] or "") for c in _call_chunks(chunk))
                if tokens_in(size) > _SLACK * bounds.tokens:
                    stop = _CUT[0]
                    break
    except TimeoutError as error:
        raise ModelFault("The language model took too long.", "timeout") from error
    return _collect(chunks, messages, size, (bounds.clock() - started) * 1000, stop in _CUT)


def stop_reason(chunk: Any) -> str | None:
    """Return why the model stopped, which only the end of a message says."""
    said = getattr(chunk, "response_metadata", None) or {}
    return next((str(said[key]) for key in _STOPS if said.get(key)), None)


def cut_short(bounds: Bounds) -> dict[str, str]:
    """Return what doors are told of an answer that was longer than it may be."""
    text = f"The language model wrote more than {bounds.tokens:,} tokens (MATCHER_ANSWER_TOKENS)."
    return {"code": "cut_short", "message": text}


def usage(said: Said) -> UsageMetadata:
    """Return the tokens of a message as LangChain counts them."""
    used, made = said.input_tokens, said.output_tokens
    return UsageMetadata(input_tokens=used, output_tokens=made, total_tokens=used + made)


def tokens_in(characters: int) -> int:
    """Return an estimate of the tokens that so many characters make."""
    return characters // 4 + 1


async def _chunks(model: Speaks, messages: Sequence[AnyMessage]) -> AsyncGenerator[Any, None]:
    try:
        async for chunk in model.astream(list(messages)):
            yield chunk
    except ModelFault:
        raise
    except Exception as error:
        raise ModelFault(f"The language model failed ({type(error).__name__}).") from error


def _as_chunk(piece: Any) -> Any:
    """Return a piece of a stream as a chunk: models that do not stream send one whole message."""
    if isinstance(piece, AIMessageChunk) or not isinstance(piece, AIMessage):
        return piece
    return AIMessageChunk(
        content=piece.content,
        tool_call_chunks=chunks_of(piece.tool_calls),
        usage_metadata=piece.usage_metadata,
        response_metadata=piece.response_metadata,
    )


def chunks_of(calls: Sequence[ToolCall]) -> list[ToolCallChunk]:
    """Return whole calls as a stream has them."""
    return [
        tool_call_chunk(
            name=c["name"], args=msgspec.json.encode(c["args"]).decode(), id=c["id"], index=n
        )
        for n, c in enumerate(calls)
    ]


def _text(chunk: Any) -> str:
    return chunk.content if isinstance(chunk.content, str) else str(chunk.text)


def _call_chunks(chunk: Any) -> Sequence[Any]:
    return getattr(chunk, "tool_call_chunks", None) or ()


def _carries_more(chunk: Any) -> bool:
    """Return whether a chunk holds more than prose; adding up the others would cost for nothing."""
    return bool(
        _call_chunks(chunk)
        or getattr(chunk, "tool_calls", None)
        or getattr(chunk, "invalid_tool_calls", None)
        or getattr(chunk, "usage_metadata", None)
    )


def _collect(
    chunks: list[AIMessageChunk],
    messages: Sequence[AnyMessage],
    size: int,
    ms: float,
    cut: bool,
) -> Said:
    whole: Any = add_ai_message_chunks(AIMessageChunk(content=""), *chunks)
    calls, faulty = _calls(whole)
    usage = whole.usage_metadata or {
        "input_tokens": tokens_in(sum(len(str(m.content)) for m in messages)),
        "output_tokens": tokens_in(size),
    }
    return Said(
        calls=calls,
        faulty=faulty,
        input_tokens=usage["input_tokens"],
        output_tokens=usage["output_tokens"],
        ms=ms,
        cut=cut,
        estimated=not whole.usage_metadata,
    )


def _calls(whole: AIMessageChunk) -> tuple[list[ToolCall], list[InvalidToolCall]]:
    """Return the calls whose arguments are a JSON object, and the others.

    LangChain mends arguments that break off; half a wish would then be taken for a whole one.
    """
    if not whole.tool_call_chunks:
        return list(whole.tool_calls), list(whole.invalid_tool_calls)
    calls: list[ToolCall] = []
    faulty: list[InvalidToolCall] = []
    for said in whole.tool_call_chunks:
        name, text, call_id = said["name"] or "", said["args"] or "{}", said["id"]
        try:
            calls.append(ToolCall(name=name, args=_arguments(text), id=call_id, type="tool_call"))
        except msgspec.MsgspecError as error:
            faulty.append(
                InvalidToolCall(
                    name=name, args=text, id=call_id, error=str(error), type="invalid_tool_call"
                )
            )
    return calls, faulty


def _arguments(text: str) -> dict[str, Any]:
    found: Any = msgspec.json.decode(text)
    return msgspec.convert({} if found is None else found, dict[str, Any])
