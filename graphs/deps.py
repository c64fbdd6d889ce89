"""What the nodes work with: model, index, tools and limits, passed in and never looked up."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from langchain_core.runnables import Runnable
from langchain_core.tools import BaseTool

from prompts import Prompt
from tools.index.base import CandidateIndex


@dataclass(frozen=True)
class Limits:
    """What a turn may cost at most."""

    model_calls: int = 8
    """Model calls a turn."""
    tool_calls: int = 12
    """Tool calls of one model message that are carried out; the rest are refused."""
    model_seconds: float = 90.0
    """Seconds a model may take for one message."""
    window_turns: int = 8
    """Finished turns the model is shown."""


@dataclass(frozen=True)
class Deps:
    """The graph's context: everything a node needs that is not state.

    `model` is bound to the tools; `today` gives the date and `clock` seconds that only grow.
    """

    model: Runnable[Any, Any]
    index: CandidateIndex
    tools: Mapping[str, BaseTool]
    prompt: Prompt
    tenant: str = "local"
    page_size: int = 10
    pool_size: int = 200
    today: Callable[[], date] = date.today
    clock: Callable[[], float] = time.perf_counter
    limits: Limits = field(default_factory=Limits)
