"""A provider that is silent holds up nothing but its own turn, and not even that once stopped."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from typing import Any

import pytest

from tests.agent.models.conftest import Talk, Talking, of
from tests.agent.models.test_bedrock_wire import FIND, STREAMS, WHOLE, credentials
from tests.agent.models.test_bedrock_wire import through as through_bedrock
from tests.agent.models.test_openai_wire import through as through_openai
from tests.doubles.bedrock_server import Silent, bedrock_server
from tests.doubles.openai_server import Says, openai_server

PATIENCE = 120.0  # a hang ends here; a busy machine does not
LONG = 900.0

__all__ = ["credentials"]


@pytest.fixture(params=[STREAMS, WHOLE, "openai"])
def silent(request: pytest.FixtureRequest) -> Iterator[tuple[Any, dict[str, Any]]]:
    """A provider that answers nothing while the test runs, and the settings that lead there."""
    settings = {"model_seconds": LONG}
    if request.param == "openai":
        with openai_server([Says(before=LONG)]) as server:
            yield server, through_openai(server) | settings
    else:
        with bedrock_server([Silent()]) as server:
            yield server, through_bedrock(server, request.param) | settings


@asynccontextmanager
async def waiting(talking: Talking, silent: Any) -> AsyncIterator[tuple[Talk, asyncio.Task[Any]]]:
    """Yield a conversation, and its turn that waits for the provider."""
    server, settings = silent
    async with talking(**settings) as talk:
        asking = asyncio.create_task(talk.say(FIND))
        while not server.asked:  # noqa: ASYNC110 # another thread fills it
            await asyncio.sleep(0.01)
        yield talk, asking


def test_a_stopped_turn_does_not_hold_up_the_end_of_the_process(
    talking: Talking, silent: Any
) -> None:
    told: list[Any] = []

    async def stop() -> None:
        async with waiting(talking, silent) as (talk, asking):
            assert await talk.conversation.cancel("t")
            told.extend(await asking)

    process = threading.Thread(target=lambda: asyncio.run(stop()), daemon=True)
    process.start()
    process.join(PATIENCE)
    assert not process.is_alive(), "the end of the event loop waits for the provider"
    assert of(told, "error")[-1]["code"] == "stopped"


async def test_a_turn_that_waits_takes_no_thread_from_the_rest_of_the_service(
    talking: Talking, silent: Any
) -> None:
    asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(1))
    async with asyncio.timeout(PATIENCE), waiting(talking, silent) as (talk, asking):
        (thread,) = await talk.conversation.threads()
        assert (thread["thread_id"], asking.done()) == ("t", False)
        await talk.conversation.cancel("t")
