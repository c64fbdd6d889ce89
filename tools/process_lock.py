"""Keeps processes of one machine from doing the same thing at the same time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tools.private_folder import make_private


@contextmanager
def alone(lock: Path) -> Iterator[None]:
    """Wait until no other process is in such a block with the same lock file, which is made.

    Where files cannot be locked nobody waits.
    """
    try:
        import fcntl
    except ImportError:  # Windows
        yield
        return
    make_private(lock.parent)
    with lock.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
