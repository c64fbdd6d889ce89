"""Rows of a table that were used lately, kept in memory and fetched many at a time."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from typing import Generic, TypeVar

Row = TypeVar("Row")


class Kept(Generic[Row]):
    """At most `most` rows by number, those used longest ago leaving first.

    `fetch` returns the rows of some numbers; a row never changes under its number.
    """

    def __init__(self, most: int, fetch: Callable[[Sequence[int]], dict[int, Row]]) -> None:
        self._most, self._fetch = most, fetch
        self._rows: dict[int, Row] = {}
        self._lock = threading.Lock()

    def of(self, numbers: Iterable[int]) -> dict[int, Row]:
        """Return the rows of the numbers, in their order; raises KeyError for one there is not."""
        asked = list(dict.fromkeys(numbers))
        with self._lock:
            found = {number: self._rows.pop(number) for number in asked if number in self._rows}
            self._rows.update(found)
        fresh = self._fetch(missing) if (missing := [n for n in asked if n not in found]) else {}
        with self._lock:
            self._rows.update(fresh)
            for number in list(islice(self._rows, max(0, len(self._rows) - self._most))):
                del self._rows[number]
        return {n: found[n] if n in found else fresh[n] for n in asked}
