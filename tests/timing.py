"""How long something takes, for tests that compare a text with a longer one like it."""

from __future__ import annotations

import time
from collections.abc import Callable


def cpu_seconds(work: Callable[[], object]) -> float:
    """Return the seconds of CPU that a piece of work takes, whatever else the machine does."""
    began = time.process_time()
    work()
    return time.process_time() - began
