"""The vector cache is never the truth: lost, stale or damaged, it is built again the same."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import HashEmbedder
from tools.criteria import Criterion
from tools.index.local import LocalIndex
from tools.index.vector_cache import VectorCache

WISH = (Criterion("text", ("language models for customer support",)),)


def emptied(cache: Path) -> None:
    cache.write_bytes(b"")


def cut(cache: Path) -> None:
    cache.write_bytes(cache.read_bytes()[:200])


def flipped(cache: Path) -> None:
    data = bytearray(cache.read_bytes())
    data[len(data) // 2 : len(data) // 2 + 64] = bytes(64)
    cache.write_bytes(data)


def foreign(cache: Path) -> None:
    cache.write_bytes(b"not a cache at all" * 99)


def a_folder(cache: Path) -> None:
    cache.unlink()
    cache.mkdir()


def stampless(cache: Path) -> None:
    cache.with_suffix(".generation").unlink()


HARMS = [Path.unlink, emptied, cut, flipped, foreign, a_folder, stampless]


@pytest.mark.parametrize("harm", HARMS, ids=lambda harm: harm.__name__)
def test_a_harmed_cache_costs_nothing_but_its_building(
    tmp_path: Path, people: list[Any], harm: Callable[[Path], None]
) -> None:
    index = LocalIndex(tmp_path / "index", HashEmbedder())
    index.upsert("local", people)
    before = index.search("local", WISH)
    index.close()
    cache = tmp_path / "index" / "local" / "vectors.faiss"
    assert cache.is_file()
    harm(cache)
    again = LocalIndex(tmp_path / "index", HashEmbedder())
    assert again.search("local", WISH) == before
    again.close()


def test_a_damaged_file_is_not_taken_for_the_cache(tmp_path: Path, people: list[Any]) -> None:
    index = LocalIndex(tmp_path / "index", HashEmbedder())
    index.upsert("local", people)
    index.search("local", WISH)
    index.close()
    cache = tmp_path / "index" / "local" / "vectors.faiss"
    generation = cache.with_suffix(".generation").read_text("utf-8").split()[0]
    assert VectorCache.load(cache, generation) is not None
    assert VectorCache.load(cache, f"{generation}0") is None
    flipped(cache)
    assert VectorCache.load(cache, generation) is None


def test_a_kept_cache_is_used_and_gives_the_list_of_a_fresh_one(
    tmp_path: Path, people: list[Any]
) -> None:
    index = LocalIndex(tmp_path / "index", HashEmbedder())
    index.upsert("local", people)
    before = index.search("local", WISH)
    index.close()
    shutil.copytree(tmp_path / "index", tmp_path / "copy")
    copy = LocalIndex(tmp_path / "copy", HashEmbedder())
    assert copy.search("local", WISH).ids == before.ids
    copy.close()
