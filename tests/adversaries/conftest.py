"""A conversation over the small index with a model double, and people who wrote to machines."""

from __future__ import annotations

import asyncio
import csv
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from langchain_core.messages import HumanMessage
from langgraph.checkpoint.memory import InMemorySaver

from graphs.deps import Deps
from graphs.recruiter import build
from prompts import load
from tools.index.local import LocalIndex
from tools.ingest.pipeline import Ingest
from tools.toolbox import toolbox

TODAY = date(2026, 11, 22)
HERE = Path(__file__).parent

Events = list[tuple[str, dict[str, Any]]]
Talk = Callable[..., list[Events]]


def rows(name: str) -> list[tuple[str, str]]:
    """Return the (kind, text) pairs of a table beside this file."""
    with (HERE / name).open(encoding="utf-8", newline="") as table:
        read = csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [(row["kind"], row["text"]) for row in read]


@pytest.fixture
def talk() -> Talk:
    """A function that says things in one thread and returns the events of each turn."""

    def say(model: Any, index: Any, messages: Sequence[str], page_size: int = 10) -> list[Events]:
        tools = toolbox()
        deps = Deps(
            model=model,
            index=index,
            tools=tools,
            prompt=load("assistant"),
            page_size=page_size,
            today=lambda: TODAY,
        )
        graph = build(InMemorySaver())

        async def turn(message: str) -> Events:
            config = {"configurable": {"thread_id": "t"}, "recursion_limit": 100}
            told: Events = []
            async for event in graph.astream(
                {"messages": [HumanMessage(message)]},
                config,  # type: ignore[arg-type]
                context=deps,
                stream_mode="custom",
            ):
                told.append(event)
            return told

        async def all_turns() -> list[Events]:
            return [await turn(message) for message in messages]

        return asyncio.run(all_turns())

    return say


@pytest.fixture
def ingested(tmp_path: Path) -> Callable[[dict[str, str], Any], LocalIndex]:
    """A function that brings texts into a new index the way uploads come in."""

    def bring(texts: dict[str, str], embedder: Any) -> LocalIndex:
        index = LocalIndex(tmp_path / f"index-{len(list(tmp_path.iterdir()))}", embedder)
        files = [(f"{i}.txt", text.encode()) for i, text in texts.items()]
        report = Ingest(index, "local", today=TODAY).run_records(files)
        assert not report.failed
        return index

    return bring
