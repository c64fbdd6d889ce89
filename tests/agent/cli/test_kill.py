"""An ingest that is killed at any moment leaves a whole index, which the next one completes."""

from __future__ import annotations

import json
import random
import signal
import sqlite3
import subprocess
import time
from pathlib import Path

import pytest

from agent.settings import Settings
from agent.wiring import open_index
from tests.agent.cli.test_processes import MATCHER, PATIENCE, ran
from tools.request import read_request

PEOPLE = 70
KILLS = 4


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a JSONL file of people enough for several transactions."""
    file = tmp_path_factory.mktemp("crowd") / "crowd.jsonl"
    lines = [
        json.dumps(
            {
                "candidate_id": f"p-{n:03}",
                "text": f"Baker Number {n}\nbaker{n}@example.com\n\nEXPERIENCE\n"
                f"Baker, Mill Lane {n}, Bristol, 03/{2000 + n % 20} - Present\n- Sourdough, HACCP",
            }
        )
        for n in range(PEOPLE)
    ]
    file.write_text("\n".join(lines), "utf-8")
    return file


def whole(data_dir: Path) -> int:
    """Return how many people the index holds, having checked that every part of it agrees."""
    file = data_dir / "index" / "local" / "candidates.db"
    if not file.exists():
        return 0
    with sqlite3.connect(file) as db:
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        if not db.execute("PRAGMA user_version").fetchone()[0]:
            return 0
        people = db.execute("SELECT count(*) FROM candidates").fetchone()[0]
        for table in ("documents", "lexical"):
            assert db.execute(f"SELECT count(*) FROM {table}").fetchone()[0] == people, table
        bare = db.execute(
            "SELECT count(*) FROM candidates WHERE number NOT IN"
            " (SELECT vector_id / ? FROM vectors)",
            (_passages_per_person(),),
        ).fetchone()[0]
        assert bare == 0, "people without vectors"
    return int(people)


def _passages_per_person() -> int:
    from tools.index.tenant_store import PASSAGES_PER_PERSON

    return PASSAGES_PER_PERSON


def test_killed_at_any_moment_the_next_start_finds_a_whole_index(
    crowd: Path, tmp_path: Path
) -> None:
    moments = random.Random(7)
    command = [*MATCHER, "ingest", str(crowd), "--data-dir", str(tmp_path)]
    file = tmp_path / "index" / "local" / "candidates.db"
    before = 0
    for _ in range(KILLS):
        ingest = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        deadline = time.monotonic() + PATIENCE
        while not file.exists() and ingest.poll() is None and time.monotonic() < deadline:
            time.sleep(0.02)
        time.sleep(moments.uniform(0.0, 2.5))
        ingest.send_signal(signal.SIGKILL)
        ingest.wait(PATIENCE)
        found = whole(tmp_path)
        assert found >= before, "a finished transaction was lost"
        before = found
    done = ran("ingest", str(crowd), "--data-dir", str(tmp_path))
    assert done.returncode == 0, done.stderr
    assert whole(tmp_path) == PEOPLE
    assert found_by_search(tmp_path) == 10


def found_by_search(data_dir: Path) -> int:
    index = open_index(Settings(data_dir=data_dir))
    try:
        return len(index.search("local", read_request("bakers with HACCP").criteria).ids[:10])
    finally:
        index.close()
