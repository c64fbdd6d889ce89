"""Several readers and writers at once: everybody sees a whole index, and nothing is lost."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import msgspec
import pytest

from tools.criteria import Criterion
from tools.index.local import LocalIndex

ROOT = Path(__file__).parents[3]
NURSES = (Criterion("title", "Registered Nurse"),)

WRITER = """
import sys
from pathlib import Path
from tests.conftest import HashEmbedder
from tests.tools.index.test_together import copies
from tools.index.local import LocalIndex
folder, name = Path(sys.argv[1]), sys.argv[2]
index = LocalIndex(folder, HashEmbedder())
print("ready", flush=True)
sys.stdin.readline()
for at in range(12):
    index.upsert("local", copies(name, at, 4))
index.delete("local", [f"{name}-0-0", f"{name}-1-1"])
index.close()
"""


def copies(name: str, at: int, count: int) -> list[Any]:
    """Return people called after a writer, each with a text of their own."""
    from datetime import date

    from tools.ingest.profile import build_candidate

    made = []
    for n in range(count):
        text = f"Registered Nurse\n\nEXPERIENCE\nRegistered Nurse, {name} {at} {n}, 2015 - 2020\n"
        digest = hashlib.sha256(text.encode()).hexdigest()
        made.append(
            build_candidate(
                f"{name}-{at}-{n}", text, source="", content_hash=digest, today=date(2026, 1, 1)
            )
        )
    return made


def test_two_processes_that_ingest_at_once_lose_nothing(tmp_path: Path, embedder: Any) -> None:
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", WRITER, str(tmp_path), name],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for name in ("left", "right")
    ]
    for writer in writers:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "ready\n"
    for writer in writers:
        writer.communicate("go\n", timeout=120)
    assert [writer.returncode for writer in writers] == [0, 0]
    index = LocalIndex(tmp_path, embedder)
    assert index.count("local") == 2 * (12 * 4 - 2)
    assert len(index.search("local", NURSES, 200).ids) == 92
    index.close()


def test_a_reader_during_writes_sees_each_batch_whole(tmp_path: Path, embedder: Any) -> None:
    """A batch replaces everybody; a search that saw two batches mixed would find both."""
    index = LocalIndex(tmp_path, embedder)
    index.upsert("local", marked(0))
    done = threading.Event()
    seen: list[set[str]] = []

    def read() -> None:
        while not done.is_set():
            pool = index.search("local", NURSES, 50)
            people = index.get("local", pool.ids)
            seen.append({p.text.split("batch ")[1].split()[0] for p in people.values()})

    def write() -> None:
        for batch in range(1, 25):
            index.upsert("local", marked(batch))
        done.set()

    threads = [threading.Thread(target=read), threading.Thread(target=read)]
    for thread in threads:
        thread.start()
    write()
    for thread in threads:
        thread.join()
    assert len(seen) > 2
    assert [batches for batches in seen if len(batches) != 1] == []
    index.close()


def test_another_process_sees_what_was_written_and_deleted_since(
    tmp_path: Path, embedder: Any
) -> None:
    """Two indexes over one folder are two processes as far as their memory goes."""
    one, other = LocalIndex(tmp_path, embedder), LocalIndex(tmp_path, embedder)
    one.upsert("local", marked(1))
    assert len(other.search("local", NURSES).ids) == 6
    other.delete("local", ["p-0", "p-5"])
    one.upsert("local", copies("new", 0, 1))
    for index in (one, other):
        assert sorted(index.search("local", NURSES).ids) == ["new-0-0", "p-1", "p-2", "p-3", "p-4"]
        index.close()


@pytest.mark.parametrize("rows", [10, 40])
def test_a_back_up_that_was_put_back_is_not_answered_from_a_newer_cache(
    tmp_path: Path, embedder: Any, rows: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tools.index.segment.EXACT_ROWS", rows // 4)
    home, kept = tmp_path / "home", tmp_path / "kept"
    index = LocalIndex(home, embedder)
    index.upsert("local", copies("old", 0, rows))
    index.close()
    kept.write_bytes((home / "local" / "candidates.db").read_bytes())
    index = LocalIndex(home, embedder)
    index.delete("local", [f"old-0-{n}" for n in range(rows)])
    index.upsert("local", marked(3) + copies("newer", 0, rows))
    index.search("local", NURSES)
    index.close()
    (home / "local" / "candidates.db").write_bytes(kept.read_bytes())
    index = LocalIndex(home, embedder)
    index.upsert("local", copies("again", 0, 3))
    ids = {candidate_id for candidate_id, _ in index.nearest("local", "Registered Nurse", 90)}
    assert ids == {*(f"old-0-{n}" for n in range(rows)), *(f"again-0-{n}" for n in range(3))}
    index.close()


def marked(batch: int) -> list[Any]:
    """Return the same six people, who say in which batch they were written."""
    made = []
    for n, person in enumerate(copies("p", 0, 6)):
        text = person.text.replace("p 0", f"batch {batch}")
        made.append(
            msgspec.structs.replace(
                person, candidate_id=f"p-{n}", text=text, content_hash=f"{batch}-{n}"
            )
        )
    return made
