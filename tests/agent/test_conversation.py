"""Threads over many turns: exact undo, restarts, small and flat state, no résumé text in it."""

from __future__ import annotations

import asyncio
import sqlite3
import threading
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from itertools import cycle, islice
from pathlib import Path
from typing import Any

import pytest

from agent.conversation import Conversation
from agent.events import Event
from agent.faults import MessageTooLong, ThreadForbidden
from agent.offline.planner import OfflinePlanner
from agent.storage.records import Lease, Turn
from agent.storage.sqlite.checkpoints import open_checkpoints
from agent.storage.sqlite.records import SQLiteRecords
from graphs.deps import Deps
from graphs.recruiter import build
from prompts import load
from tests.conftest import TODAY
from tools.index.local import LocalIndex
from tools.index.sqlite import DatabaseError
from tools.toolbox import toolbox

ROUND = (
    "find me data scientists with Python",
    "only 3+ years",
    "which of these knows Spark?",
    "why is #1 a good match?",
    "compare 1 and 2",
    "shortlist 2",
    "start over",
)
SECRETS = ("Lindenpark", "support tickets", "Delgado", "ana.delgado", "Okafor", "Havelblick")


@asynccontextmanager
async def talking(
    index: LocalIndex, home: Path, records: SQLiteRecords | None = None, faults: int = 0
) -> AsyncIterator[Conversation]:
    """Open the conversation that is kept in a directory, as a process would.

    So many times what a turn stored cannot be taken back.
    """
    tools = toolbox()
    records = records or SQLiteRecords(home / "threads.db")
    async with open_checkpoints(home / "checkpoints.db") as checkpoints:
        roll_back = checkpoints.roll_back

        async def faltering(key: str, turn_ids: Sequence[str]) -> None:
            nonlocal faults
            faults -= 1
            if faults >= 0:
                raise DatabaseError("the disk is full: make room on it.")
            await roll_back(key, turn_ids)

        checkpoints.roll_back = faltering  # type: ignore[method-assign]
        deps = Deps(
            model=OfflinePlanner().bind_tools(list(tools.values())),
            index=index,
            tools=tools,
            prompt=load("assistant"),
            page_size=3,
            today=lambda: TODAY,
        )
        conversation = Conversation(build(checkpoints), deps, checkpoints, records, max_chars=2_000)
        yield conversation
        await conversation.close()
    records.close()


async def say(talk: Conversation, text: str, thread: str = "t", **who: Any) -> list[Event]:
    return [event async for event in talk.stream(thread, text, **who)]


def shown(events: list[Event]) -> Any:
    """Return the list a turn showed, as people see it."""
    return [(e.data["total"], e.data["shown"]) for e in events if e.name == "candidates"]


def stored(home: Path) -> int:
    """Return the bytes in use by checkpoints and transcripts."""
    total = 0
    for file in home.glob("*.db"):
        with sqlite3.connect(f"file:{file}?mode=ro", uri=True) as db:
            pages, free, size = (
                db.execute(f"PRAGMA {name}").fetchone()[0]
                for name in ("page_count", "freelist_count", "page_size")
            )
        total += (pages - free) * size
    return total


def bytes_of(home: Path) -> bytes:
    """Return everything the checkpoint files hold, the write-ahead log included."""
    return b"".join(file.read_bytes() for file in home.glob("checkpoints.db*"))


def state_bytes(home: Path) -> int:
    with sqlite3.connect(f"file:{home / 'checkpoints.db'}?mode=ro", uri=True) as db:
        rows = db.execute("SELECT length(checkpoint) FROM checkpoints").fetchall()
    return max(int(row[0]) for row in rows)


@pytest.mark.parametrize(
    "change", ["only in Berlin", "3+ years", "drop the Python requirement", "nice to have: Spark"]
)
async def test_undo_brings_the_exact_list_back(
    index: LocalIndex, tmp_path: Path, change: str
) -> None:
    async with talking(index, tmp_path) as talk:
        first = shown(await say(talk, "data scientists with Python"))
        second = shown(await say(talk, change))
        third = shown(await say(talk, "no nurses"))
        assert first
        assert second
        assert shown(await say(talk, "undo"))[-1] == second[-1]
        assert shown(await say(talk, "undo"))[-1] == first[-1]
        again = await say(talk, "undo the last two changes")
        assert "error" not in {e.name for e in again}
    assert third


async def test_undo_brings_back_the_page_that_was_on_screen(
    index: LocalIndex, tmp_path: Path
) -> None:
    async with talking(index, tmp_path) as talk:
        await say(talk, "people with Python or ACLS or HACCP or PLC")
        page = shown(await say(talk, "show more"))
        await say(talk, "only in Berlin")
        assert shown(await say(talk, "undo"))[-1] == page[-1]


async def test_a_thread_survives_a_restart_and_goes_on_where_it_was(
    index: LocalIndex, tmp_path: Path
) -> None:
    async with talking(index, tmp_path) as talk:
        before = shown(await say(talk, "data scientists with Python"))
        await say(talk, "shortlist 1")
        told = await talk.transcript("t")
    async with talking(index, tmp_path) as talk:
        assert await talk.transcript("t") == told
        narrowed = await say(talk, "only in Munich")
        criteria = next(e.data["criteria"] for e in narrowed if e.name == "criteria")
        assert {c["kind"] for c in criteria} == {"title", "skill", "location"}
        assert shown(await say(talk, "undo"))[-1] == before[-1]
        kept = next(e.data for e in await say(talk, "show my shortlist") if e.name == "shortlist")
        assert [p["candidate_id"] for p in kept["shortlist"]] == [before[0][1][0]["candidate_id"]]


async def test_fifty_turns_keep_the_state_flat_and_the_files_small(
    index: LocalIndex, tmp_path: Path
) -> None:
    sizes = []
    async with talking(index, tmp_path) as talk:
        await say(talk, "hello", thread="warm")
        empty = stored(tmp_path)
        for message in islice(cycle(ROUND), 8 * len(ROUND)):
            assert (await say(talk, message))[-1].name == "turn_finished"
            if message == ROUND[-1]:
                sizes.append(state_bytes(tmp_path))
        used = stored(tmp_path) - empty
    # Undo remembers a bounded number of lists, which the first rounds fill.
    assert max(sizes) < 10_000, sizes
    assert sizes[-1] <= 1.02 * sizes[-2], sizes
    assert used < 1_000_000, f"{used:,} bytes after {8 * len(ROUND)} turns"


async def test_no_resume_text_and_no_name_is_in_any_checkpoint_or_transcript(
    index: LocalIndex, tmp_path: Path
) -> None:
    async with talking(index, tmp_path) as talk:
        for message in ROUND[:-1]:
            await say(talk, message)
        await say(talk, "why is Ana Delgado a good match?")
        kept = bytes_of(tmp_path)
    assert len(kept) > 1_000
    for secret in SECRETS:
        assert secret.encode() not in kept, secret
    with sqlite3.connect(tmp_path / "threads.db") as db:
        frames = b"".join(row[0] for row in db.execute("SELECT frames FROM turns"))
        said = " ".join(row[0] for row in db.execute("SELECT message FROM turns"))
    for secret in SECRETS:
        assert secret.encode() not in frames, secret
    assert "Delgado" not in said


async def test_the_same_messages_give_the_same_events_bit_for_bit(
    index: LocalIndex, tmp_path: Path
) -> None:
    async def told(thread: str) -> list[Any]:
        async with talking(index, tmp_path) as talk:
            events = [e for m in ROUND for e in await say(talk, m, thread=thread)]
        timed = ("turn_started", "turn_finished", "tool_finished")
        return [(e.seq, e.name, e.data) for e in events if e.name not in timed]

    assert await told("a") == await told("b")


async def test_a_thread_is_its_tenants_and_its_users(index: LocalIndex, tmp_path: Path) -> None:
    async with talking(index, tmp_path) as talk:
        await say(talk, "data scientists", user="ada")
        with pytest.raises(ThreadForbidden):
            await say(talk, "nurses", user="bob")
        with pytest.raises(ThreadForbidden):
            await talk.transcript("t", user="bob")
        elsewhere = await say(talk, "data scientists", tenant="other", user="bob")
        assert shown(elsewhere) in ([], [(0, [])])


async def test_a_message_that_is_too_long_is_refused_before_anything_is_kept(
    index: LocalIndex, tmp_path: Path
) -> None:
    async with talking(index, tmp_path) as talk:
        with pytest.raises(MessageTooLong, match="2,001 characters, 2,000 are taken"):
            await say(talk, "x" * 2_001)
        assert await talk.threads() == []


async def test_a_blind_turn_names_nobody_and_the_thread_keeps_who_was_meant(
    index: LocalIndex, tmp_path: Path
) -> None:
    names = ("Ana", "Delgado", "Petrov", "Okafor")
    async with talking(index, tmp_path) as talk:
        for text in (*ROUND, "who is on my shortlist?", "find nurses", "is 1 on my shortlist?"):
            told = await say(talk, text, blind=True)
            answer = told[-1].data["answer"]
            assert answer
            assert not any(name in answer for name in names), answer
        answers = [t["answer"] for t in (await talk.transcript("t"))["turns"]]
        assert any("Ana Delgado" in answer for answer in answers)
        hidden = [t["answer"] for t in (await talk.transcript("t", blind=True))["turns"]]
        assert not any(name in answer for name in names for answer in hidden)
        assert any("a candidate" in answer for answer in hidden)


async def test_a_caller_who_leaves_while_a_turn_begins_leaves_no_thread_taken(
    index: LocalIndex, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken, goes_on = threading.Event(), threading.Event()
    begin = SQLiteRecords.begin

    def slowly(self: SQLiteRecords, *whose: str) -> Lease:
        lease = begin(self, *whose)
        taken.set()
        goes_on.wait(5)
        return lease

    monkeypatch.setattr(SQLiteRecords, "begin", slowly)
    async with talking(index, tmp_path) as talk:
        leaving = asyncio.ensure_future(say(talk, "find me nurses"))
        await asyncio.to_thread(taken.wait, 5)
        leaving.cancel()
        with pytest.raises(asyncio.CancelledError):
            await leaving
        goes_on.set()
        assert [event async for event in talk.resume("t", 0)][-1].name == "turn_finished"
        assert (await say(talk, "start over"))[-1].name == "turn_finished"
        said = [turn["message"] for turn in (await talk.transcript("t"))["turns"]]
        assert said == ["find me nurses", "start over"]


async def test_a_conversation_that_closes_while_a_turn_begins_leaves_no_thread_taken(
    index: LocalIndex, tmp_path: Path
) -> None:
    async with talking(index, tmp_path) as talk:
        leaving = asyncio.ensure_future(say(talk, "find me nurses"))
        await asyncio.sleep(0)
        leaving.cancel()
        await asyncio.gather(leaving, return_exceptions=True)
    async with talking(index, tmp_path) as talk:
        assert (await say(talk, "find me nurses"))[-1].data["answer"]


async def test_a_turn_that_could_not_be_taken_back_is_by_the_next_one(
    index: LocalIndex, tmp_path: Path
) -> None:
    class Full(SQLiteRecords):
        def finish(self, lease: Lease, turn: Turn) -> None:
            if turn.message.startswith("only"):
                raise DatabaseError("the disk is full: make room on it.")
            super().finish(lease, turn)

    async with talking(index, tmp_path, Full(tmp_path / "threads.db"), faults=1) as talk:
        await say(talk, "find me data scientists with Python")
        failed = await say(talk, "only 3+ years")
        assert [e.data["code"] for e in failed if e.name == "error"] == ["index_unavailable"]
        after = await say(talk, "ideally with Spark")
    (wishes,) = [e.data["criteria"] for e in after if e.name == "criteria"]
    assert [w["value"] for w in wishes] == ["Data Scientist", "Python", "Apache Spark"]


async def test_a_turn_that_is_stopped_before_its_first_step_tells_its_end(
    index: LocalIndex, tmp_path: Path
) -> None:
    async with talking(index, tmp_path) as talk:
        await say(talk, "find me nurses")
        answered = asyncio.ensure_future(say(talk, "start over"))
        await asyncio.sleep(0)
        stopped = asyncio.ensure_future(talk.cancel("t"))
        await asyncio.sleep(0)
        time.sleep(0.3)  # noqa: ASYNC251 the loop learns of both in one round
        assert await asyncio.wait_for(stopped, 5)
        assert (await asyncio.wait_for(answered, 5))[-1].name == "turn_finished"
        assert (await say(talk, "find me nurses"))[-1].name == "turn_finished"
