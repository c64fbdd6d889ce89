"""Database opens files safely, keeps transactions whole and says what to do when it cannot."""

import sqlite3
import threading
from pathlib import Path

import pytest

from tools.index.sqlite import Database, DatabaseError

SCHEMA = ("CREATE TABLE kept (value TEXT)",)


def test_a_transaction_that_fails_leaves_nothing_behind(tmp_path: Path) -> None:
    database = Database(tmp_path / "x.db", SCHEMA)

    def fail_half_way() -> None:
        with database.write() as db:
            db.execute("INSERT INTO kept VALUES ('half')")
            raise RuntimeError("power cut")

    with pytest.raises(RuntimeError, match="power cut"):
        fail_half_way()
    assert database.read().execute("SELECT count(*) FROM kept").fetchone() == (0,)


def test_a_newer_file_is_refused_with_the_mend(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA user_version = 99")
    with pytest.raises(DatabaseError, match=r"newer version.*upgrade the program"):
        Database(path, SCHEMA)


def test_a_file_that_is_no_database_is_named(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    path.write_bytes(b"not a database at all, just text" * 100)
    with pytest.raises(DatabaseError, match=r"x\.db is not a candidate-matcher database"):
        Database(path, SCHEMA)


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(DatabaseError, match="--data-dir"):
        Database(tmp_path / "file" / "x.db", SCHEMA)


def test_migrations_run_once_and_in_order(tmp_path: Path) -> None:
    Database(tmp_path / "x.db", SCHEMA).close()
    grown = Database(tmp_path / "x.db", (*SCHEMA, "ALTER TABLE kept ADD COLUMN more TEXT"))
    columns = [row[1] for row in grown.read().execute("PRAGMA table_info(kept)")]
    assert columns == ["value", "more"]


def test_every_thread_has_a_connection_of_its_own(tmp_path: Path) -> None:
    database = Database(tmp_path / "x.db", SCHEMA)
    seen: list[int] = []
    threads = [threading.Thread(target=lambda: seen.append(id(database.read()))) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert id(database.read()) not in seen


def on_disk(path: Path) -> bytes:
    """Return what lies in a database's file and in the log beside it."""
    return b"".join(file.read_bytes() for file in path.parent.glob(f"{path.name}*"))


def test_what_is_erased_is_no_longer_on_disk_while_the_file_is_open(tmp_path: Path) -> None:
    database = Database(tmp_path / "x.db", SCHEMA)
    with database.write() as db:
        db.execute("INSERT INTO kept VALUES ('a secret of hers')")
    assert b"a secret of hers" in on_disk(database.path)
    with database.write(erases=True) as db:
        db.execute("DELETE FROM kept")
    assert b"a secret of hers" not in on_disk(database.path)


def test_what_somebody_still_reads_is_erased_from_disk_when_they_let_go(tmp_path: Path) -> None:
    database = Database(tmp_path / "x.db", SCHEMA)
    with database.write() as db:
        db.execute("INSERT INTO kept VALUES ('a secret of hers')")
    read = database.pin().execute("SELECT value FROM kept").fetchone
    assert read() == ("a secret of hers",)

    def erase() -> None:
        with database.write(erases=True) as db:
            db.execute("DELETE FROM kept")

    writer = threading.Thread(target=erase)
    writer.start()
    writer.join()
    assert b"a secret of hers" in on_disk(database.path)
    database.release()
    assert b"a secret of hers" not in on_disk(database.path)
