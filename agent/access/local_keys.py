"""API keys in SQLite: one small file in the data directory."""

from __future__ import annotations

from pathlib import Path

import msgspec

from agent.access.keys import ApiKey
from tools.index.sqlite import Database

_MIGRATIONS = (
    """
CREATE TABLE keys (
  key_id TEXT PRIMARY KEY,
  digest TEXT NOT NULL,
  tenant TEXT NOT NULL,
  user TEXT NOT NULL,
  role TEXT NOT NULL,
  label TEXT NOT NULL,
  created REAL NOT NULL,
  expires REAL,
  revoked REAL
);
CREATE INDEX keys_tenant ON keys (tenant, created)
""",
)
_COLUMNS = ", ".join(ApiKey.__struct_fields__)


class LocalKeys:
    """A KeyStore on a SQLite file. Raises DatabaseError on opening."""

    def __init__(self, path: Path) -> None:
        self._database = Database(path, _MIGRATIONS)

    def add(self, key: ApiKey) -> None:
        """Keep a new key."""
        marks = ", ".join("?" * len(ApiKey.__struct_fields__))
        with self._database.write() as db:
            db.execute(
                f"INSERT INTO keys ({_COLUMNS}) VALUES ({marks})", msgspec.structs.astuple(key)
            )

    def find(self, key_id: str) -> ApiKey | None:
        """Return the key with this id, revoked and expired ones too."""
        row = (
            self._database.read()
            .execute(f"SELECT {_COLUMNS} FROM keys WHERE key_id=?", (key_id,))
            .fetchone()
        )
        return ApiKey(*row) if row else None

    def of_tenant(self, tenant: str) -> list[ApiKey]:
        """Return the tenant's keys, the oldest first."""
        rows = self._database.read().execute(
            f"SELECT {_COLUMNS} FROM keys WHERE tenant=? ORDER BY created, key_id", (tenant,)
        )
        return [ApiKey(*row) for row in rows]

    def revoke(self, tenant: str, key_id: str, at: float) -> bool:
        """Mark a key of the tenant as revoked; return whether there is such a key."""
        with self._database.write() as db:
            changed = db.execute(
                "UPDATE keys SET revoked=coalesce(revoked, ?) WHERE tenant=? AND key_id=?",
                (at, tenant, key_id),
            )
            return changed.rowcount == 1

    def ever_used(self) -> bool:
        """Return whether a key was ever made here, revoked or not."""
        return self._database.read().execute("SELECT 1 FROM keys LIMIT 1").fetchone() is not None

    def close(self) -> None:
        """Close the file."""
        self._database.close()
