"""A provider's model made steady: bounded retries, Retry-After, a breaker, whole streams only."""

from __future__ import annotations

import asyncio
import logging
import random
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import aclosing
from dataclasses import dataclass, field
from traceback import clear_frames
from typing import Any

from langchain_core.messages import AnyMessage
from langchain_core.runnables import Runnable

from agent.models.breaker import Breaker
from agent.models.faults import Fault, read_fault
from graphs.model_stream import ModelFault, stop_reason

log = logging.getLogger(__name__)

_BROKEN_OFF = "the provider broke off in the middle of its answer"
_LEFT_ALONE = {"too_long", "call_refused"}
"""Faults of one request, which say nothing about the provider."""


@dataclass(frozen=True)
class Patience:
    """How often and how long a failed call is tried again, in seconds.

    The pause doubles from `first`, of which a random part between half and all is waited; one the
    provider asks for is kept to the second, unless it is longer than `longest`.
    """

    retries: int = 2
    first: float = 0.5
    longest: float = 15.0

    def pause(self, attempt: int, asked: float | None, jitter: float) -> float | None:
        """Return the seconds before attempt `attempt` + 1, or None when it is not made."""
        if attempt > self.retries or (asked is not None and asked > self.longest):
            return None
        own = min(self.longest, self.first * 2.0 ** (attempt - 1)) * (0.5 + jitter / 2)
        return max(asked or 0.0, own)


@dataclass
class SteadyModel:
    """Streams a model's messages; raises ModelFault, with a sentence, for whatever goes wrong.

    `setting` is what MATCHER_MODEL says and `key` the variable that opens the provider. A call is
    tried again only while nothing of its answer has been handed on.
    """

    setting: str
    key: str
    model: Runnable[Any, Any]
    breaker: Breaker = field(default_factory=Breaker)
    patience: Patience = Patience()
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    jitter: Callable[[], float] = random.random
    now: Callable[[], float] = time.time

    async def astream(self, messages: Sequence[AnyMessage]) -> AsyncIterator[Any]:
        """Yield the chunks of one message."""
        attempt = 0
        while True:
            attempt += 1
            resting = self.breaker.open_for()
            if resting is not None:
                raise ModelFault(resting.sentence, resting.code)
            begun, whole = False, False
            try:
                async with aclosing(self._chunks(messages)) as chunks:
                    async for chunk in chunks:
                        begun = begun or _says_something(chunk)
                        whole = whole or stop_reason(chunk) is not None
                        yield chunk
                fault = None if whole else self._cut()
            except Exception as error:
                fault = read_fault(error, self.setting, self.key, self.now())
                log.info("model call failed: %s (%s)", fault.code, type(error).__name__)
                _let_go(error)
            if fault is None:
                self.breaker.succeeded()
                return
            pause = self._pause(fault, attempt, begun)
            if pause is None:
                if fault.code not in _LEFT_ALONE:
                    self.breaker.failed(fault)
                raise ModelFault(fault.sentence, fault.code)
            await self.sleep(pause)

    def _chunks(self, messages: Sequence[AnyMessage]) -> Any:
        return self.model.astream(list(messages))

    def _pause(self, fault: Fault, attempt: int, begun: bool) -> float | None:
        if begun or not fault.retry:
            return None
        return self.patience.pause(attempt, fault.wait, self.jitter())

    def _cut(self) -> Fault:
        return Fault("broke_off", f"MATCHER_MODEL={self.setting}: {_BROKEN_OFF}.", retry=True)


def _let_go(error: BaseException) -> None:
    """Drop what the frames of an error and of its causes hold, the client's open streams with it.

    They are ended in their own event loop at once; the garbage collector would end them later, in
    whatever thread it runs.
    """
    seen: set[int] = set()
    told: BaseException | None = error
    while told is not None and id(told) not in seen:
        seen.add(id(told))
        clear_frames(told.__traceback__)
        told = told.__cause__ or told.__context__


def _says_something(chunk: Any) -> bool:
    return bool(chunk.content or getattr(chunk, "tool_call_chunks", None))
