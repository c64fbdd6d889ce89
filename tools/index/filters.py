"""Who a hard wish puts out, told from two columns before anybody is looked up or read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from tools.candidates import Candidate, Fact, Identity, Location, Position, Profile
from tools.criteria import Criteria, Criterion

Mask = NDArray[np.bool_]
Numbers = NDArray[np.int64]
Judges = Callable[[Candidate, Criterion], bool]
Row = tuple[int, float | None, bytes]
"""A person's number, years of experience, and home as `packed_home` packs it."""

_UNKNOWN = -1.0


class Columns:
    """Years and home of everybody, by number; a view never changes, `grown` returns the next."""

    def __init__(
        self,
        years: NDArray[np.float64],
        homes: NDArray[np.int32],
        places: tuple[bytes, ...],
        alive: Mask,
    ) -> None:
        self._years, self._homes, self._places, self._alive = years, homes, places, alive
        self._judged = lru_cache(64)(self._find)

    @classmethod
    def empty(cls) -> Columns:
        """Return the columns of nobody."""
        nobody = np.zeros(1, dtype=bool)
        return cls(np.zeros(1), np.zeros(1, np.int32), (packed_home(None),), nobody)

    @property
    def size(self) -> int:
        """Return one more than the highest number held."""
        return len(self._years)

    def grown(self, rows: Sequence[Row], gone: Sequence[int]) -> Columns:
        """Return the columns after people were added, with numbers above all held, or deleted."""
        size = rows[-1][0] + 1 if rows else self.size
        years, homes = np.full(size, _UNKNOWN), np.zeros(size, np.int32)
        alive = np.zeros(size, dtype=bool)
        years[: self.size], homes[: self.size] = self._years, self._homes
        alive[: self.size] = self._alive
        known = {place: at for at, place in enumerate(self._places)}
        for number, experience, home in rows:
            years[number] = _UNKNOWN if experience is None else experience
            homes[number] = known.setdefault(home, len(known))
            alive[number] = True
        alive[[number for number in gone if number < size]] = False
        return Columns(years, homes, tuple(known), alive)

    def allowed(self, criteria: Criteria, bars: Judges) -> tuple[Mask | None, dict[str, int]]:
        """Return whom the hard wishes leave, None for everybody, and how many each puts out, by id.

        `bars` judges a person who has nothing but a home, or nothing but years; so a wish means
        here what it means when people are judged one by one.
        """
        out = {wish.id: self._judged(wish, bars) for wish in criteria if _is_told(wish)}
        counts = {wish_id: int(mask.sum()) for wish_id, mask in out.items() if mask.any()}
        if not counts:
            return None, {}
        return self._alive & ~np.logical_or.reduce(list(out.values())), counts

    def living(self, wish: Criterion, meets: Judges) -> Mask:
        """Return whose home meets a wish for a place, by number."""
        return self._judged(wish, meets)

    def _find(self, wish: Criterion, judge: Judges) -> Mask:
        if wish.kind == "location":
            found = _each(self._homes, self._places, lambda home: judge(_living(home), wish))
        else:
            years, at = np.unique(self._years, return_inverse=True)
            found = _each(at, years.tolist(), lambda y: y >= 0 and judge(_working(y), wish))
        return found & self._alive


def packed_home(location: Location | None) -> bytes:
    """Return where a person lives without where that was read, the same bytes for one place."""
    if location is None:
        return b""
    return msgspec.msgpack.encode(msgspec.structs.replace(location, start=0, end=0))


def _is_told(wish: Criterion) -> bool:
    if wish.weight != "must":
        return False
    return wish.kind == "location" or (wish.kind in ("min_years", "max_years") and not wish.subject)


def _each(at: NDArray[Any], values: Iterable[object], judge: Callable[..., bool]) -> Mask:
    verdicts = np.fromiter((judge(value) for value in values), dtype=bool)
    return np.asarray(verdicts[at])


def _living(home: bytes) -> Candidate:
    """Return a person of whom only the home is known, with a place where it was read."""
    found = msgspec.msgpack.decode(home, type=Location) if home else None
    shown = None if found is None else msgspec.structs.replace(found, start=0, end=1)
    return Candidate("", " ", Profile(location=shown), Identity())


def _working(years: float) -> Candidate:
    """Return a person of whom only the years are known, with a place where they were read."""
    profile = Profile(
        years_experience=years,
        years_stated=Fact(str(years), 0, 1),
        positions=(Position("", begin="2000-01", start=0, end=1),),
    )
    return Candidate("", " ", profile, Identity())
