"""One turn from message to last event: drives the graph, keeps the record, or undoes everything."""

from __future__ import annotations

import asyncio
import hashlib
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeVar

from langchain_core.messages import HumanMessage
from langchain_core.runnables import RunnableConfig
from langgraph.graph.state import CompiledStateGraph

from agent.faults import as_event, stopped
from agent.log_privacy import place_of
from agent.storage.records import LEASE_SECONDS, Lease, Records, Turn
from agent.transcript import frames_of, people_of
from agent.turnlog import TurnLog
from graphs.deps import Deps

T = TypeVar("T")
log = logging.getLogger(__name__)

_MOST_STEPS = 250
"""Graph steps of a turn: above what the model's bounded loop can need."""


class Checkpointer(Protocol):
    """What a conversation asks of a checkpointer beside what LangGraph does."""

    async def roll_back(self, thread_id: str, turn_ids: Collection[str]) -> None:
        """Forget what turns stored."""
        ...

    async def adelete_thread(self, thread_id: str) -> None:
        """Forget a thread."""
        ...


@dataclass
class Measures:
    """What a turn has cost so far."""

    retrieval_ms: float = 0.0
    model_ms: float = 0.0
    input_tokens: int = 0
    output_tokens: int = 0
    estimated: bool = False
    calls: int = 0
    prompts: dict[str, str] = field(default_factory=dict)
    degraded: bool = False
    reason: dict[str, str] | None = None
    """Why the turn was answered without the model, or only in part."""

    def add(self, data: dict[str, Any]) -> None:
        """Add what one message of a model cost."""
        self.calls += 1
        self.model_ms += data["ms"]
        self.input_tokens += data["input"]
        self.output_tokens += data["output"]
        self.estimated = self.estimated or data["estimated"]
        self.prompts |= data["prompts"]

    def degrade(self, reason: dict[str, str]) -> None:
        """Note that the model was of no use; the first reason is the one that is told."""
        self.degraded, self.reason = True, self.reason or reason


@dataclass(frozen=True)
class TurnContext:
    """What turns work with; `in_thread` runs a function of the records off the event loop."""

    graph: CompiledStateGraph[Any, Any]
    deps: Deps
    checkpoints: Checkpointer
    records: Records
    in_thread: Callable[[Callable[[], T]], Awaitable[T]]
    trace: Callable[[Mapping[str, Any]], None] = lambda _: None


@dataclass
class RunningTurn:
    """A turn while it runs; `run` never raises: what fails becomes an event."""

    context: TurnContext
    lease: Lease
    key: str
    text: str
    log: TurnLog
    measures: Measures = field(default_factory=Measures)
    closing: dict[str, Any] = field(default_factory=dict)
    answer: str = ""
    failed: str = ""

    async def run(self) -> None:
        """Answer the message; on a fault or a stop the thread is left as it was before."""
        started = self.context.deps.clock()
        renewing = asyncio.get_running_loop().create_task(self._renew())
        try:
            if self.lease.unfinished:
                await self.context.checkpoints.roll_back(self.key, self.lease.unfinished)
            await self._drive()
            await self._keep()
        except asyncio.CancelledError:
            await self._undo(stopped())
        except Exception as error:
            log.warning("turn failed: %s", _kind(error))
            await self._undo(as_event(error))
        finally:
            renewing.cancel()
            finished = self._finished(started)
            figures = self._figures(finished)
            log.info("turn finished", extra={"turn": figures})
            self.context.trace(figures)
            self.log.put("turn_finished", finished)
            self.log.end()

    async def _drive(self) -> None:
        config: RunnableConfig = {
            "configurable": {"thread_id": self.key},
            "metadata": {"turn_id": self.lease.turn_id},
            "recursion_limit": _MOST_STEPS,
        }
        message = HumanMessage(self.text, id=self.lease.turn_id)
        told: AsyncIterator[Any] = self.context.graph.astream(
            {"messages": [message]},
            config,
            context=self.context.deps,
            stream_mode="custom",
            durability="exit",
        )
        async for name, data in told:
            self._take(name, data)

    def _take(self, name: str, data: dict[str, Any]) -> None:
        """Pass an event on; what the nodes say about themselves is added up instead."""
        if name == "measured":
            self.measures.add(data)
        elif name == "closing":
            self.closing = data
        elif name == "degraded":
            self.measures.degrade(data)
        else:
            if name == "token":
                self.answer += data["text"]
            elif name == "tool_finished":
                self.measures.retrieval_ms += data["ms"]
            self.log.put(name, data)  # type: ignore[arg-type] # the nodes write known names

    async def _keep(self) -> None:
        events = self.log.events
        turn = Turn(
            turn_id=self.lease.turn_id,
            message=self.closing["message"],
            answer=self.closing["answer"].strip(),
            frames=frames_of(events, self.closing["criteria"]),
            people=people_of(events, self.closing["answer"]),
        )
        await self.context.in_thread(lambda: self.context.records.finish(self.lease, turn))

    async def _undo(self, error: dict[str, Any]) -> None:
        self.answer = ""
        self.failed = error["code"]
        context, lease = self.context, self.lease
        if await self._tried(lambda: context.checkpoints.roll_back(self.key, [lease.turn_id])):
            await self._tried(lambda: context.in_thread(lambda: context.records.abandon(lease)))
        else:  # the lease ends, so that the next turn of the thread rolls this one back
            await self._tried(lambda: context.in_thread(lambda: context.records.renew(lease, 0)))
        self.log.put("error", error)

    async def _tried(self, step: Callable[[], Awaitable[object]]) -> bool:
        try:
            await step()
        except Exception as fault:
            log.warning("turn could not be undone: %s", _kind(fault))
            return False
        return True

    async def _renew(self) -> None:
        while True:
            await asyncio.sleep(LEASE_SECONDS / 3)
            await self.context.in_thread(lambda: self.context.records.renew(self.lease))

    def _finished(self, started: float) -> dict[str, Any]:
        told, prompt = self.measures, self.context.deps.prompt
        tokens: dict[str, Any] = {"input": told.input_tokens, "output": told.output_tokens}
        data = {
            "turn_id": self.lease.turn_id,
            "answer": self.answer.strip(),
            "ms": round((self.context.deps.clock() - started) * 1000, 1),
            "retrieval_ms": round(told.retrieval_ms, 1),
            "model_ms": round(told.model_ms, 1),
            "model": self.context.deps.model_name,
            "model_calls": told.calls,
            "tokens": tokens | ({"estimated": True} if told.estimated else {}),
            "prompts": {prompt.name: prompt.digest} | told.prompts,
            "degraded": told.degraded,
        }
        return data | ({"reason": told.reason} if told.reason else {})

    def _figures(self, finished: dict[str, Any]) -> dict[str, Any]:
        """Return what may be logged of a turn: figures, and whose it is as a digest."""
        names = ("ms", "retrieval_ms", "model_ms", "model", "model_calls", "degraded")
        return {name: finished[name] for name in names} | {
            "reason": finished.get("reason", {}).get("code"),
            "thread": hashlib.sha256(self.key.encode()).hexdigest()[:16],
            "input_tokens": self.measures.input_tokens,
            "output_tokens": self.measures.output_tokens,
            "error": self.failed,
        }


def _kind(error: BaseException) -> str:
    """Return the kind and place of an error; its text may hold a résumé and is never logged."""
    return f"{type(error).__name__} at {place_of(error)}"
