"""The items in which DynamoDB keeps conversations: their keys, and what each of them holds.

Keys of the table of threads (PK, SK); every one begins with the tenant:
    <tenant>:<thread>       head                          whose it is, its lease, how many turns
    <tenant>:<thread>       turn#<number>                 a finished turn
    <tenant>:<thread>       checkpoint#…                  see agent/storage/dynamodb/checkpoints.py
    <tenant>/user/<user>    <thread>                      the user's list
    <tenant>/person/<id>    <thread>#<number>             where a person was shown
    <tenant>/feedback       <thread>#<turn>#<person>      a rating
    <tenant>/once           <key>                         something that must happen once
Keys of the table of the audit log, which only ever grows:
    <tenant>/audit/<month>  <time>#<turn>                 an entry
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator

import msgspec

from agent.storage.records import Lease, Turn, audited, title_of
from tools.index.aws.packing import packed, unpacked
from tools.index.aws.table import Item, Key

DAY = 86_400


class Held(Lease, frozen=True):
    """A lease with what its thread was when it was taken."""

    user: str = ""
    title: str = ""
    created: float = 0.0
    turns: int = 0


def turn_items(days: int, tenant: str, thread_id: str, number: int, turn: Turn) -> list[Item]:
    """Return the items of a finished turn: its head, then the parts that outgrow it."""
    return packed(
        (partition(tenant, thread_id), f"turn#{number:08d}"),
        msgspec.json.encode(turn),
        turn_id=turn.turn_id,
        **expiry(days, turn.created),
    )


def turns_in(rows: Iterable[Item]) -> Iterator[tuple[str, Turn]]:
    """Yield the turns that items hold whole, each with the sort key of its head."""
    by_key = {row["SK"]: row for row in rows}
    for sort_key in [key for key, row in by_key.items() if "parts" in row]:
        blob = unpacked(by_key[sort_key], by_key)
        if blob is not None:
            yield sort_key, msgspec.json.decode(blob, type=Turn)


def shown_items(days: int, lease: Held, number: int, turn: Turn) -> list[Item]:
    """Return one item for each person a turn showed, by which they are found when they must go."""
    return [
        {
            "PK": person_partition(lease.tenant, candidate_id),
            "SK": f"{lease.thread_id}#{number:08d}",
            "quoted": quoted,
            **expiry(days, turn.created),
        }
        for candidate_id, quoted in sorted(turn.people.items())
    ]


def listed(days: int, lease: Held, turn: Turn, number: int, now: float) -> Item:
    """Return the entry of a thread in its user's list."""
    return {
        "PK": user_partition(lease.tenant, lease.user),
        "SK": lease.thread_id,
        "heading": lease.title or title_of(turn.message),
        "begun_at": lease.created,
        "used_at": now,
        "turn_count": number,
        **expiry(days, now),
    }


def entry(audit_days: int, lease: Held, turn: Turn, now: float) -> Item:
    """Return a turn's entry in the audit log."""
    return {
        "PK": f"{lease.tenant}/audit/{month(now)}",
        "SK": f"{now:.6f}#{turn.turn_id}",
        "entry": msgspec.json.encode(audited(lease, lease.user, turn, now)).decode(),
        "ttl": int(now) + audit_days * DAY,
    }


def expiry(days: int, now: float) -> dict[str, int]:
    """Return the attribute by which an item expires, or none."""
    return {"ttl": int(now) + days * DAY} if days else {}


def held(tenant: str, thread_id: str, turn_id: str, head: Item) -> Held:
    """Return the lease that a head was changed for."""
    return Held(
        tenant,
        thread_id,
        turn_id,
        unfinished=tuple(i for i in head["unfinished"] if i != turn_id),
        user=head["of_user"],
        title=head["heading"],
        created=head["begun_at"],
        turns=head["turn_count"],
    )


def partition(tenant: str, thread_id: str) -> str:
    """Return the partition of a thread."""
    return f"{tenant}:{thread_id}"


def head_key(tenant: str, thread_id: str) -> Key:
    """Return the key of a head."""
    return partition(tenant, thread_id), "head"


def user_partition(tenant: str, user: str) -> str:
    """Return the partition of a user's list."""
    return f"{tenant}/user/{user}"


def person_partition(tenant: str, candidate_id: str) -> str:
    """Return the partition of the places where a person was shown."""
    return f"{tenant}/person/{candidate_id}"


def month(now: float) -> str:
    """Return a time as a month, in which audit entries lie together."""
    return time.strftime("%Y-%m", time.gmtime(now))
