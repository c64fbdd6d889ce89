"""What the nodes work with: model, index, tools and limits, passed in and never looked up."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Protocol

from langchain_core.tools import BaseTool

from prompts import Prompt
from tools.index.base import CandidateIndex


class Speaks(Protocol):
    """A chat model, as far as the graph needs one."""

    def astream(self, messages: Any, /) -> AsyncIterator[Any]:
        """Yield the chunks of one message."""
        ...


@dataclass(frozen=True)
class Bounds:
    """What one message of a model may take: seconds as `clock` counts them, and tokens."""

    seconds: float = 90.0
    tokens: int = 2_000
    clock: Callable[[], float] = time.perf_counter


@dataclass(frozen=True)
class Writing:
    """What words explanations: a model without tools, and `fallback`, which words them by code.

    `check` is the prompt of the self-check, which asks the model whether each sentence follows
    from its quotes; without it there is none.
    """

    model: Speaks
    model_name: str
    fallback: Speaks
    prompt: Prompt
    check: Prompt | None = None
    bounds: Bounds = Bounds()


@dataclass(frozen=True)
class Limits:
    """What a turn may cost at most."""

    model_calls: int = 8
    """Model calls a turn."""
    tool_calls: int = 12
    """Tool calls of one model message that are carried out; the rest are refused."""
    model_seconds: float = 90.0
    """Seconds a model may take for one message."""
    answer_tokens: int = 2_000
    """Tokens a model may write in one message."""
    window_turns: int = 8
    """Finished turns the model is shown."""
    context_tokens: int = 24_000
    """Tokens a model is given to read at once, by estimate."""
    turn_tokens: int = 120_000
    """Tokens the model calls of a turn may use before the turn is ended by code."""


@dataclass(frozen=True)
class Deps:
    """The graph's context: everything a node needs that is not state.

    `model` is bound to the tools, and so is `fallback`, which plans and words by code when the
    model fails. `today` gives the date and `clock` seconds that only grow.
    """

    model: Speaks
    index: CandidateIndex
    tools: Mapping[str, BaseTool]
    prompt: Prompt
    tenant: str = "local"
    blind: bool = False
    """Whether answers speak of people by rank and not by name."""
    page_size: int = 10
    pool_size: int = 200
    today: Callable[[], date] = date.today
    clock: Callable[[], float] = time.perf_counter
    model_name: str = "offline"
    fallback: Speaks | None = None
    writing: Writing | None = None
    limits: Limits = field(default_factory=Limits)

    @property
    def bounds(self) -> Bounds:
        """Return what one message may take."""
        return Bounds(self.limits.model_seconds, self.limits.answer_tokens, self.clock)
