"""The checkpointer on a real DynamoDB: LangGraph's conformance suite, and what it leaves out."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from typing import Any

import pytest
from langgraph.checkpoint.base import empty_checkpoint
from langgraph.checkpoint.conformance import checkpointer_test, validate

from agent.storage.dynamodb.checkpoints import DynamoDBCheckpoints
from tests.services.stack import fresh_name
from tools.index.aws.table import Table


@pytest.fixture
def thread() -> str:
    return f"acme:{fresh_name('t')}"


@pytest.fixture
def saver(threads_table: Table) -> DynamoDBCheckpoints:
    return DynamoDBCheckpoints(threads_table)


def config(thread: str, checkpoint_id: str = "") -> Any:
    named = {"checkpoint_id": checkpoint_id} if checkpoint_id else {}
    return {"configurable": {"thread_id": thread, "checkpoint_ns": "", **named}}


def state(number: int, **values: Any) -> Any:
    return {**empty_checkpoint(), "id": f"{number:08d}", "channel_values": values}


def put(saver: DynamoDBCheckpoints, thread: str, number: int, **values: Any) -> None:
    parent = f"{number - 1:08d}" if number else ""
    saver.put(
        config(thread, parent),
        state(number, **values),
        {"turn_id": f"turn-{number}"},
        {},  # type: ignore[typeddict-unknown-key]
    )


async def test_it_conforms_in_full(threads_table: Table) -> None:
    """Base and extended capabilities, every test of each; the suite wants history to be kept."""

    @checkpointer_test(name="DynamoDB")
    async def made() -> AsyncIterator[DynamoDBCheckpoints]:
        yield DynamoDBCheckpoints(threads_table, keep_all=True)

    report = await validate(made)
    failed = {name: r.failures for name, r in report.results.items() if r.passed is not True}
    assert failed == {}
    assert all(result.detected for result in report.results.values())


def test_only_the_newest_state_and_its_parent_are_kept(
    saver: DynamoDBCheckpoints, thread: str
) -> None:
    for number in range(6):
        saver.get_tuple(config(thread))
        put(saver, thread, number, n=number)
    assert [t.checkpoint["id"] for t in saver.list(config(thread))] == ["00000005", "00000004"]


def test_another_process_sweeps_what_the_first_left(
    threads_table: Table, saver: DynamoDBCheckpoints, thread: str
) -> None:
    for number in range(4):
        put(DynamoDBCheckpoints(threads_table), thread, number)
    assert len(list(saver.list(config(thread)))) == 4
    saver.get_tuple(config(thread))
    put(saver, thread, 4)
    assert [t.checkpoint["id"] for t in saver.list(config(thread))] == ["00000004", "00000003"]


def test_a_turn_is_rolled_back_to_the_state_before_it(
    saver: DynamoDBCheckpoints, thread: str
) -> None:
    put(saver, thread, 0, said="first")
    put(saver, thread, 1, said="second")
    saver.forget_turns(thread, ["turn-1"])
    newest = saver.get_tuple(config(thread))
    assert newest is not None
    assert newest.checkpoint["channel_values"] == {"said": "first"}


def test_a_state_that_outgrows_an_item_is_kept_whole(
    saver: DynamoDBCheckpoints, thread: str
) -> None:
    noise = os.urandom(1_500_000).hex()
    put(saver, thread, 0, noise=noise)
    newest = saver.get_tuple(config(thread))
    assert newest is not None
    assert newest.checkpoint["channel_values"] == {"noise": noise}


def test_parts_without_a_head_are_not_a_state_and_are_swept(
    saver: DynamoDBCheckpoints, threads_table: Table, thread: str
) -> None:
    put(saver, thread, 0, said="kept")
    torn = {"PK": thread, "SK": "checkpoint##00000009#0001", "data": b"half"}
    threads_table.put(torn)
    newest = saver.get_tuple(config(thread))
    assert newest is not None
    assert newest.checkpoint["channel_values"] == {"said": "kept"}
    put(saver, thread, 1)
    assert threads_table.get((thread, "checkpoint##00000009#0001")) is None


def test_a_head_whose_parts_are_missing_is_passed_over(
    saver: DynamoDBCheckpoints, threads_table: Table, thread: str
) -> None:
    put(saver, thread, 0, said="kept")
    put(saver, thread, 1, noise=os.urandom(600_000).hex())
    rows = threads_table.query(thread, "checkpoint##00000001#")
    part = next(row for row in rows if row["SK"].endswith("#0001"))
    threads_table.delete((part["PK"], part["SK"]))
    newest = saver.get_tuple(config(thread))
    assert newest is not None
    assert newest.checkpoint["channel_values"] == {"said": "kept"}


@pytest.mark.parametrize(("days", "later", "there"), [(1, 86_401, 0), (1, 86_000, 1), (0, 9e7, 1)])
def test_expired_rows_are_not_returned_even_before_they_are_swept(
    threads_table: Table, thread: str, days: int, later: float, there: int
) -> None:
    clock = [1_000_000.0]
    table = Table(threads_table.name, "MATCHER_THREADS_TABLE", now=lambda: clock[0])
    saver = DynamoDBCheckpoints(table, days=days)
    put(saver, thread, 0)
    clock[0] += later
    assert len(list(saver.list(config(thread)))) == there


def test_more_than_ten_writes_of_a_task_keep_their_order(
    saver: DynamoDBCheckpoints, thread: str
) -> None:
    put(saver, thread, 0)
    writes = [(f"channel-{n}", n) for n in range(23)]
    saver.put_writes(config(thread, "00000000"), writes, "task", "path")
    newest = saver.get_tuple(config(thread))
    assert newest is not None
    assert newest.pending_writes == [("task", *write) for write in writes]


def test_every_read_is_consistent_and_a_turn_is_one_read_and_one_write(
    saver: DynamoDBCheckpoints, threads_table: Table, thread: str
) -> None:
    calls: list[tuple[str, dict[str, Any]]] = []
    events = threads_table._client.meta.events
    events.register(
        "provide-client-params.dynamodb",
        lambda params, model, **_: calls.append((model.name, params)),
        unique_id="seen",
    )
    try:
        for number in range(5):
            saver.get_tuple(config(thread))
            put(saver, thread, number)
    finally:
        events.unregister("provide-client-params.dynamodb", unique_id="seen")
    assert [name for name, _ in calls] == ["Query", "BatchWriteItem"] * 5
    assert all(p["ConsistentRead"] for name, p in calls if name == "Query")
