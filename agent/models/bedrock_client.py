"""langchain-aws's client, mended: whoever stops waiting for Bedrock is let go at once."""

from __future__ import annotations

from collections.abc import AsyncIterator, Generator
from contextlib import aclosing
from typing import Any, cast

from langchain_aws import ChatBedrockConverse
from langchain_core.messages import BaseMessage
from langchain_core.outputs import ChatGenerationChunk, ChatResult

from agent.own_thread import aside, told_aside


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
        return await aside(lambda: self._generate(messages, stop, heard, **kwargs))
