"""Transcripts, owners, leases, ratings and the audit log in one SQLite file."""

from __future__ import annotations

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
    Rating,
    Thread,
    Turn,
    audited,
    title_of,
)
from agent.storage.sqlite.forgetting import forget_person
from agent.storage.sqlite.leases import Leases, release
from agent.storage.sqlite.schema import MIGRATIONS
from tools.index.sqlite import Database

AUDIT_DAYS = 400
"""How long an audit entry is kept; at least six months are asked for by law."""
_DAY = 86_400
_OF_LEASE = "(SELECT number FROM threads WHERE tenant=? AND thread_id=?)"


class SQLiteRecords:
    """Records in one file; `now` gives seconds since 1970. Raises DatabaseError on opening."""

    def __init__(self, path: Path, now: Callable[[], float] = time.time) -> None:
        self._database = Database(path, MIGRATIONS)
        self._now = now
        self._leases = Leases()

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
            unfinished = self._leases.claim(db, number, thread_id, turn_id, now)
        return Lease(tenant, thread_id, turn_id, unfinished)

    def renew(self, lease: Lease, seconds: float = LEASE_SECONDS) -> None:
        """Keep a thread for so many seconds more; with 0 the next turn takes over at once."""
        with self._database.write() as db:
            db.execute(
                f"UPDATE leases SET until=? WHERE thread={_OF_LEASE} AND turn_id=?",
                (self._now() + seconds, lease.tenant, lease.thread_id, lease.turn_id),
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
            release(db, thread, lease)

    def abandon(self, lease: Lease) -> None:
        """Let go of a thread after a turn that left nothing; one without turns is forgotten."""
        with self._database.write() as db:
            row = _thread(db, lease.tenant, lease.thread_id)
            if row is not None and release(db, row[0], lease):
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
        with self._database.write(erases=True) as db:
            number = _owned(_thread(db, tenant, thread_id), user, thread_id)
            self._leases.refuse_busy(db, number, thread_id, self._now())
            db.execute("DELETE FROM threads WHERE number=?", (number,))

    def rate(self, tenant: str, user: str, thread_id: str, rating: Rating) -> None:
        """Keep what the user thinks of a turn or of a person in it; the last word counts.

        Raises ThreadForbidden for a thread or turn that is not the user's.
        """
        with self._database.write() as db:
            number = _owned(_thread(db, tenant, thread_id), user, thread_id)
            known = db.execute(
                "SELECT 1 FROM turns WHERE thread=? AND turn_id=?", (number, rating.turn_id)
            ).fetchone()
            if known is None:
                raise ThreadForbidden(UNKNOWN_TURN.format(rating.turn_id, thread_id))
            db.execute(
                "INSERT INTO feedback (thread, turn_id, rating, candidate_id, reason, created)"
                " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (thread, turn_id, candidate_id)"
                " DO UPDATE SET rating=excluded.rating, reason=excluded.reason,"
                " created=excluded.created",
                (number, *msgspec.structs.astuple(rating), self._now()),
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
        with self._database.write(erases=True) as db:
            _quiet(db)
            for candidate_id in sorted(set(candidate_ids)):
                forget_person(db, tenant, candidate_id)

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

    def _number(self, tenant: str, user: str, thread_id: str) -> int:
        return _owned(_thread(self._database.read(), tenant, thread_id), user, thread_id)

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


def _thread(db: sqlite3.Connection, tenant: str, thread_id: str) -> tuple[int, str] | None:
    row: tuple[int, str] | None = db.execute(
        "SELECT number, user FROM threads WHERE tenant=? AND thread_id=?", (tenant, thread_id)
    ).fetchone()
    return row


def _owned(row: tuple[int, str] | None, user: str, thread_id: str) -> int:
    if row is None or row[1] != user:
        raise ThreadForbidden(UNKNOWN_THREAD.format(thread_id))
    return row[0]


def _quiet(db: sqlite3.Connection) -> None:
    """Keep the log beside the file short."""
    db.execute("PRAGMA wal_autocheckpoint=64")
