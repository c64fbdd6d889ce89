"""Counts of words and facts packed into bytes, and looked up in many people's at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

Marks = NDArray[np.float64]

_MOST = 65_535


def key_of(name: str) -> int:
    """Return the signed 64-bit key under which a name is counted.

    Of a million names, two share a key once in 37 million indexes.
    """
    digest = blake2b(name.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "little", signed=True)


def packed(counts: Mapping[str, Sequence[int]], columns: int) -> bytes:
    """Return the counts of each name, `columns` of them, in the order of the keys.

    A count above 65,535 is kept as that.
    """
    rows = np.zeros(len(counts), _row(columns))
    rows["key"] = [key_of(name) for name in counts]
    rows["counts"] = np.array(list(counts.values())).reshape(-1, columns).clip(max=_MOST)
    return np.sort(rows, order="key").tobytes()


def rows_of(tally: bytes, columns: int) -> NDArray[np.void]:
    """Return a packed tally as rows, each with the `key` of a name and its `counts`."""
    return np.frombuffer(tally, _row(columns))


def keys_in(tally: bytes, columns: int) -> list[int]:
    """Return the keys of the names that a packed tally counts."""
    keys: list[int] = rows_of(tally, columns)["key"].tolist()
    return keys


class Tallies:
    """The packed tallies of many people, side by side."""

    def __init__(self, tallies: Sequence[bytes], columns: int) -> None:
        rows = rows_of(b"".join(tallies), columns)
        self._keys = rows["key"].copy()
        self._counts = rows["counts"]
        sizes = [len(tally) // rows.itemsize for tally in tallies]
        self._owners = np.repeat(np.arange(len(tallies)), sizes)
        self._people = len(tallies)

    def of(self, name: str) -> Marks:
        """Return each person's counts of a name, shape (people, columns), 0 where not counted."""
        found = np.zeros((self._people, self._counts.shape[1]))
        at = self._rows(key_of(name))
        found[self._owners[at]] = self._counts[at]
        return found

    def _rows(self, key: int) -> NDArray[np.intp] | slice:
        return np.flatnonzero(self._keys == key)


class SortedTallies(Tallies):
    """Tallies in the order of their keys: worth making where they are asked again and again."""

    def __init__(self, tallies: Sequence[bytes], columns: int) -> None:
        super().__init__(tallies, columns)
        order = np.argsort(self._keys)
        self._keys, self._counts = self._keys[order], self._counts[order]
        self._owners = self._owners[order]

    def _rows(self, key: int) -> NDArray[np.intp] | slice:
        return slice(*(int(self._keys.searchsorted(key, side)) for side in ("left", "right")))


def _row(columns: int) -> np.dtype[np.void]:
    return np.dtype([("key", "<i8"), ("counts", "<u2", (columns,))])
