"""Runs the coroutine of a command so that Ctrl-C ends it at once, whatever it waits for."""

from __future__ import annotations

import asyncio
import signal
import threading
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

T = TypeVar("T")


def run_async(work: Coroutine[Any, Any, T]) -> T:
    """Return what the coroutine returns. Raises KeyboardInterrupt on Ctrl-C."""
    with interruptible():
        return asyncio.run(work)


@contextmanager
def interruptible() -> Iterator[None]:
    """Let Ctrl-C raise KeyboardInterrupt where the program stands.

    asyncio and uvicorn only make a note of the first one, which they look at when what is being
    done has been done: a store that does not answer would hold up whoever wants to leave.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, _interrupt)
    try:
        yield
    finally:
        if signal.getsignal(signal.SIGINT) is _interrupt:  # else somebody chose another meanwhile
            signal.signal(signal.SIGINT, before)


def _interrupt(*_: object) -> None:
    raise KeyboardInterrupt
