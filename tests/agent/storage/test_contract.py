"""The contract of the records, kept by both stores: SQLite, and DynamoDB as AWS ships it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from agent.faults import ThreadForbidden, TurnRunning
from agent.storage.dynamodb.records import DynamoDBRecords
from agent.storage.forgetting import REMOVED
from agent.storage.records import LEASE_SECONDS, Rating, Records, Turn, digest
from agent.storage.sqlite.records import SQLiteRecords
from tests.services.stack import fresh_name
from tools.index.aws.table import Table
from tools.people.placeholders import id_mark


class Clock:
    now = 1_790_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(params=["sqlite", "dynamodb"])
def records(request: pytest.FixtureRequest, tmp_path: Path, clock: Clock) -> Iterator[Records]:
    made: Records
    if request.param == "sqlite":
        made = SQLiteRecords(tmp_path / "threads.db", now=clock)
    else:
        names: dict[str, str] = request.getfixturevalue("aws_environment")
        tables = [
            Table(names[f"MATCHER_{which}_TABLE"], "", now=clock) for which in ("THREADS", "AUDIT")
        ]
        made = DynamoDBRecords(*tables, days=0, audit_days=400)
    yield made
    made.close()


@pytest.fixture
def tenant() -> str:
    return fresh_name("acme")


def turn(turn_id: str, message: str = "nurses", **more: Any) -> Turn:
    return Turn(
        turn_id, message, more.pop("answer", "Here they are."), more.pop("frames", []), **more
    )


def say(records: Records, tenant: str, thread: str, turn_id: str, **more: Any) -> None:
    lease = records.begin(tenant, more.pop("user", "ada"), thread, turn_id)
    records.finish(lease, turn(turn_id, **more))


def test_a_thread_is_kept_in_the_order_it_was_said(
    records: Records, tenant: str, clock: Clock
) -> None:
    for number in range(12):
        clock.now += 1
        say(records, tenant, "t", f"turn-{number}", message=f"message {number}")
    about, turns = records.transcript(tenant, "ada", "t")
    assert [t.message for t in turns] == [f"message {n}" for n in range(12)]
    assert (about.title, about.turns) == ("message 0", 12)
    assert turns[0].created < turns[-1].created == about.updated


def test_a_second_turn_on_a_busy_thread_is_refused_until_the_lease_expires(
    records: Records, tenant: str, clock: Clock
) -> None:
    records.begin(tenant, "ada", "t", "first")
    with pytest.raises(TurnRunning, match="still answering"):
        records.begin(tenant, "ada", "t", "second")
    clock.now += LEASE_SECONDS + 1
    assert records.begin(tenant, "ada", "t", "third").unfinished == ("first",)
    clock.now += LEASE_SECONDS + 1
    last = records.begin(tenant, "ada", "t", "fourth")
    assert last.unfinished == ("first", "third")
    records.finish(last, turn("fourth"))
    assert records.begin(tenant, "ada", "t", "fifth").unfinished == ()


def test_a_turn_that_lost_its_lease_writes_nothing(
    records: Records, tenant: str, clock: Clock
) -> None:
    slow = records.begin(tenant, "ada", "t", "slow")
    clock.now += LEASE_SECONDS + 1
    quick = records.begin(tenant, "ada", "t", "quick")
    with pytest.raises(TurnRunning):
        records.finish(slow, turn("slow"))
    records.abandon(slow)
    records.renew(slow)
    records.finish(quick, turn("quick"))
    assert [t.turn_id for t in records.transcript(tenant, "ada", "t")[1]] == ["quick"]


def test_a_renewed_lease_holds(records: Records, tenant: str, clock: Clock) -> None:
    lease = records.begin(tenant, "ada", "t", "long")
    clock.now += LEASE_SECONDS - 1
    records.renew(lease)
    clock.now += LEASE_SECONDS - 1
    with pytest.raises(TurnRunning):
        records.begin(tenant, "ada", "t", "other")


def test_a_lease_that_is_left_over_is_taken_at_once_with_its_turn_unfinished(
    records: Records, tenant: str
) -> None:
    records.renew(records.begin(tenant, "ada", "t", "broken"), 0)
    assert records.begin(tenant, "ada", "t", "next").unfinished == ("broken",)


def test_an_abandoned_first_turn_leaves_no_thread(records: Records, tenant: str) -> None:
    records.abandon(records.begin(tenant, "ada", "t", "one"))
    with pytest.raises(ThreadForbidden):
        records.owned(tenant, "ada", "t")
    say(records, tenant, "t", "two", user="bob")
    records.abandon(records.begin(tenant, "bob", "t", "three"))
    records.owned(tenant, "bob", "t")


FOREIGN: dict[str, Callable[[Records, str, str], Any]] = {
    "begin": lambda r, tenant, user: r.begin(tenant, user, "t", "x"),
    "owned": lambda r, tenant, user: r.owned(tenant, user, "t"),
    "transcript": lambda r, tenant, user: r.transcript(tenant, user, "t"),
    "delete": lambda r, tenant, user: r.delete(tenant, user, "t"),
    "rate": lambda r, tenant, user: r.rate(tenant, user, "t", Rating("turn", "up")),
}


@pytest.mark.parametrize("what", FOREIGN)
def test_somebody_elses_thread_looks_like_no_thread(
    records: Records, tenant: str, what: str
) -> None:
    say(records, tenant, "t", "turn")
    with pytest.raises(ThreadForbidden, match="no thread 't' of yours"):
        FOREIGN[what](records, tenant, "eve")
    if what != "begin":
        with pytest.raises(ThreadForbidden, match="no thread 't' of yours"):
            FOREIGN[what](records, tenant + "-other", "ada")
    assert records.threads(tenant, "eve") == []
    assert records.threads(tenant + "-other", "ada") == []


def test_a_deleted_thread_is_gone_and_its_id_is_free(records: Records, tenant: str) -> None:
    say(records, tenant, "t", "turn", people={"nu-1": True})
    records.rate(tenant, "ada", "t", Rating("turn", "up", "nu-1"))
    records.delete(tenant, "ada", "t")
    assert records.threads(tenant, "ada") == []
    assert records.feedback(tenant) == []
    say(records, tenant, "t", "new", user="bob")
    assert len(records.transcript(tenant, "bob", "t")[1]) == 1


def test_a_thread_is_not_deleted_while_it_answers(records: Records, tenant: str) -> None:
    say(records, tenant, "t", "one")
    lease = records.begin(tenant, "ada", "t", "two")
    with pytest.raises(TurnRunning):
        records.delete(tenant, "ada", "t")
    records.finish(lease, turn("two"))
    records.delete(tenant, "ada", "t")


def test_the_last_rating_counts(records: Records, tenant: str, clock: Clock) -> None:
    say(records, tenant, "t", "turn")
    for rating, candidate in (("up", "nu-1"), ("down", "nu-1"), ("up", "")):
        clock.now += 1
        records.rate(tenant, "ada", "t", Rating("turn", rating, candidate, reason="so"))
    kept = {(f["candidate_id"], f["rating"], f["reason"]) for f in records.feedback(tenant)}
    assert kept == {("nu-1", "down", "so"), ("", "up", "so")}
    with pytest.raises(ThreadForbidden, match="no turn 'nope'"):
        records.rate(tenant, "ada", "t", Rating("nope", "up"))


def test_a_removed_person_leaves_every_transcript_and_the_audit_log_stays(
    records: Records, tenant: str, clock: Clock
) -> None:
    rows = [{"candidate_id": "nu-1", "rank": 1}, {"candidate_id": "nu-2", "rank": 2}]
    frames = [{"name": "candidates", "shown": rows}]
    mark = id_mark("nu-1")
    people = {"nu-1": True, "nu-2": False}
    say(records, tenant, "t", "quoted", message=f"why {mark}", frames=frames, people=people)
    people = {"nu-1": False}
    clock.now += 1
    say(records, tenant, "t", "named", answer=f"see {mark}", frames=frames, people=people)
    records.rate(tenant, "ada", "t", Rating("quoted", "up", "nu-1"))
    records.forget_people(tenant, ["nu-1", "nobody"])
    about, (quoted, named) = records.transcript(tenant, "ada", "t")
    nobody = id_mark("removed")
    assert (about.title, quoted.message, quoted.answer) == (
        f"why {nobody}",
        f"why {nobody}",
        REMOVED,
    )
    assert named.answer == f"see {nobody}"
    assert [r["candidate_id"] for r in quoted.frames[0]["shown"]] == ["nu-2"]
    assert records.threads(tenant, "ada")[0].title == f"why {nobody}"
    assert records.feedback(tenant) == []
    logged = records.audit(tenant)
    assert [entry["turn_id"] for entry in logged] == ["quoted", "named"]
    assert digest(tenant, "nu-1") in logged[0]["people"]
    assert "nu-1" not in str(logged)


def test_the_audit_log_outlives_the_thread_and_stays_with_its_tenant(
    records: Records, tenant: str, clock: Clock
) -> None:
    wishes = [{"id": "skill:x", "kind": "skill", "value": "x", "weight": "must"}]
    say(records, tenant, "t", "turn", frames=[{"name": "criteria", "criteria": wishes}])
    records.delete(tenant, "ada", "t")
    clock.now += 190 * 86_400
    (entry,) = records.audit(tenant)
    assert entry["criteria"] == [{"kind": "skill", "value": "x", "weight": "must"}]
    assert records.audit(tenant + "-other") == []


def test_a_key_is_claimed_once_until_its_time_is_over(
    records: Records, tenant: str, clock: Clock
) -> None:
    assert records.once(tenant, "event-1", 60)
    assert not records.once(tenant, "event-1", 60)
    assert records.once(tenant, "event-2", 60)
    assert records.once(tenant + "-other", "event-1", 60)
    assert records.seen(tenant, "event-1")
    assert not records.seen(tenant, "event-3")
    assert not records.seen(tenant + "-third", "event-1")
    clock.now += 61
    assert not records.seen(tenant, "event-1")
    assert records.once(tenant, "event-1", 60)


def test_the_threads_of_a_user_come_last_used_first(
    records: Records, tenant: str, clock: Clock
) -> None:
    for name in ("a", "b", "c", "a"):
        clock.now += 1
        say(records, tenant, name, f"turn-{clock.now}")
    assert [t.thread_id for t in records.threads(tenant, "ada")] == ["a", "c", "b"]
    assert [t.thread_id for t in records.threads(tenant, "ada", limit=1)] == ["a"]


def test_a_long_message_and_many_people_are_kept_whole(records: Records, tenant: str) -> None:
    message = "".join(chr(0x4E00 + (n * n * 31 + n * 7) % 20_000) for n in range(60_000))
    people = {f"p-{n}": n % 2 == 0 for n in range(240)}
    say(records, tenant, "t", "turn", message=message, people=people)
    (kept,) = records.transcript(tenant, "ada", "t")[1]
    assert kept.message == message
    records.forget_people(tenant, ["p-238"])
    assert records.transcript(tenant, "ada", "t")[1][0].answer == REMOVED
