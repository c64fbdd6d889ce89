"""Opens SQLite files safely: one connection a thread, WAL, whole transactions, known versions."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

import msgspec

from tools.private_folder import make_private


class DatabaseError(Exception):
    """A database file cannot be used; the message names the file and the mend."""


_PAGES_KB = 8_000
"""Kilobytes of pages that a connection may keep: what the searches of a large index go through."""


_PATIENCE = 30
"""Seconds that a writer waits for the one before it."""

_MACHINE = frozenset(
    (
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_CORRUPT,
        sqlite3.SQLITE_NOTADB,
    )
)
"""What SQLite reports of the disk and of the file; anything else is a fault of the program."""

_SHARED_MEMORY = 32 * 1024
"""Bytes of the file beside a database through which its readers and writers agree."""

_BEING_MADE = 1.0
"""Seconds in which another process that has just made a file writes its first page."""


class Database:
    """A SQLite file whose schema is a list of migrations; `PRAGMA user_version` counts them.

    Readers never wait (WAL); writers take turns; what is deleted is overwritten. Raises
    DatabaseError for a file that is not a database, comes from a newer version of this program, or
    cannot be written.
    """

    def __init__(self, path: Path, migrations: Sequence[str]) -> None:
        self.path = path
        self._migrations = migrations
        self._local = threading.local()
        self._connections: list[sqlite3.Connection] = []
        self._lock = threading.Lock()
        self._log_holds_erased = False
        try:
            make_private(path.parent)
            _refuse_emptied(path)
            with self._begun():
                self._migrate()
        except (sqlite3.Error, OSError) as error:
            raise DatabaseError(_explain(path, error)) from error

    def read(self) -> sqlite3.Connection:
        """Return this thread's connection."""
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is None:
            with self._told():
                connection = self._connect()
            self._local.connection = connection
        return connection

    @contextmanager
    def write(self, *, erases: bool = False) -> Iterator[sqlite3.Connection]:
        """Yield a connection inside a transaction that is committed whole or not at all.

        One that erases also empties the log beside the file, which would keep what is gone.
        """
        connection = self.read()
        with self._told():
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:  # SQLite itself takes back what a full disk cut short
                    connection.execute("ROLLBACK")
                raise
        self._log_holds_erased |= erases
        self._empty_log(connection)

    def pin(self) -> sqlite3.Connection:
        """Begin to read one state of the file, the latest, until `release`; return the connection.

        A state that this thread read before is let go.
        """
        self.release()
        connection = self.read()
        connection.execute("BEGIN")
        return connection

    def release(self) -> None:
        """Let go of the state this thread reads."""
        connection = self.read()
        if connection.in_transaction:
            connection.execute("ROLLBACK")
            self._empty_log(connection)

    def close(self) -> None:
        """Close every connection that was opened, whichever thread opened it."""
        with self._lock:
            for connection in self._connections:
                connection.close()
            self._connections.clear()
        self._local = threading.local()

    @contextmanager
    def _begun(self) -> Iterator[None]:
        """Take away again a new file that a full disk left empty: it would pass for one emptied."""
        new = not self.path.exists()
        try:
            yield
        except BaseException:
            self.close()
            if new and self.path.is_file() and self.path.stat().st_size == 0:
                self.path.unlink()
            raise

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Put what the disk or the file prevents in a sentence, a DatabaseError."""
        try:
            yield
        except sqlite3.Error as error:
            if getattr(error, "sqlite_errorcode", 0) & 0xFF in _MACHINE:
                raise DatabaseError(_explain(self.path, error)) from error
            raise

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(
            self.path, timeout=_PATIENCE, isolation_level=None, check_same_thread=False
        )
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=NORMAL")
        connection.execute("PRAGMA foreign_keys=ON")
        connection.execute("PRAGMA secure_delete=ON")
        connection.execute(f"PRAGMA cache_size=-{_PAGES_KB}")
        with self._lock:
            self._connections.append(connection)
        return connection

    def _empty_log(self, connection: sqlite3.Connection) -> None:
        """Empty the log if it holds what was erased; while somebody reads it, the next one tries.

        That is whoever writes next, or lets go of a state; who closes last removes the log anyway.
        """
        if not self._log_holds_erased:
            return
        connection.execute("PRAGMA busy_timeout=0")
        try:
            busy = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
            self._log_holds_erased = bool(busy)
        except sqlite3.OperationalError:
            pass  # somebody reads or writes just now, which is as being busy
        finally:
            connection.execute(f"PRAGMA busy_timeout={_PATIENCE * 1000}")

    def _migrate(self) -> None:
        version = self._version()
        if version > len(self._migrations):
            raise DatabaseError(
                f"{self.path} was written by a newer version of candidate-matcher "
                f"(schema {version}, this one knows {len(self._migrations)}): "
                "upgrade the program, or choose another data directory with --data-dir."
            )
        if version == len(self._migrations):
            return
        with self.write() as connection:
            # Another process may have done it while this one waited.
            for script in self._migrations[self._version() :]:
                for statement in script.split(";\n"):
                    if statement.strip():
                        connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {len(self._migrations)}")

    def _version(self) -> int:
        return int(self.read().execute("PRAGMA user_version").fetchone()[0])


def holds(path: Path, table: str) -> bool:
    """Return whether a file has a table, without a change to it: an empty one has none.

    Raises DatabaseError for a file that is not a database, or has only other tables.
    """
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as db:
            names = {row[0] for row in db.execute("SELECT name FROM sqlite_master")}
    except sqlite3.Error as error:
        raise DatabaseError(_explain(path, error)) from error
    if names and table not in names:
        raise DatabaseError(_foreign(path))
    return bool(names)


def listed(values: Sequence[str] | Sequence[int]) -> str:
    """Return values as the JSON that one parameter of json_each can hold, however many."""
    return msgspec.json.encode(values).decode()


def _refuse_emptied(path: Path) -> None:
    """Raise DatabaseError for a file of no bytes, which SQLite would take for a new database."""
    until = time.monotonic() + _BEING_MADE
    while path.is_file() and path.stat().st_size == 0:
        if time.monotonic() > until:
            raise DatabaseError(
                f"{path} is empty (0 bytes), so what it held is lost: put a copy of it back, or "
                "delete it to start anew; if it was the index, ingest again."
            )
        time.sleep(_BEING_MADE / 20)


def _foreign(path: Path) -> str:
    return (
        f"{path} is not a candidate-matcher database: move it away; if it was the index, "
        "ingest again."
    )


def _explain(path: Path, error: Exception) -> str:
    """Return one sentence that names the file, what is wrong and what to do."""
    text = str(error).lower()
    if "not a database" in text:
        return _foreign(path)
    if "malformed" in text:
        return (
            f"{path} is damaged: put a copy of it back, or move it away; if it was the index, "
            "ingest again."
        )
    full = "is full" in text or getattr(error, "errno", None) in (errno.ENOSPC, errno.EDQUOT)
    if full or ("i/o error" in text and not _has_room(path)):
        return (
            f"the disk that holds {path} is full: make room on it, then try again; what was "
            "stored before is kept."
        )
    kept_from = "unable to open" in text and path.parent.exists() and not _writable(path)
    if "readonly" in text or "read-only" in text or isinstance(error, PermissionError) or kept_from:
        return f"{path} cannot be written: make it writable or choose another --data-dir."
    if "locked" in text:
        return f"{path} is being written by another process: wait until it is done, then try again."
    return f"{path} cannot be opened ({error}): check the directory or choose another --data-dir."


def _has_room(path: Path) -> bool:
    """Return whether SQLite can put its shared memory beside a file; it tells no more than that."""
    try:
        return shutil.disk_usage(path.parent).free >= _SHARED_MEMORY
    except OSError:
        return True


def _writable(path: Path) -> bool:
    """Return whether a database may be written: its file, and its folder for the log beside it."""
    return os.access(path.parent, os.W_OK) and (not path.exists() or os.access(path, os.W_OK))
