"""Cuts what may outgrow an item of DynamoDB (400 KB) into compressed parts and joins them."""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from typing import Any

from tools.index.aws.table import Item, Key

MOST_BYTES = 350_000
"""Bytes of one part: the keys and small attributes beside it fit in the rest of 400 KB."""


def packed(key: Key, blob: bytes, **attributes: Any) -> list[Item]:
    """Return the items that keep a blob: the head, which carries the attributes, then the rest.

    Write the rest first: a head says how many parts there are, so that what a kill leaves behind
    is never taken for a whole.
    """
    small = zlib.compress(blob, 6)
    parts = [small[at : at + MOST_BYTES] for at in range(0, len(small), MOST_BYTES)]
    head = {"PK": key[0], "SK": key[1], "parts": len(parts), "data": parts[0], **attributes}
    ttl = {"ttl": attributes["ttl"]} if "ttl" in attributes else {}
    rest = [
        {"PK": key[0], "SK": part_key(key[1], number), "data": part, **ttl}
        for number, part in enumerate(parts[1:], start=1)
    ]
    return [head, *rest]


def part_key(sort_key: str, number: int) -> str:
    """Return the sort key of a further part, which stands right behind its head."""
    return f"{sort_key}#{number:04d}"


def unpacked(head: Mapping[str, Any], rows: Mapping[str, Mapping[str, Any]]) -> bytes | None:
    """Return the blob of a head whose parts are among rows by sort key; None without one."""
    keys = [part_key(head["SK"], number) for number in range(1, head["parts"])]
    if any(key not in rows for key in keys):
        return None
    return zlib.decompress(b"".join([head["data"], *(rows[key]["data"] for key in keys)]))


def keys_of(head: Mapping[str, Any]) -> Sequence[Key]:
    """Return the keys of a head and of all its parts."""
    pk, sk = head["PK"], head["SK"]
    return [(pk, sk), *((pk, part_key(sk, n)) for n in range(1, head["parts"]))]
