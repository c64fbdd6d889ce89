"""langchain-aws's client, mended: whoever stops waiting for Bedrock is let go at once."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncGenerator, AsyncIterator, Generator
from contextlib import aclosing, closing, suppress
from contextvars import copy_context
from typing import Any, TypeVar, cast

from langchain_aws import ChatBedrockConverse
from langchain_core.messages import BaseMessage
from langchain_core.outputs import ChatGenerationChunk, ChatResult

T = TypeVar("T")


class UnheldBedrock(ChatBedrockConverse):
    """Waits for Bedrock in a thread of each call's own, which nothing waits for in its turn.

    boto3 blocks, and langchain-aws lets it block the event loop's own threads: a stopped turn would
    keep one until the read times out, the end of the process would wait for it, and a handful of
    them would leave none for the rest of the service.
    """

    async def _astream(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: Any = None,
        **kwargs: Any,
    ) -> AsyncIterator[ChatGenerationChunk]:
        heard = run_manager.get_sync() if run_manager else None
        made = self._stream(messages, stop, heard, **kwargs)
        async with aclosing(told_aside(cast("Generator[ChatGenerationChunk]", made))) as chunks:
            async for chunk in chunks:
                yield chunk

    async def _agenerate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: Any = None,
        **kwargs: Any,
    ) -> ChatResult:
        heard = run_manager.get_sync() if run_manager else None

        def made() -> Generator[ChatResult]:
            yield self._generate(messages, stop, heard, **kwargs)

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

    threading.Thread(target=copy_context().run, args=(work,), daemon=True, name="bedrock").start()
    try:
        while (what := await told.get()) is not None:
            if isinstance(what, BaseException):
                raise what
            yield what[0]
    finally:
        left.set()
