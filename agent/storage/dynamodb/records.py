"""Transcripts, owners, leases, ratings and the audit log in DynamoDB: one item an entry.

See agent/storage/dynamodb/items.py for the keys and what each item holds.
"""

from __future__ import annotations

import random
import time
from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from agent.faults import ThreadForbidden, TurnRunning
from agent.storage.dynamodb.forgetting import erase_thread, forget_person
from agent.storage.dynamodb.items import (
    DAY,
    Held,
    entry,
    expiry,
    head_key,
    held,
    listed,
    month,
    partition,
    shown_items,
    turn_items,
    turns_in,
    user_partition,
)
from agent.storage.records import (
    BUSY,
    LEASE_SECONDS,
    UNKNOWN_THREAD,
    UNKNOWN_TURN,
    Lease,
    Rating,
    Thread,
    Turn,
    title_of,
)
from tools.index.aws.table import TRANSACTION, ConditionFailed, Item, Table, decode

_MOST_PARTS = TRANSACTION - 10
_ATTEMPTS = 6
_BEGIN = (
    "SET of_user = if_not_exists(of_user, :user), begun_at = if_not_exists(begun_at, :now),"
    " used_at = if_not_exists(used_at, :now), heading = if_not_exists(heading, :nothing),"
    " turn_count = if_not_exists(turn_count, :zero), lease_turn = :turn, lease_until = :until,"
    " unfinished = list_append(if_not_exists(unfinished, :none), :this)"
)
_FREE = (
    "(attribute_not_exists(of_user) OR of_user = :user)"
    " AND (attribute_not_exists(lease_until) OR lease_until <= :now)"
)
_LET_GO = " REMOVE lease_turn, lease_until, unfinished"
_FINISH = f"SET used_at = :now, heading = :heading, turn_count = :count, #ttl = :ttl{_LET_GO}"


class DynamoDBRecords:
    """Records in two tables; a conversation expires `days` after it was said, with 0 never.

    Audit entries are kept `audit_days`, whatever becomes of their thread. Raises AwsError.
    """

    def __init__(self, threads: Table, audit: Table, *, days: int, audit_days: int) -> None:
        self._table, self._log = threads, audit
        self._days, self._audit_days = days, audit_days
        self._now = threads.now

    def begin(self, tenant: str, user: str, thread_id: str, turn_id: str) -> Held:
        """Take a thread for one turn; a new thread belongs to its first user."""
        for _ in range(2):
            try:
                head = self._table.update(
                    head_key(tenant, thread_id), _BEGIN, self._taking(user, turn_id), _FREE
                )
                return held(tenant, thread_id, turn_id, head)
            except ConditionFailed as refused:
                head = decode(refused.current or {})
                if head.get("lease_turn") == turn_id:
                    # The call was carried out and its answer was lost: it was tried again.
                    return held(tenant, thread_id, turn_id, head)
                if not 0 < head.get("ttl", 0) <= self._now():
                    raise self._refusal(head, user, thread_id) from None
                erase_thread(self._table, tenant, thread_id, head["of_user"])
        raise TurnRunning(BUSY.format(thread_id))

    def renew(self, lease: Lease, seconds: float = LEASE_SECONDS) -> None:
        """Keep a thread for so many seconds more; with 0 the next turn takes over at once."""
        try:
            self._table.update(
                head_key(lease.tenant, lease.thread_id),
                "SET lease_until = :until",
                {":until": self._now() + seconds, ":turn": lease.turn_id},
                "lease_turn = :turn",
            )
        except ConditionFailed:
            return  # the turn has just ended, or has lost its thread, which finish() will meet

    def finish(self, lease: Lease, turn: Turn) -> None:
        """Write a finished turn and its audit entry and let go of the thread, all at once."""
        assert isinstance(lease, Held)
        now = self._now()
        number = lease.turns + 1
        turn = msgspec.structs.replace(turn, created=now)
        head, *rest = turn_items(self._days, lease.tenant, lease.thread_id, number, turn)
        shown = shown_items(self._days, lease, number, turn)
        early = [*rest, *shown[_MOST_PARTS:]]
        if early:
            self._table.write_many(early)
        writes = [
            self._table.updating(
                head_key(lease.tenant, lease.thread_id),
                _FINISH,
                {
                    ":now": now,
                    ":ttl": expiry(self._days, now).get("ttl", 0),
                    ":heading": lease.title or title_of(turn.message),
                    ":count": number,
                    ":turn": lease.turn_id,
                },
                "lease_turn = :turn",
            ),
            self._table.putting(head),
            self._table.putting(listed(self._days, lease, turn, number, now)),
            self._log.putting(entry(self._audit_days, lease, turn, now)),
            *(self._table.putting(item) for item in shown[:_MOST_PARTS]),
        ]
        self._all_at_once(writes, lease.thread_id)

    def abandon(self, lease: Lease) -> None:
        """Let go of a thread after a turn that left nothing; one without turns is forgotten."""
        assert isinstance(lease, Held)
        key, values = head_key(lease.tenant, lease.thread_id), {":turn": lease.turn_id}
        try:
            if lease.turns:
                self._table.update(key, _LET_GO, values, "lease_turn = :turn")
            else:
                self._table.delete(key, "lease_turn = :turn", values)
        except ConditionFailed:
            return  # another turn has the thread by now

    def owned(self, tenant: str, user: str, thread_id: str) -> None:
        """Return when the thread is the user's; raises ThreadForbidden else, or when unknown."""
        self._owned(tenant, user, thread_id)

    def threads(self, tenant: str, user: str, limit: int = 200) -> list[Thread]:
        """Return the user's threads, the last used first."""
        found = [
            Thread(i["SK"], i["heading"], i["begun_at"], i["used_at"], i["turn_count"])
            for i in self._table.query(user_partition(tenant, user))
        ]
        return sorted(found, key=lambda t: (-t.updated, t.thread_id))[:limit]

    def transcript(self, tenant: str, user: str, thread_id: str) -> tuple[Thread, list[Turn]]:
        """Return a thread with its turns, the first said first; raises ThreadForbidden."""
        head = self._owned(tenant, user, thread_id)
        rows = self._table.query(partition(tenant, thread_id), "turn#")
        about = Thread(
            thread_id, head["heading"], head["begun_at"], head["used_at"], head["turn_count"]
        )
        return about, [turn for _, turn in turns_in(rows)]

    def delete(self, tenant: str, user: str, thread_id: str) -> None:
        """Forget a thread; raises ThreadForbidden, or TurnRunning while a turn runs on it."""
        self._owned(tenant, user, thread_id)
        try:
            self._table.update(
                head_key(tenant, thread_id),
                "SET lease_turn = :turn, lease_until = :until",
                {
                    ":turn": "deletion",
                    ":until": self._now() + LEASE_SECONDS,
                    ":user": user,
                    ":now": self._now(),
                },
                f"attribute_exists(of_user) AND {_FREE}",
            )
        except ConditionFailed as refused:
            raise self._refusal(decode(refused.current or {}), user, thread_id) from None
        erase_thread(self._table, tenant, thread_id, user)

    def rate(self, tenant: str, user: str, thread_id: str, rating: Rating) -> None:
        """Keep what the user thinks of a turn or of a person in it; the last word counts."""
        self._owned(tenant, user, thread_id)
        rows = self._table.query(partition(tenant, thread_id), "turn#")
        if all(row.get("turn_id") != rating.turn_id for row in rows):
            raise ThreadForbidden(UNKNOWN_TURN.format(rating.turn_id, thread_id))
        now = self._now()
        self._table.put(
            {
                "PK": f"{tenant}/feedback",
                "SK": f"{thread_id}#{rating.turn_id}#{rating.candidate_id}",
                "rating": rating.rating,
                "reason": rating.reason,
                "given_at": now,
                **expiry(self._days, now),
            }
        )

    def feedback(self, tenant: str) -> list[dict[str, Any]]:
        """Return a tenant's feedback, the oldest first."""
        rows = sorted(self._table.query(f"{tenant}/feedback"), key=lambda i: i["given_at"])
        keys = ("thread_id", "turn_id", "candidate_id")
        return [
            dict(zip(keys, row["SK"].split("#", 2), strict=True))
            | {"rating": row["rating"], "reason": row["reason"]}
            for row in rows
        ]

    def forget_people(self, tenant: str, candidate_ids: Sequence[str]) -> None:
        """Take removed people out of every transcript: their ids, their quotes, their ratings."""
        for candidate_id in sorted(set(candidate_ids)):
            forget_person(self._table, self._days, tenant, candidate_id)

    def audit(self, tenant: str) -> list[dict[str, Any]]:
        """Return the audit entries of a tenant, the oldest first; they outlive their threads."""
        days = range(0, self._audit_days + 28, 28)
        months = sorted({month(self._now() - day * DAY) for day in days})
        return [
            msgspec.json.decode(row["entry"])
            for month in months
            for row in self._log.query(f"{tenant}/audit/{month}")
        ]

    def once(self, tenant: str, key: str, seconds: float = DAY) -> bool:
        """Return True for the first caller with this key within `seconds`, False for others."""
        now = self._now()
        item = {"PK": f"{tenant}/once", "SK": key, "until_at": now + seconds}
        try:
            self._table.put(
                {**item, "ttl": int(now + seconds) + 1},
                "attribute_not_exists(PK) OR until_at <= :now",
                {":now": now},
            )
        except ConditionFailed:
            return False
        return True

    def seen(self, tenant: str, key: str) -> bool:
        """Return whether `once` was called with this key and its time is not over."""
        item = self._table.get((f"{tenant}/once", key))
        return item is not None and item["until_at"] > self._now()

    def close(self) -> None:
        """Let go of nothing: clients are the process's."""

    def _taking(self, user: str, turn_id: str) -> dict[str, Any]:
        now = self._now()
        return {
            ":user": user,
            ":now": now,
            ":nothing": "",
            ":zero": 0,
            ":turn": turn_id,
            ":until": now + LEASE_SECONDS,
            ":none": [],
            ":this": [turn_id],
        }

    def _refusal(self, head: Item, user: str, thread_id: str) -> Exception:
        if not head or head.get("of_user") != user:
            return ThreadForbidden(UNKNOWN_THREAD.format(thread_id))
        return TurnRunning(BUSY.format(thread_id))

    def _owned(self, tenant: str, user: str, thread_id: str) -> Item:
        head = self._table.get(head_key(tenant, thread_id))
        if head is None or head["of_user"] != user:
            raise ThreadForbidden(UNKNOWN_THREAD.format(thread_id))
        return head

    def _all_at_once(self, writes: Sequence[Mapping[str, Any]], thread_id: str) -> None:
        for attempt in range(_ATTEMPTS):
            try:
                self._table.transact(writes)
            except ConditionFailed as refused:
                if "ConditionalCheckFailed" in refused.reasons or attempt == _ATTEMPTS - 1:
                    raise TurnRunning(BUSY.format(thread_id)) from None
                time.sleep(random.uniform(0.01, 0.05) * 2**attempt)  # noqa: S311 # no secret
            else:
                return
