"""Cuts what may outgrow an item of DynamoDB (400 KB) into compressed parts and joins them."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Mapping
from typing import Any

from tools.index.aws.table import Item, Key

MOST_BYTES = 350_000
"""Bytes of one part: the keys and small attributes beside it fit in the rest of 400 KB."""


def packed(key: Key, blob: bytes, **attributes: Any) -> list[Item]:
    """Return the items that keep a blob: the head, which carries the attributes, then the rest.

    Write the rest first. A head names its parts by the digest of the whole, so that what a kill
    leaves behind is never taken for a part of something else.
    """
    small = zlib.compress(blob, 6)
    parts = [small[at : at + MOST_BYTES] for at in range(0, len(small), MOST_BYTES)]
    mark = hashlib.sha256(small).hexdigest()[:12] if len(parts) > 1 else ""
    own = {"parts": len(parts), "mark": mark, "data": parts[0]}
    head = {"PK": key[0], "SK": key[1], **own, **attributes}
    ttl = {"ttl": attributes["ttl"]} if "ttl" in attributes else {}
    rest = [
        {"PK": pk, "SK": sk, "data": part, **ttl}
        for (pk, sk), part in zip(part_keys(head), parts[1:], strict=True)
    ]
    return [head, *rest]


def part_keys(head: Mapping[str, Any]) -> list[Key]:
    """Return the keys of the further parts of a head, which stand right behind it."""
    stem = f"{head['SK']}#{head['mark']}"
    return [(head["PK"], f"{stem}#{number:04d}") for number in range(1, head["parts"])]


def unpacked(head: Mapping[str, Any], rows: Mapping[str, Mapping[str, Any]]) -> bytes | None:
    """Return the blob of a head whose parts are among rows by sort key; None without one."""
    keys = [sort_key for _, sort_key in part_keys(head)]
    if any(key not in rows for key in keys):
        return None
    return zlib.decompress(b"".join([head["data"], *(rows[key]["data"] for key in keys)]))
