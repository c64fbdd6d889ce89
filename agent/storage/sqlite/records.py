"""Transcripts, owners, leases, ratings and the audit log in one SQLite file."""

from __future__ import annotations

import os
import socket
import sqlite3
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import msgspec

from agent.faults import ThreadForbidden, TurnRunning
from agent.storage.records import (
    BUSY,
    LEASE_SECONDS,
    UNKNOWN_THREAD,
    UNKNOWN_TURN,
    Lease,
    Thread,
    Turn,
    audited,
    removed_from,
    title_of,
)
from agent.storage.sqlite.schema import MIGRATIONS
from tools.index.sqlite import Database
from tools.people.placeholders import id_mark

AUDIT_DAYS = 400
"""How long an audit entry is kept; at least six months are asked for by law."""
_DAY = 86_400
_OF_LEASE = "(SELECT number FROM threads WHERE tenant=? AND thread_id=?)"


class SQLiteRecords:
    """Records in one file; `now` gives seconds since 1970. Raises DatabaseError on opening."""

    def __init__(self, path: Path, now: Callable[[], float] = time.time) -> None:
        self._database = Database(path, MIGRATIONS)
        self._now = now
        self._holder = f"{socket.gethostname()}:{os.getpid()}"

    def begin(self, tenant: str, user: str, thread_id: str, turn_id: str) -> Lease:
        """Take a thread for one turn; a new thread belongs to its first user.

        Raises ThreadForbidden for somebody else's thread and TurnRunning for a busy one.
        """
        now = self._now()
        with self._database.write() as db:
            _quiet(db)
            row = _thread(db, tenant, thread_id)
            if row is None:
                number = db.execute(
                    "INSERT INTO threads (tenant, thread_id, user, created, updated)"
                    " VALUES (?, ?, ?, ?, ?) RETURNING number",
                    (tenant, thread_id, user, now, now),
                ).fetchone()[0]
            else:
                number = _owned(row, user, thread_id)
            unfinished = self._claim(db, number, thread_id, turn_id, now)
        return Lease(tenant, thread_id, turn_id, unfinished)

    def renew(self, lease: Lease) -> None:
        """Keep a thread for another LEASE_SECONDS."""
        with self._database.write() as db:
            db.execute(
                f"UPDATE leases SET until=? WHERE thread={_OF_LEASE} AND turn_id=?",
                (self._now() + LEASE_SECONDS, lease.tenant, lease.thread_id, lease.turn_id),
            )

    def finish(self, lease: Lease, turn: Turn) -> None:
        """Write a finished turn and its audit entry and let go of the thread, all at once."""
        now = self._now()
        with self._database.write() as db:
            thread, user = self._leased(db, lease)
            number = db.execute(
                "INSERT INTO turns (thread, turn_id, message, answer, frames, created)"
                " VALUES (?, ?, ?, ?, ?, ?) RETURNING number",
                (
                    thread,
                    turn.turn_id,
                    turn.message,
                    turn.answer,
                    msgspec.json.encode(turn.frames),
                    now,
                ),
            ).fetchone()[0]
            db.executemany(
                "INSERT INTO turn_people VALUES (?, ?, ?, ?)",
                [(lease.tenant, i, number, int(quoted)) for i, quoted in turn.people.items()],
            )
            db.execute(
                "UPDATE threads SET updated=?, title=CASE title WHEN '' THEN ? ELSE title END"
                " WHERE number=?",
                (now, title_of(turn.message), thread),
            )
            entry = msgspec.json.encode(audited(lease, user, turn, now))
            db.execute("INSERT INTO audit VALUES (?, ?, ?)", (lease.tenant, now, entry))
            old = (lease.tenant, now - AUDIT_DAYS * _DAY)
            db.execute("DELETE FROM audit WHERE tenant=? AND at < ?", old)
            _release(db, thread, lease)

    def abandon(self, lease: Lease) -> None:
        """Let go of a thread after a turn that left nothing; one without turns is forgotten."""
        with self._database.write() as db:
            row = _thread(db, lease.tenant, lease.thread_id)
            if row is not None and _release(db, row[0], lease):
                db.execute(
                    "DELETE FROM threads WHERE number=?"
                    " AND NOT EXISTS (SELECT 1 FROM turns WHERE thread=threads.number)",
                    (row[0],),
                )

    def owned(self, tenant: str, user: str, thread_id: str) -> None:
        """Return when the thread is the user's; raises ThreadForbidden else, or when unknown."""
        self._number(tenant, user, thread_id)

    def threads(self, tenant: str, user: str, limit: int = 200) -> list[Thread]:
        """Return the user's threads, the last used first."""
        rows = self._database.read().execute(
            "SELECT thread_id, title, created, updated,"
            " (SELECT count(*) FROM turns WHERE thread=threads.number) FROM threads"
            " WHERE tenant=? AND user=? ORDER BY updated DESC, thread_id LIMIT ?",
            (tenant, user, limit),
        )
        return [Thread(*row) for row in rows]

    def transcript(self, tenant: str, user: str, thread_id: str) -> tuple[Thread, list[Turn]]:
        """Return a thread with its turns, the first said first; raises ThreadForbidden."""
        number = self._number(tenant, user, thread_id)
        db = self._database.read()
        rows = db.execute(
            "SELECT turn_id, message, answer, frames, created FROM turns WHERE thread=?"
            " ORDER BY number",
            (number,),
        ).fetchall()
        turns = [
            Turn(turn_id, message, answer, msgspec.json.decode(frames), created=created)
            for turn_id, message, answer, frames, created in rows
        ]
        about = db.execute(
            "SELECT title, created, updated FROM threads WHERE number=?", (number,)
        ).fetchone()
        title, created, updated = about
        return Thread(thread_id, title, created, updated, len(turns)), turns

    def delete(self, tenant: str, user: str, thread_id: str) -> None:
        """Forget a thread; raises ThreadForbidden, or TurnRunning while a turn runs on it."""
        with self._database.write() as db:
            number = _owned(_thread(db, tenant, thread_id), user, thread_id)
            self._refuse_busy(db, number, thread_id, self._now())
            db.execute("DELETE FROM threads WHERE number=?", (number,))

    def rate(
        self,
        tenant: str,
        user: str,
        thread_id: str,
        turn_id: str,
        rating: str,
        candidate_id: str = "",
        reason: str = "",
    ) -> None:
        """Keep what the user thinks of a turn or of a person in it; the last word counts.

        Raises ThreadForbidden for a thread or turn that is not the user's.
        """
        with self._database.write() as db:
            number = _owned(_thread(db, tenant, thread_id), user, thread_id)
            known = db.execute(
                "SELECT 1 FROM turns WHERE thread=? AND turn_id=?", (number, turn_id)
            ).fetchone()
            if known is None:
                raise ThreadForbidden(UNKNOWN_TURN.format(turn_id, thread_id))
            db.execute(
                "INSERT INTO feedback (thread, turn_id, candidate_id, rating, reason, created)"
                " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (thread, turn_id, candidate_id)"
                " DO UPDATE SET rating=excluded.rating, reason=excluded.reason,"
                " created=excluded.created",
                (number, turn_id, candidate_id, rating, reason, self._now()),
            )

    def feedback(self, tenant: str) -> list[dict[str, Any]]:
        """Return a tenant's feedback, the oldest first."""
        rows = self._database.read().execute(
            "SELECT thread_id, turn_id, candidate_id, rating, reason FROM feedback"
            " JOIN threads ON threads.number=feedback.thread WHERE tenant=?"
            " ORDER BY feedback.number",
            (tenant,),
        )
        keys = ("thread_id", "turn_id", "candidate_id", "rating", "reason")
        return [dict(zip(keys, row, strict=True)) for row in rows]

    def forget_people(self, tenant: str, candidate_ids: Sequence[str]) -> None:
        """Take removed people out of every transcript: their ids, their quotes, their ratings."""
        gone = frozenset(candidate_ids)
        with self._database.write() as db:
            _quiet(db)
            for candidate_id in sorted(gone):
                self._forget_one(db, tenant, candidate_id)

    def audit(self, tenant: str) -> list[dict[str, Any]]:
        """Return the audit entries of a tenant, the oldest first; they outlive their threads."""
        rows = self._database.read().execute(
            "SELECT entry FROM audit WHERE tenant=? ORDER BY at, rowid", (tenant,)
        )
        return [msgspec.json.decode(row[0]) for row in rows]

    def once(self, tenant: str, key: str, seconds: float = _DAY) -> bool:
        """Return True for the first caller with this key within `seconds`, False for others."""
        now = self._now()
        with self._database.write() as db:
            db.execute("DELETE FROM once WHERE until <= ?", (now,))
            return bool(
                db.execute(
                    "INSERT INTO once VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                    (tenant, key, now + seconds),
                ).rowcount
            )

    def seen(self, tenant: str, key: str) -> bool:
        """Return whether `once` was called with this key and its time is not over."""
        row = self._database.read().execute(
            "SELECT 1 FROM once WHERE tenant=? AND key=? AND until > ?", (tenant, key, self._now())
        )
        return row.fetchone() is not None

    def close(self) -> None:
        """Close the database."""
        self._database.close()

    def _forget_one(self, db: sqlite3.Connection, tenant: str, candidate_id: str) -> None:
        rows = db.execute(
            "SELECT turns.number, message, answer, frames, quoted FROM turn_people"
            " JOIN turns ON turns.number=turn_people.turn WHERE tenant=? AND candidate_id=?",
            (tenant, candidate_id),
        ).fetchall()
        nobody = id_mark("removed")
        mark = id_mark(candidate_id)
        for number, message, answer, frames, quoted in rows:
            said = Turn("", message, answer, msgspec.json.decode(frames))
            kept = removed_from(said, candidate_id, bool(quoted))
            db.execute(
                "UPDATE turns SET message=?, answer=?, frames=? WHERE number=?",
                (kept.message, kept.answer, msgspec.json.encode(kept.frames), number),
            )
        db.execute(
            "DELETE FROM turn_people WHERE tenant=? AND candidate_id=?", (tenant, candidate_id)
        )
        db.execute(
            "UPDATE threads SET title=replace(title, ?, ?) WHERE tenant=?", (mark, nobody, tenant)
        )
        db.execute(
            "DELETE FROM feedback WHERE candidate_id=? AND thread IN"
            " (SELECT number FROM threads WHERE tenant=?)",
            (candidate_id, tenant),
        )

    def _number(self, tenant: str, user: str, thread_id: str) -> int:
        return _owned(_thread(self._database.read(), tenant, thread_id), user, thread_id)

    def _claim(
        self, db: sqlite3.Connection, number: int, thread_id: str, turn_id: str, now: float
    ) -> tuple[str, ...]:
        """Take a thread and return the turns whose processes died on it."""
        self._refuse_busy(db, number, thread_id, now)
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

    def _leased(self, db: sqlite3.Connection, lease: Lease) -> tuple[int, str]:
        """Return the thread a lease still holds, and its user; raises TurnRunning."""
        row: tuple[int, str] | None = db.execute(
            "SELECT number, user FROM threads JOIN leases ON leases.thread=threads.number"
            " WHERE tenant=? AND thread_id=? AND turn_id=?",
            (lease.tenant, lease.thread_id, lease.turn_id),
        ).fetchone()
        if row is None:
            raise TurnRunning(BUSY.format(lease.thread_id))
        return row

    def _refuse_busy(self, db: sqlite3.Connection, number: int, thread_id: str, now: float) -> None:
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


def _thread(db: sqlite3.Connection, tenant: str, thread_id: str) -> tuple[int, str] | None:
    row: tuple[int, str] | None = db.execute(
        "SELECT number, user FROM threads WHERE tenant=? AND thread_id=?", (tenant, thread_id)
    ).fetchone()
    return row


def _owned(row: tuple[int, str] | None, user: str, thread_id: str) -> int:
    if row is None or row[1] != user:
        raise ThreadForbidden(UNKNOWN_THREAD.format(thread_id))
    return row[0]


def _release(db: sqlite3.Connection, thread: int, lease: Lease) -> bool:
    """Let go of a thread; return False when the lease no longer held it."""
    done = db.execute("DELETE FROM leases WHERE thread=? AND turn_id=?", (thread, lease.turn_id))
    return bool(done.rowcount)


def _quiet(db: sqlite3.Connection) -> None:
    """Keep the log beside the file short, and overwrite what is deleted."""
    db.execute("PRAGMA secure_delete=ON")
    db.execute("PRAGMA wal_autocheckpoint=64")
