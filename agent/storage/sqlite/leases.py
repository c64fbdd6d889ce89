"""Who runs a turn on a thread: one lease a thread, which ends with its time or its process."""

from __future__ import annotations

import os
import socket
import sqlite3

import msgspec

from agent.faults import TurnRunning
from agent.storage.records import BUSY, LEASE_SECONDS, Lease


class Leases:
    """The leases this process takes, in the transactions of others."""

    def __init__(self) -> None:
        self._holder = f"{socket.gethostname()}:{os.getpid()}"

    def claim(
        self, db: sqlite3.Connection, number: int, thread_id: str, turn_id: str, now: float
    ) -> tuple[str, ...]:
        """Take a thread and return the turns whose processes died on it."""
        self.refuse_busy(db, number, thread_id, now)
        left = db.execute(
            "SELECT turn_id, unfinished FROM leases WHERE thread=?", (number,)
        ).fetchone()
        unfinished = (*msgspec.json.decode(left[1]), left[0]) if left else ()
        db.execute(
            "INSERT OR REPLACE INTO leases VALUES (?, ?, ?, ?, ?)",
            (
                number,
                turn_id,
                self._holder,
                now + LEASE_SECONDS,
                msgspec.json.encode(unfinished).decode(),
            ),
        )
        return unfinished

    def refuse_busy(self, db: sqlite3.Connection, number: int, thread_id: str, now: float) -> None:
        """Raise TurnRunning while somebody runs a turn on a thread."""
        lease = db.execute("SELECT holder, until FROM leases WHERE thread=?", (number,)).fetchone()
        if lease is not None and lease[1] > now and self._may_live(lease[0]):
            raise TurnRunning(BUSY.format(thread_id))

    def _may_live(self, holder: str) -> bool:
        """Return False when the lease is of a process of this machine that is no more."""
        host, _, process = holder.rpartition(":")
        if os.name != "posix" or host != socket.gethostname() or holder == self._holder:
            return True
        try:
            os.kill(int(process), 0)
        except ProcessLookupError:
            return False
        except OSError:
            return True
        return True


def release(db: sqlite3.Connection, thread: int, lease: Lease) -> bool:
    """Let go of a thread; return False when the lease no longer held it."""
    done = db.execute("DELETE FROM leases WHERE thread=? AND turn_id=?", (thread, lease.turn_id))
    return bool(done.rowcount)
