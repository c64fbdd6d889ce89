"""Takes a removed person out of every transcript of a tenant in DynamoDB, and threads out of it."""

from __future__ import annotations

from agent.storage.dynamodb.items import (
    head_key,
    partition,
    person_partition,
    turn_items,
    turns_in,
    user_partition,
)
from agent.storage.forgetting import NOBODY, removed_from
from tools.index.aws.table import Item, Table
from tools.people.placeholders import id_mark


def forget_person(table: Table, days: int, tenant: str, candidate_id: str) -> None:
    """Take a person out of a tenant's turns, titles and ratings."""
    for place in list(table.query(person_partition(tenant, candidate_id))):
        _forget_in(table, days, tenant, candidate_id, place)
        table.delete((place["PK"], place["SK"]))
    rated = table.query(f"{tenant}/feedback")
    gone = [(r["PK"], r["SK"]) for r in rated if r["SK"].endswith(f"#{candidate_id}")]
    table.write_many(deletes=gone)


def erase_thread(table: Table, tenant: str, thread_id: str, user: str) -> None:
    """Delete everything of a thread, its head last, so that a kill leaves it owned."""
    whole = partition(tenant, thread_id)
    places = [
        (person_partition(tenant, i), f"{thread_id}#{sort_key.removeprefix('turn#')}")
        for sort_key, turn in turns_in(table.query(whole, "turn#"))
        for i in turn.people
    ]
    rated = table.query(f"{tenant}/feedback", f"{thread_id}#")
    rows = [(i["PK"], i["SK"]) for i in table.query(whole, live=False)]
    head = head_key(tenant, thread_id)
    gone = [
        *places,
        *((i["PK"], i["SK"]) for i in rated),
        (user_partition(tenant, user), thread_id),
    ]
    table.write_many(deletes=[*gone, *(key for key in rows if key != head)])
    table.delete(head)


def _forget_in(table: Table, days: int, tenant: str, candidate_id: str, place: Item) -> None:
    """Write the turn of a place anew without a person, and the titles that name them."""
    thread_id, _, number = place["SK"].rpartition("#")
    turns = dict(turns_in(table.query(partition(tenant, thread_id), "turn#")))
    turn = turns.get(f"turn#{number}")
    if turn is not None:
        kept = removed_from(turn, candidate_id, place["quoted"])
        head, *rest = turn_items(days, tenant, thread_id, int(number), kept)
        table.write_many(rest)
        table.write_many([head])
    mark = id_mark(candidate_id)
    head_item = table.get(head_key(tenant, thread_id))
    if head_item is not None and mark in head_item["heading"]:
        heading = {":heading": head_item["heading"].replace(mark, NOBODY)}
        for key in (
            head_key(tenant, thread_id),
            (user_partition(tenant, head_item["of_user"]), thread_id),
        ):
            table.update(key, "SET heading = :heading", heading)
