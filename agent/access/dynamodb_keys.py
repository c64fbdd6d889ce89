"""API keys in DynamoDB: an item by id to open with, and an item by tenant to list.

Keys of the table:
    key/<id>          key      everything about a key
    keys/<tenant>     <id>     that the tenant has it
    keys              made     that a key was ever made
"""

from __future__ import annotations

from typing import Any

import msgspec

from agent.access.keys import ApiKey
from tools.index.aws.table import ConditionFailed, Table

_EVER = ("keys", "made")


class DynamoDBKeys:
    """A KeyStore on a table with keys PK and SK; every method raises AwsError."""

    def __init__(self, table: Table) -> None:
        self._table = table

    def add(self, key: ApiKey) -> None:
        """Keep a new key."""
        about: dict[str, Any] = {
            name: value for name, value in msgspec.structs.asdict(key).items() if value is not None
        }
        whole = {"PK": _place(key.key_id), "SK": "key", **about}
        listed = {"PK": f"keys/{key.tenant}", "SK": key.key_id}
        ever = dict(zip(("PK", "SK"), _EVER, strict=True))
        self._table.transact([self._table.putting(item) for item in (whole, listed, ever)])

    def find(self, key_id: str) -> ApiKey | None:
        """Return the key with this id, revoked and expired ones too."""
        found = self._table.get((_place(key_id), "key"))
        return None if found is None else _key(found)

    def of_tenant(self, tenant: str) -> list[ApiKey]:
        """Return the tenant's keys, the oldest first."""
        ids = [item["SK"] for item in self._table.query(f"keys/{tenant}")]
        found = self._table.get_many([(_place(key_id), "key") for key_id in ids])
        return sorted(map(_key, found), key=lambda key: (key.created, key.key_id))

    def revoke(self, tenant: str, key_id: str, at: float) -> bool:
        """Mark a key of the tenant as revoked; return whether there is such a key."""
        try:
            self._table.update(
                (_place(key_id), "key"),
                "SET revoked = if_not_exists(revoked, :at)",
                {":at": at, ":tenant": tenant},
                "tenant = :tenant",
            )
        except ConditionFailed:
            return False
        return True

    def ever_used(self) -> bool:
        """Return whether a key was ever made here, revoked or not."""
        return self._table.get(_EVER) is not None

    def close(self) -> None:
        """Leave the table be: its client belongs to the process."""


def _place(key_id: str) -> str:
    return f"key/{key_id}"


def _key(item: dict[str, Any]) -> ApiKey:
    return msgspec.convert({name: item.get(name) for name in ApiKey.__struct_fields__}, ApiKey)
