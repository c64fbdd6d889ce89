"""The checkpointer: LangGraph's SQLite saver on one file, which keeps two checkpoints a thread."""

from __future__ import annotations

import json
import logging
from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager
from pathlib import Path

import aiosqlite
from langgraph.checkpoint.sqlite.aio import AsyncSqliteSaver

from tools.index.sqlite import Database

_PRUNE = """
PRAGMA synchronous=NORMAL;
PRAGMA wal_autocheckpoint=64;
PRAGMA journal_size_limit=262144;
PRAGMA secure_delete=ON;
CREATE TRIGGER IF NOT EXISTS keep_newest AFTER INSERT ON checkpoints BEGIN
  DELETE FROM writes WHERE thread_id = NEW.thread_id AND checkpoint_ns = NEW.checkpoint_ns
    AND checkpoint_id NOT IN (NEW.checkpoint_id, coalesce(NEW.parent_checkpoint_id, ''));
  DELETE FROM checkpoints WHERE thread_id = NEW.thread_id AND checkpoint_ns = NEW.checkpoint_ns
    AND checkpoint_id NOT IN (NEW.checkpoint_id, coalesce(NEW.parent_checkpoint_id, ''));
END;
"""


class Checkpoints(AsyncSqliteSaver):
    """Threads in SQLite: each insert prunes all but the newest checkpoint and its parent."""

    async def roll_back(self, thread_id: str, turn_ids: Collection[str]) -> None:
        """Forget what turns stored, so that the thread is as it was before them."""
        await self.setup()
        async with self.lock:
            await self.conn.execute(
                "DELETE FROM checkpoints WHERE thread_id = ?"
                " AND json_extract(CAST(metadata AS TEXT), '$.turn_id') IN"
                " (SELECT value FROM json_each(?))",
                (thread_id, json.dumps(list(turn_ids))),
            )
            await self.conn.execute(
                "DELETE FROM writes WHERE thread_id = ? AND checkpoint_id NOT IN"
                " (SELECT checkpoint_id FROM checkpoints WHERE thread_id = ?)",
                (thread_id, thread_id),
            )
            await self.conn.commit()


@asynccontextmanager
async def open_checkpoints(path: Path) -> AsyncIterator[Checkpoints]:
    """Yield the checkpointer kept at `path`; raises DatabaseError when the file cannot be used."""
    # At DEBUG it writes out what is stored: messages, and the results of a turn that was stopped.
    logging.getLogger("aiosqlite").setLevel(logging.WARNING)
    Database(path, ()).close()
    async with aiosqlite.connect(path) as connection:
        saver = Checkpoints(connection)
        await saver.setup()
        await connection.executescript(_PRUNE)
        yield saver
