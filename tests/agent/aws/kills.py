"""Kills a process at random moments of its turns on one thread, and looks after each kill.

Run as `python -m tests.agent.aws.kills KILLS SEED`; prints a JSON line. One process loads
everything, and each turn is a fork of it that ends itself by a timer, as a power cut would.
"""

from __future__ import annotations

import asyncio
import json
import os
import random
import signal
import sys
import time
from typing import Any

from langchain_core.messages import HumanMessage

from agent.conversation import Conversation
from agent.offline.planner import OfflinePlanner
from agent.storage.dynamodb.checkpoints import DynamoDBCheckpoints
from agent.storage.dynamodb.records import DynamoDBRecords
from agent.storage.records import LEASE_SECONDS
from graphs.deps import Deps
from graphs.recruiter import build
from prompts import load
from tests.services.stack import fresh_name
from tools.index.aws.clients import client
from tools.index.aws.table import Table
from tools.index.base import OpenIndex
from tools.toolbox import toolbox

TENANT = "acme"
WINDOW = 8


async def warmed(index: OpenIndex) -> None:
    """Load all that a turn needs before the forks, and open no connection they would share."""
    message = HumanMessage("find nurses", id="warm")
    await build().ainvoke({"messages": [message]}, context=deps_of(index))
    index.close()
    client("dynamodb", None)


def deps_of(index: OpenIndex) -> Deps:
    tools = toolbox()
    return Deps(
        model=OfflinePlanner().bind_tools(list(tools.values())),
        index=index,
        tools=tools,
        prompt=load("assistant"),
        tenant=TENANT,
    )


def turn(index: OpenIndex, thread: str, message: str, late: float, checked: bool) -> None:
    """Run one turn, so late that the lease of a dead one has expired; check what it finds."""

    def now() -> float:
        return time.time() + late

    tables = [Table(os.environ[f"MATCHER_{w}_TABLE"], "", now=now) for w in ("THREADS", "AUDIT")]
    records = DynamoDBRecords(*tables, days=0, audit_days=400)
    saver = DynamoDBCheckpoints(tables[0])
    graph = build(saver)

    async def talk() -> None:
        conversation = Conversation(graph, deps_of(index), saver, records)
        async for event in conversation.stream(thread, message, tenant=TENANT):
            assert event.name != "error", event.data
        if checked:
            await agree(conversation)
        await conversation.close()

    async def agree(conversation: Conversation) -> None:
        """The transcript and the state the next turn starts from tell of the same turns."""
        whole = await conversation.transcript(thread, tenant=TENANT)
        state = await graph.aget_state({"configurable": {"thread_id": f"{TENANT}:{thread}"}})
        kept = [m.id for m in state.values["messages"] if isinstance(m, HumanMessage)]
        told = [t["turn_id"] for t in whole["turns"]]
        assert kept == told[-WINDOW:], (kept, told)
        assert whole["turns"][-1]["message"] == message
        assert all(t["answer"] for t in whole["turns"])

    asyncio.run(talk())


def forked(index: OpenIndex, thread: str, message: str, late: float, dies_in: float = 0.0) -> bool:
    """Run a turn in a fork, one that a timer ends when it `dies_in` seconds; return if it did."""
    child = os.fork()
    if child == 0:
        if dies_in:
            signal.setitimer(signal.ITIMER_REAL, dies_in)
        try:
            turn(index, thread, message, late, checked=not dies_in)
        except BaseException as error:
            print(f"{type(error).__name__}: {error}"[:2000], file=sys.stderr, flush=True)
            os._exit(3)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    assert not os.WIFEXITED(status) or os.WEXITSTATUS(status) == 0, "a turn was not right"
    return os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGALRM


def main(index: OpenIndex, kills: int, seed: int) -> dict[str, Any]:
    """Kill `kills` turns at moments spread over a turn, running a whole one after each."""
    chance, thread, late = random.Random(seed), fresh_name("killed"), 0.0
    asyncio.run(warmed(index))
    length, died, tried = 0.0, 0, 0
    while died < kills:
        tried += 1
        assert tried < 5 * kills, "the timer hardly ever struck inside a turn"
        late += LEASE_SECONDS + 1
        began = time.monotonic()
        dies_in = chance.uniform(0.0, 1.0) * length if length else 60.0
        if not forked(index, thread, f"only in Texas {tried}", late, dies_in + 0.001):
            length = time.monotonic() - began  # machines have busy moments: the last one counts
            continue
        died += 1
        late += LEASE_SECONDS + 1
        forked(index, thread, "undo" if tried % 2 else "find nurses with ACLS", late)
    return {"kills": died, "turns_begun": tried + died, "turn_seconds": round(length, 3)}


if __name__ == "__main__":
    from pathlib import Path

    from tests.conftest import HashEmbedder
    from tools.index.local import LocalIndex

    opened = LocalIndex(Path(sys.argv[3]), HashEmbedder())
    print(json.dumps(main(opened, int(sys.argv[1]), int(sys.argv[2]))))
