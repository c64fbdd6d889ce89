"""Gives freed memory back to the system, which the C library alone does late or never."""

from __future__ import annotations

import ctypes
from contextlib import suppress


def give_back() -> None:
    """Return free pages of the heap; where the C library is not glibc nothing happens.

    A model that was read leaves as much free memory behind as it goes on to use.
    """
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).malloc_trim(0)
