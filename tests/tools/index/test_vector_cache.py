"""The vector cache finds what exact search finds, grows without a rebuild and trusts no file."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tools.index.snapshot import Snapshot, load
from tools.index.vector_cache import PASSAGES_PER_PERSON, Head, VectorCache, empty

DIMENSIONS = 24


def unit(count: int, seed: int, dimensions: int = DIMENSIONS) -> np.ndarray:
    rows = np.random.default_rng(seed).standard_normal((count, dimensions)).astype(np.float32)
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def ids_of(numbers: list[int], each: int = 2) -> np.ndarray:
    return np.array(
        [n * PASSAGES_PER_PERSON + at for n in numbers for at in range(each)], dtype=np.int64
    )


def exact(ids: np.ndarray, rows: np.ndarray, query: np.ndarray, k: int) -> list[int]:
    scores = np.einsum("ij,j->i", rows.astype(np.float32), query)
    return ids[np.lexsort((ids, -scores))[:k]].tolist()


def written(path: Path, ids: np.ndarray, rows: np.ndarray) -> VectorCache:
    snapshot = Snapshot(path, Head(rows.shape[1], len(ids), int(ids[-1]), 0))
    half = len(ids) // 2
    snapshot.put(ids[:half], rows[:half])
    snapshot.put(ids[half:], rows[half:])
    return snapshot.finish(1)


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_after_any_writes_it_finds_exactly_what_is_left(data: st.DataObject) -> None:
    cache, held, number, deleted = empty(DIMENSIONS), {}, 0, 0
    for generation in range(1, data.draw(st.integers(1, 5)) + 1):
        gone = data.draw(st.lists(st.sampled_from(sorted(held)), unique=True)) if held else []
        new = list(range(number + 1, number + 1 + data.draw(st.integers(0, 4))))
        number += len(new)
        for n in gone:
            del held[n]
        for n in new:
            held[n] = unit(2, n)
        deleted += len(gone)
        rows = np.concatenate([held[n] for n in new]) if new else np.zeros((0, DIMENSIONS))
        cache = cache.grown(generation, ids_of(new), rows.astype(np.float32), gone, deleted)
    allowed = np.array([data.draw(st.booleans()) for _ in range(number + 1)])
    query = unit(1, 99)[0]
    for mask in (None, allowed):
        numbers = [n for n in sorted(held) if mask is None or mask[n]]
        rows = np.concatenate([held[n] for n in numbers]) if numbers else np.zeros((0, DIMENSIONS))
        found = [vector_id for vector_id, _ in cache.search(query, 5, mask)]
        assert found == exact(ids_of(numbers), rows, query, 5)


def test_an_older_view_stays_as_it_was_while_newer_ones_are_made() -> None:
    rows, query = unit(6, 1), unit(1, 2)[0]
    first = empty(DIMENSIONS).grown(1, ids_of([1, 2, 3]), rows, [], 0)
    before = first.search(query, 6)
    first.grown(2, ids_of([4]), unit(2, 3), [1, 2], 2)
    assert first.search(query, 6) == before


@pytest.mark.parametrize("share", [None, 0.6, 0.01])
def test_of_many_rows_the_first_ten_are_those_of_an_exact_search(
    tmp_path: Path, share: float | None
) -> None:
    count, dimensions = 20_000, 128
    centres = unit(60, 5, dimensions)
    rows = centres[np.arange(2 * count) % 60] + 0.5 * unit(2 * count, 6, dimensions)
    rows = (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)
    ids = ids_of(list(range(1, count + 1)))
    cache = written(tmp_path / "v", ids, rows)
    mask = None if share is None else np.random.default_rng(3).random(count + 1) < share
    left = np.ones(len(ids), bool) if mask is None else mask[ids // PASSAGES_PER_PERSON]
    found = total = 0
    for query in unit(20, 7, dimensions):
        near = (query + 2 * centres[0]) / np.linalg.norm(query + 2 * centres[0])
        ours = {vector_id for vector_id, _ in cache.search(near, 10, mask)}
        assert all(left[np.searchsorted(ids, list(ours))])
        found += len(ours & set(exact(ids[left], rows[left], near, 10)))
        total += 10
    assert found / total >= 0.99


def test_a_snapshot_is_read_back_and_answers_the_same(tmp_path: Path) -> None:
    rows, query = unit(40, 1), unit(1, 2)[0]
    made = written(tmp_path / "v", ids_of(list(range(1, 21))), rows)
    again = load(tmp_path / "v", DIMENSIONS)
    assert again is not None
    assert again.search(query, 7) == made.search(query, 7)
    assert list(tmp_path.iterdir()) == [tmp_path / "v"]


@pytest.mark.parametrize("harm", ["cut", "longer", "rubbish", "empty"])
def test_a_harmed_snapshot_is_not_believed(tmp_path: Path, harm: str) -> None:
    path = tmp_path / "v"
    written(path, ids_of([1, 2]), unit(4, 1))
    whole = path.read_bytes()
    harmed = {"cut": whole[:-1], "longer": whole + b"x", "rubbish": b"no" * 99, "empty": b""}
    path.write_bytes(harmed[harm])
    assert load(path, DIMENSIONS) is None


def test_a_snapshot_of_another_model_is_not_believed(tmp_path: Path) -> None:
    written(tmp_path / "v", ids_of([1, 2]), unit(4, 1))
    assert load(tmp_path / "v", DIMENSIONS * 2) is None


def test_without_a_file_to_write_the_snapshot_is_made_in_memory(tmp_path: Path) -> None:
    made = written(tmp_path / "no-such-folder" / "v", ids_of([1, 2]), unit(4, 1))
    assert len(made.search(unit(1, 2)[0], 9)) == 4
