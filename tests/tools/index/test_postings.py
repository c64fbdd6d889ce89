"""Who says most of the words: the same people, in blocks or not yet, as when all are read."""

from __future__ import annotations

import random
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from tools.candidates import Candidate, Identity, Profile
from tools.index import postings
from tools.index.bm25 import Said
from tools.index.postings import BLOCK, best
from tools.index.tenant_store import TenantStore
from tools.index.weights import LENGTH, SATURATION

WORDS = ["payroll", "audit", "nurse", "icu", "python", "welding", "menu", "crane"]
ASKED = ["payroll", "audit", "crane"]
NO_VECTORS = np.zeros((0, 4), np.float32)


def person(at: int, version: str = "") -> Candidate:
    dice = random.Random(f"{at}{version}")
    text = " ".join(f"{dice.choice(WORDS)} filler{dice.randint(0, 40)}" for _ in range(12))
    name = f"p{at:05d}"
    return Candidate(name, text, Profile(), Identity(), content_hash=f"{name}{version}")


def put(store: TenantStore, people: list[Candidate]) -> None:
    store.put([(person, NO_VECTORS) for person in people])


def said_by_all(store: TenantStore, limit: int, allowed: np.ndarray | None = None) -> list[int]:
    """Return who says most of ASKED by reading every sheet there is, and who ties with the last."""
    with store.reading():
        numbers = [n for n in range(store.size()) if n in _numbers(store)]
        sheets = list(store.sheets(numbers).values())
        marks = Said(sheets, store.statistics(ASKED)).bm25(ASKED, SATURATION, LENGTH)
    saying = {
        number: mark
        for number, mark in zip(numbers, marks.tolist(), strict=True)
        if mark > 0 and (allowed is None or allowed[number])
    }
    least = sorted(saying.values(), reverse=True)[:limit][-1]
    return [number for number, mark in saying.items() if mark >= least]


def said(store: TenantStore, limit: int, allowed: np.ndarray | None = None) -> list[int]:
    with store.reading():
        statistics = store.statistics(ASKED)
        marks = store.saying(store.mentions(ASKED, statistics), statistics)
    return best(marks, limit, allowed).tolist()


def _numbers(store: TenantStore) -> set[int]:
    rows = store._database.read().execute("SELECT number FROM candidates")
    return {int(number) for (number,) in rows}


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with more people than a block holds."""
    folder = tmp_path_factory.mktemp("filled")
    made = TenantStore(folder, "test", lambda: 4)
    for begin in range(0, BLOCK + 300, 400):
        put(made, [person(at) for at in range(begin, begin + 400)])
    made.close()
    return folder


@pytest.fixture
def store(filled: Path, tmp_path: Path) -> Iterator[TenantStore]:
    shutil.copytree(filled, tmp_path, dirs_exist_ok=True)
    made = TenantStore(tmp_path, "test", lambda: 4)
    yield made
    made.close()


def test_people_in_a_block_and_people_since_are_ranked_together(store: TenantStore) -> None:
    found = said(store, 500)
    assert found == said_by_all(store, 500)
    assert len(found) >= 500
    assert min(found) < BLOCK < max(found)


def test_mentions_that_are_looked_up_count_like_those_on_the_sheets(store: TenantStore) -> None:
    with store.reading():
        numbers = sorted(_numbers(store))
        sheets = list(store.sheets(numbers).values())
        statistics = store.statistics(ASKED)
        found = store.mentions(ASKED, statistics)
    assert list(found) == ASKED
    known = {word: counts[numbers] for word, counts in found.items()}
    wanted = Said(sheets, statistics).bm25([*ASKED, "unsaid"], SATURATION, LENGTH)
    marks = Said(sheets, statistics, known).bm25([*ASKED, "unsaid"], SATURATION, LENGTH)
    assert marks.tolist() == wanted.tolist()
    assert wanted.max() > 0


def test_only_those_allowed_are_found(store: TenantStore) -> None:
    allowed = np.arange(store.size()) % 50 == 0
    assert said(store, 20, allowed) == said_by_all(store, 20, allowed)


def test_who_is_deleted_or_replaced_is_forgotten_in_every_block(store: TenantStore) -> None:
    first = said(store, 60)
    gone = [f"p{number - 1:05d}" for number in first[::2]]
    store.remove(gone)
    put(store, [person(number - 1, "newer") for number in first[1::2]])
    found = said(store, 5_000)
    assert found == said_by_all(store, 5_000)
    assert not set(first) & set(found)


def test_an_index_written_before_there_were_postings_gets_them_when_opened(
    store: TenantStore, tmp_path: Path
) -> None:
    before = said(store, 200)
    store.close()
    db = sqlite3.connect(tmp_path / "candidates.db")
    with db:
        db.execute("DELETE FROM postings")
        db.execute("DELETE FROM meta WHERE key='blocks'")
    db.close()
    again = TenantStore(tmp_path, "test", lambda: 4)
    assert said(again, 200) == before
    again.close()


def test_of_too_many_words_the_rarest_are_read(
    store: TenantStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    with store.reading():
        rare = store.statistics(["filler7"])
        assert 0 < rare.holders("filler7") < 1_000
        alone = store.saying(store.mentions(["filler7"], rare), rare).tolist()
        monkeypatch.setattr(postings, "MOST_READ", 1_000)
        words = ["payroll", "filler7", "audit"]
        statistics = store.statistics(words)
        assert store.saying(store.mentions(words, statistics), statistics).tolist() == alone


def test_nobody_is_found_where_nobody_is(tmp_path: Path) -> None:
    empty = TenantStore(tmp_path / "empty", "test", lambda: 4)
    assert said(empty, 10) == []
    empty.close()
