"""A circuit breaker: a provider that keeps failing is left alone for a while."""

from __future__ import annotations

import time
from collections.abc import Callable

from agent.models.faults import Fault

_LONGEST_REST = 300.0


class Breaker:
    """Opens after `most` failed calls in a row, or at once for a fault that lasts.

    While it is open, `open_for` returns the fault that opened it. After `rest` seconds one call is
    let through; what becomes of it closes the breaker or opens it anew. `clock` is in seconds.
    """

    def __init__(
        self, most: int = 3, rest: float = 30.0, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._most, self._rest, self._clock = most, rest, clock
        self._failed = 0
        self._until = 0.0
        self._fault: Fault | None = None

    def open_for(self) -> Fault | None:
        """Return why no call may be made now, or None; the first call after a rest is a trial."""
        if self._fault is None:
            return None
        if self._clock() < self._until:
            return self._fault
        self._until = self._clock() + self._rest
        return None

    def failed(self, fault: Fault) -> None:
        """Count a call that failed for good."""
        self._failed += 1
        wait = min(fault.wait or 0.0, _LONGEST_REST)
        if fault.lasting or self._failed >= self._most or wait > self._rest:
            rest = _LONGEST_REST if fault.lasting else max(self._rest, wait)
            self._fault, self._until = fault, self._clock() + rest

    def succeeded(self) -> None:
        """Close the breaker."""
        self._failed, self._fault = 0, None
