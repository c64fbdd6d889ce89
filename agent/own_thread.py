"""Does what blocks in a daemon thread of its own, which nothing waits for at the end of a process.

The threads of an event loop's executor are waited for when it ends: a provider that is silent would
hold up whoever leaves, until its time is up.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncGenerator, Callable, Generator
from contextlib import aclosing, closing, suppress
from contextvars import copy_context
from typing import TypeVar

T = TypeVar("T")
NAME = "aside"
"""What the threads are called."""


def at_work() -> bool:
    """Return whether a thread that nothing waits for is still doing something."""
    return any(thread.name == NAME for thread in threading.enumerate())


async def aside(work: Callable[[], T]) -> T:
    """Return what a function returns; whoever stops waiting is let go at once.

    Raises what it raises.
    """

    def made() -> Generator[T]:
        yield work()

    async with aclosing(told_aside(made())) as results:
        return await anext(results)


async def told_aside(made: Generator[T]) -> AsyncGenerator[T]:
    """Yield what a generator yields, run in a daemon thread that ends once its reader has left.

    Raises what the generator raises.
    """
    loop = asyncio.get_running_loop()
    told: asyncio.Queue[tuple[T] | BaseException | None] = asyncio.Queue()
    left = threading.Event()

    def tell(what: tuple[T] | BaseException | None) -> None:
        with suppress(RuntimeError):  # the loop is closed: nobody listens any more
            loop.call_soon_threadsafe(told.put_nowait, what)

    def work() -> None:
        try:
            with closing(made):
                for each in made:
                    if left.is_set():
                        return
                    tell((each,))
            tell(None)
        except BaseException as error:  # whatever it is: a reader must not wait for ever
            tell(error)

    threading.Thread(target=copy_context().run, args=(work,), daemon=True, name=NAME).start()
    try:
        while (what := await told.get()) is not None:
            if isinstance(what, BaseException):
                raise what
            yield what[0]
    finally:
        left.set()
