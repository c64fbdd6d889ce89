"""OfflinePlanner: a LangChain chat model that needs no network, no key and no language model."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Iterator, Sequence
from hashlib import blake2b
from typing import Any

import msgspec
from langchain_core.callbacks import (
    AsyncCallbackManagerForLLMRun,
    CallbackManagerForLLMRun,
)
from langchain_core.language_models import BaseChatModel, LanguageModelInput
from langchain_core.language_models.base import LangSmithParams
from langchain_core.messages import (
    AIMessage,
    AIMessageChunk,
    BaseMessage,
    HumanMessage,
    ToolCall,
    ToolMessage,
)
from langchain_core.outputs import ChatGeneration, ChatGenerationChunk, ChatResult
from langchain_core.runnables import Runnable
from langchain_core.utils.function_calling import convert_to_openai_tool

from agent.offline.intents import decide
from agent.offline.plan import Plan
from agent.offline.situation import read_situation
from agent.offline.wording import word_answer
from graphs.model_stream import chunks_of

MODEL_NAME = "offline"
_WORDS = re.compile(r"\S*\s*")


class OfflinePlanner(BaseChatModel):
    """Turns recruiter language into tool calls, and what tools found into sentences.

    The same messages give the same answer, bit for bit.
    """

    model: str = MODEL_NAME

    @property
    def _llm_type(self) -> str:
        return "candidate-matcher-offline"

    @property
    def _identifying_params(self) -> dict[str, Any]:
        return {"model": self.model}

    def _get_ls_params(self, stop: list[str] | None = None, **kwargs: Any) -> LangSmithParams:
        name = str(kwargs.get("model", self.model))
        params = LangSmithParams(
            ls_provider="candidate-matcher", ls_model_name=name, ls_model_type="chat"
        )
        if stop:
            params["ls_stop"] = stop
        return params

    def bind_tools(
        self,
        tools: Sequence[Any],
        *,
        tool_choice: str | None = None,
        **kwargs: Any,
    ) -> Runnable[LanguageModelInput, AIMessage]:
        """Return this planner, restricted to calling the given tools."""
        return self.bind(tool_names=frozenset(_name(t) for t in tools), **kwargs)

    def _generate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> ChatResult:
        return _result(answer(messages, kwargs.get("tool_names")))

    async def _agenerate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: AsyncCallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> ChatResult:
        return _result(answer(messages, kwargs.get("tool_names")))

    def _stream(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> Iterator[ChatGenerationChunk]:
        for chunk in _chunks(answer(messages, kwargs.get("tool_names"))):
            if run_manager:
                run_manager.on_llm_new_token(str(chunk.text), chunk=chunk)
            yield chunk

    async def _astream(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: AsyncCallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> AsyncIterator[ChatGenerationChunk]:
        for chunk in _chunks(answer(messages, kwargs.get("tool_names"))):
            if run_manager:
                await run_manager.on_llm_new_token(str(chunk.text), chunk=chunk)
            yield chunk


def answer(messages: Sequence[BaseMessage], tool_names: frozenset[str] | None = None) -> AIMessage:
    """Return the next message: tool calls, an answer in words, or the wording of tool results."""
    results = _results(messages)
    if results:
        return AIMessage(word_answer(read_situation(messages), results))
    plan = decide(read_situation(messages))
    if tool_names is not None and any(c.tool not in tool_names for c in plan.calls):
        plan = Plan(say="That cannot be done here: the tool for it is switched off.")
    return AIMessage(plan.say, tool_calls=_calls(plan, messages))


def _results(messages: Sequence[BaseMessage]) -> list[dict[str, Any]]:
    """Return the payloads of the tools called since the recruiter last spoke, oldest first."""
    payloads: list[dict[str, Any]] = []
    for message in reversed(messages):
        if isinstance(message, HumanMessage):
            break
        if isinstance(message, ToolMessage):
            payloads.append(_payload(message))
    return payloads[::-1]


def _payload(message: ToolMessage) -> dict[str, Any]:
    try:
        payload = msgspec.json.decode(str(message.text))
    except msgspec.DecodeError:
        payload = None
    if isinstance(payload, dict):
        return payload
    return {"tool": message.name, "error": {"code": "unreadable", "message": ""}}


def _calls(plan: Plan, messages: Sequence[BaseMessage]) -> list[ToolCall]:
    if not plan.calls:
        return []
    turn = blake2b(digest_size=6)
    turn.update(str(len(messages)).encode())
    for message in messages[-3:]:
        turn.update(str(message.text).encode("utf-8", "replace"))
    return [
        ToolCall(name=c.tool, args=c.args, id=f"call_{turn.hexdigest()}_{n}", type="tool_call")
        for n, c in enumerate(plan.calls, 1)
    ]


def _name(tool: Any) -> str:
    name = getattr(tool, "name", None)
    return name if isinstance(name, str) else convert_to_openai_tool(tool)["function"]["name"]


def _result(message: AIMessage) -> ChatResult:
    return ChatResult(generations=[ChatGeneration(message=message)])


def _chunks(message: AIMessage) -> Iterator[ChatGenerationChunk]:
    for word in _WORDS.findall(str(message.text)):
        if word:
            yield ChatGenerationChunk(message=AIMessageChunk(content=word))
    if message.tool_calls:
        calls = chunks_of(message.tool_calls)
        yield ChatGenerationChunk(message=AIMessageChunk(content="", tool_call_chunks=calls))
    yield ChatGenerationChunk(message=AIMessageChunk(content="", chunk_position="last"))
