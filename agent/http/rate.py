"""A bound on how often one caller may ask: a bucket of tokens for each, in memory."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable


class RateLimit:
    """Lets a caller ask `per_minute` times, all at once or spread; `clock` counts seconds.

    Each process counts for itself; what all processes take together is bounded in front of them.
    """

    def __init__(
        self,
        per_minute: int,
        *,
        clock: Callable[[], float] = time.monotonic,
        most_callers: int = 10_000,
    ) -> None:
        self._size = float(per_minute)
        self._clock, self._most = clock, most_callers
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def wait(self, name: str) -> float:
        """Return 0 and count the request, or the seconds until the next one is taken."""
        now = self._clock()
        level, at = self._buckets.pop(name, (self._size, now))
        level = min(self._size, level + (now - at) * self._size / 60)
        taken = level >= 1
        self._buckets[name] = (level - 1 if taken else level, now)
        while len(self._buckets) > self._most:
            self._buckets.popitem(last=False)
        return 0.0 if taken else (1 - level) * 60 / self._size
