"""A stream that broke is closed where it ran, and not left to the garbage collector."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from types import AsyncGeneratorType

import pytest

from tests.agent.models.conftest import Talking, finished
from tests.agent.models.test_openai_wire import FIND, SEARCH, through
from tests.doubles.openai_server import Reply, Says, openai_server


@pytest.fixture
def no_collector() -> Iterator[None]:
    """Collect nothing while a test runs: what only the collector would end stays to be seen."""
    gc.collect()
    gc.disable()
    yield
    gc.enable()


def streams_open() -> list[str]:
    """Return the generators of the HTTP client and of OpenAI's SDK begun and not ended."""
    begun = [o for o in gc.get_objects() if isinstance(o, AsyncGeneratorType) and o.ag_frame]
    return [
        g.__qualname__
        for g in begun
        if "/httpx/" in (f := g.ag_code.co_filename) or "/openai/" in f
    ]


@pytest.mark.usefixtures("no_collector")
@pytest.mark.parametrize(
    "reply",
    [
        Says("", junk="{this is no JSON"),
        Says(calls=[SEARCH], cut=2),
        Says(calls=[SEARCH], cut=2, abrupt=True),
        Says("Here are some people.", between=0.5),
        Says("Here are some people."),
    ],
    ids=["junk", "cut", "abrupt", "late", "whole"],
)
async def test_no_stream_stays_open_when_its_call_is_over(talking: Talking, reply: Reply) -> None:
    with openai_server([reply]) as server:
        async with talking(**through(server, model_seconds=0.6)) as talk:
            assert finished(await talk.say(FIND))["answer"]
            assert streams_open() == []
