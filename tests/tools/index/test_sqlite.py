"""Database opens files safely, keeps transactions whole and says what to do when it cannot."""

import sqlite3
import stat
import subprocess
import sys
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


def test_a_damaged_file_is_not_taken_for_somebody_elses(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    database = Database(path, SCHEMA)
    with database.write() as db:
        db.executemany("INSERT INTO kept VALUES (?)", [("much " * 200,)] * 200)
    database.close()
    whole = path.read_bytes()
    path.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))
    damaged = Database(path, SCHEMA)
    with pytest.raises(DatabaseError, match="damaged: put a copy"), damaged.write() as db:
        db.execute("DELETE FROM kept WHERE value > ''")


def test_folders_that_are_made_are_nobody_elses_and_others_stay_as_they_are(tmp_path: Path) -> None:
    before = tmp_path.stat().st_mode
    Database(tmp_path / "data" / "index" / "x.db", SCHEMA).close()
    made = [tmp_path / "data", tmp_path / "data" / "index"]
    assert [stat.S_IMODE(each.stat().st_mode) for each in made] == [0o700, 0o700]
    assert tmp_path.stat().st_mode == before


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


def full(database: Database) -> None:
    """Leave the database no room to grow, as a full disk does."""
    pages = database.read().execute("PRAGMA page_count").fetchone()[0]
    database.read().execute(f"PRAGMA max_page_count={pages}")


def test_a_full_disk_is_named_with_the_mend_and_what_was_stored_is_kept(tmp_path: Path) -> None:
    database = Database(tmp_path / "x.db", SCHEMA)
    with database.write() as db:
        db.execute("INSERT INTO kept VALUES ('before')")
    full(database)
    with (
        pytest.raises(DatabaseError, match=r"disk that holds .*x\.db is full: make room"),
        database.write() as db,
    ):
        db.execute("INSERT INTO kept VALUES (zeroblob(100000))")
    assert database.read().execute("SELECT value FROM kept").fetchall() == [("before",)]
    with database.write() as db:
        db.execute("INSERT INTO kept VALUES ('after')")


WITHOUT_ROOM = """
import resource, shutil, signal, sys
from pathlib import Path
from tools.index.sqlite import Database, DatabaseError
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
if "full" in sys.argv:
    shutil.disk_usage = lambda _: type("Usage", (), {"free": 4096})
try:
    Database(Path(sys.argv[1]), ("CREATE TABLE kept (value TEXT)",))
except DatabaseError as error:
    print(error)
"""


def without_room(*arguments: str | Path) -> str:
    """Return what a process says that may write no byte."""
    run = [sys.executable, "-c", WITHOUT_ROOM, *arguments]
    return subprocess.run(run, capture_output=True, text=True, check=True).stdout


def test_a_file_that_cannot_be_begun_is_not_left_behind_empty(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    assert f"{path} cannot be opened" in without_room(path)
    assert not path.exists()
    Database(path, SCHEMA).close()


def test_a_disk_without_room_for_what_lies_beside_the_file_is_called_full(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    Database(path, SCHEMA).close()
    assert "disk I/O error" in without_room(path)
    assert f"the disk that holds {path} is full: make room on it" in without_room(path, "full")


def test_a_file_that_became_read_only_is_named_when_it_is_written(tmp_path: Path) -> None:
    database = Database(tmp_path / "x.db", SCHEMA)
    database.read().execute("PRAGMA query_only=ON")
    with pytest.raises(DatabaseError, match=r"x\.db cannot be written"), database.write() as db:
        db.execute("INSERT INTO kept VALUES ('more')")


def test_a_locked_file_is_named_with_who_holds_it(tmp_path: Path) -> None:
    database = Database(tmp_path / "x.db", SCHEMA)
    database.read().execute("PRAGMA busy_timeout=1")
    with sqlite3.connect(database.path, isolation_level=None) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(DatabaseError, match="another process"), database.write():
            pass
        other.execute("ROLLBACK")
    other.close()


def test_a_statement_that_is_wrong_stays_a_fault_of_the_program(tmp_path: Path) -> None:
    database = Database(tmp_path / "x.db", SCHEMA)
    with pytest.raises(sqlite3.OperationalError, match="no such table"), database.write() as db:
        db.execute("INSERT INTO nowhere VALUES (1)")


def test_an_emptied_file_is_named_and_not_taken_for_a_new_one(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    Database(path, SCHEMA).close()
    path.write_bytes(b"")
    with pytest.raises(DatabaseError, match=r"x\.db is empty .*start anew"):
        Database(path, SCHEMA)
    path.unlink()
    Database(path, SCHEMA).close()


@pytest.mark.parametrize("migrations", [(), SCHEMA])
def test_a_database_that_holds_nothing_yet_opens_again(
    tmp_path: Path, migrations: tuple[str, ...]
) -> None:
    Database(tmp_path / "x.db", migrations).close()
    Database(tmp_path / "x.db", migrations).close()


def test_a_file_that_another_process_is_just_making_is_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    path.touch()

    def make() -> None:
        with sqlite3.connect(path) as db:
            db.execute("PRAGMA journal_mode=WAL")
        db.close()

    maker = threading.Timer(0.1, make)
    maker.start()
    Database(path, SCHEMA).close()
    maker.join()
