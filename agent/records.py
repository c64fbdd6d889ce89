"""What is kept of conversations beside the graph's state: owners, transcripts, feedback, leases."""

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
from agent.records_schema import MIGRATIONS
from tools.index.sqlite import Database
from tools.people.placeholders import id_mark

LEASE_SECONDS = 120.0
"""How long a turn that no longer renews its lease keeps its thread busy."""
REMOVED = "(This answer quoted a candidate who has been removed.)"
_TITLE = 80
_UNKNOWN = "There is no thread {0!r} of yours: choose another thread id, or list your threads."


class Lease(msgspec.Struct, frozen=True):
    """The right to run a turn on a thread."""

    thread: int
    tenant: str
    turn_id: str


class Turn(msgspec.Struct, frozen=True):
    """A finished turn: people in `message` and `answer` are placeholders with their ids.

    `frames` are the events a door needs to show the turn again, without résumé text; `people`
    maps everybody shown to whether the answer quotes or names them.
    """

    turn_id: str
    message: str
    answer: str
    frames: list[dict[str, Any]]
    people: dict[str, bool] = {}
    created: float = 0.0


class Thread(msgspec.Struct, frozen=True):
    """A conversation: its title is the first message; times are seconds since 1970."""

    thread_id: str
    title: str
    created: float
    updated: float
    turns: int


class Records:
    """Transcripts in SQLite; `now` gives seconds since 1970. Raises DatabaseError on opening."""

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
            self._claim(db, number, thread_id, turn_id, now)
        return Lease(number, tenant, turn_id)

    def renew(self, lease: Lease) -> None:
        """Keep a thread for another LEASE_SECONDS."""
        with self._database.write() as db:
            db.execute(
                "UPDATE leases SET until=? WHERE thread=? AND turn_id=?",
                (self._now() + LEASE_SECONDS, lease.thread, lease.turn_id),
            )

    def finish(self, lease: Lease, turn: Turn) -> None:
        """Write a finished turn and let go of the thread, in one transaction."""
        now = self._now()
        with self._database.write() as db:
            number = db.execute(
                "INSERT INTO turns (thread, turn_id, message, answer, frames, created)"
                " VALUES (?, ?, ?, ?, ?, ?) RETURNING number",
                (
                    lease.thread,
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
                (now, " ".join(turn.message.split())[:_TITLE], lease.thread),
            )
            _release(db, lease)

    def abandon(self, lease: Lease) -> None:
        """Let go of a thread after a turn that left nothing; one without turns is forgotten."""
        with self._database.write() as db:
            _release(db, lease)
            db.execute(
                "DELETE FROM threads WHERE number=?"
                " AND NOT EXISTS (SELECT 1 FROM turns WHERE thread=threads.number)",
                (lease.thread,),
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
                raise ThreadForbidden(f"There is no turn {turn_id!r} in the thread {thread_id!r}.")
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
            kept = without_person(msgspec.json.decode(frames), candidate_id)
            db.execute(
                "UPDATE turns SET message=?, answer=?, frames=? WHERE number=?",
                (
                    message.replace(mark, nobody),
                    REMOVED if quoted else answer.replace(mark, nobody),
                    msgspec.json.encode(kept),
                    number,
                ),
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
    ) -> None:
        self._refuse_busy(db, number, thread_id, now)
        db.execute(
            "INSERT OR REPLACE INTO leases VALUES (?, ?, ?, ?)",
            (number, turn_id, self._holder, now + LEASE_SECONDS),
        )

    def _refuse_busy(self, db: sqlite3.Connection, number: int, thread_id: str, now: float) -> None:
        lease = db.execute("SELECT holder, until FROM leases WHERE thread=?", (number,)).fetchone()
        if lease is not None and lease[1] > now and self._may_live(lease[0]):
            raise TurnRunning(
                f"The thread {thread_id!r} is still answering: wait until that turn has ended."
            )

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


def without_person(node: Any, candidate_id: str) -> Any:
    """Return frames without a person: their entries and their id are left out of every list."""
    if isinstance(node, dict):
        return {key: without_person(value, candidate_id) for key, value in node.items()}
    if isinstance(node, list):
        return [without_person(n, candidate_id) for n in node if not _is(n, candidate_id)]
    return node


def _is(node: Any, candidate_id: str) -> bool:
    return node == candidate_id or (
        isinstance(node, dict) and node.get("candidate_id") == candidate_id
    )


def _thread(db: sqlite3.Connection, tenant: str, thread_id: str) -> tuple[int, str] | None:
    row: tuple[int, str] | None = db.execute(
        "SELECT number, user FROM threads WHERE tenant=? AND thread_id=?", (tenant, thread_id)
    ).fetchone()
    return row


def _owned(row: tuple[int, str] | None, user: str, thread_id: str) -> int:
    if row is None or row[1] != user:
        raise ThreadForbidden(_UNKNOWN.format(thread_id))
    return row[0]


def _release(db: sqlite3.Connection, lease: Lease) -> None:
    db.execute("DELETE FROM leases WHERE thread=? AND turn_id=?", (lease.thread, lease.turn_id))


def _quiet(db: sqlite3.Connection) -> None:
    """Keep the log beside the file short, and overwrite what is deleted."""
    db.execute("PRAGMA secure_delete=ON")
    db.execute("PRAGMA wal_autocheckpoint=64")
