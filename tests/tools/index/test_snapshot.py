"""The vector cache is never the truth: lost, foreign or damaged, it is made again the same."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tools.criteria import Criterion
from tools.index import segment, snapshot
from tools.index.local import LocalIndex

WISH = (Criterion("text", "language models for customer support"),)


@pytest.fixture(autouse=True)
def kept_from_four_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make snapshots of indexes as small as those of tests."""
    monkeypatch.setattr(segment, "EXACT_ROWS", 4)


@pytest.fixture
def home(tmp_path: Path, people: list[Any], embedder: Any) -> Path:
    """A folder with an index that was searched, so that its cache is there."""
    index = LocalIndex(tmp_path / "index", embedder)
    index.upsert("local", people)
    index.search("local", WISH)
    index.close()
    assert (tmp_path / "index" / "local" / "vectors.cache").is_file()
    return tmp_path / "index"


def emptied(cache: Path) -> None:
    cache.write_bytes(b"")


def cut(cache: Path) -> None:
    cache.write_bytes(cache.read_bytes()[:200])


def flipped_in_the_ids(cache: Path) -> None:
    _flip(cache, 4096)


def flipped_in_the_rows(cache: Path) -> None:
    _flip(cache, cache.stat().st_size // 2)


def flipped_in_the_signs(cache: Path) -> None:
    _flip(cache, cache.stat().st_size - 8)


def foreign(cache: Path) -> None:
    cache.write_bytes(b"not a cache at all" * 999)


def a_folder(cache: Path) -> None:
    cache.unlink()
    cache.mkdir()


def _flip(cache: Path, at: int) -> None:
    data = bytearray(cache.read_bytes())
    data[at : at + 8] = bytes(255 - byte for byte in data[at : at + 8])
    cache.write_bytes(data)


HARMS = [
    Path.unlink,
    emptied,
    cut,
    flipped_in_the_ids,
    flipped_in_the_rows,
    flipped_in_the_signs,
    foreign,
    a_folder,
]


@pytest.mark.parametrize("harm", HARMS, ids=lambda harm: harm.__name__)
def test_a_harmed_cache_costs_nothing_but_its_making(
    home: Path, embedder: Any, harm: Callable[[Path], None]
) -> None:
    index = LocalIndex(home, embedder)
    before = index.nearest("local", "Data Scientist Python", 8)
    index.close()
    cache = home / "local" / "vectors.cache"
    harm(cache)
    assert snapshot.load(cache, embedder.dimensions) is None
    again = LocalIndex(home, embedder)
    assert again.nearest("local", "Data Scientist Python", 8) == before
    again.close()


def test_a_kept_cache_is_used_and_gives_the_list_of_a_fresh_one(
    home: Path, tmp_path: Path, embedder: Any
) -> None:
    shutil.copytree(home, tmp_path / "copy")
    (tmp_path / "copy" / "local" / "vectors.cache").unlink()
    kept, fresh = LocalIndex(home, embedder), LocalIndex(tmp_path / "copy", embedder)
    assert kept.search("local", WISH).ids == fresh.search("local", WISH).ids
    kept.close()
    fresh.close()


def test_no_scrap_is_left_beside_a_cache(home: Path) -> None:
    assert not list((home / "local").glob("*.part"))
