"""One model serves several event loops of a process, one after the other."""

from __future__ import annotations

import asyncio

from langchain_core.messages import HumanMessage

from agent.models import chat_model
from tests.agent.models.conftest import settings_of
from tests.agent.models.test_openai_wire import through
from tests.doubles.openai_server import Says, openai_server


def test_a_model_answers_in_every_loop_though_its_connections_are_kept_alive() -> None:
    with openai_server(lambda _: Says("Hello there.")) as server:
        model = chat_model(settings_of(**through(server)))

        async def say() -> str:
            pieces = [chunk.content async for chunk in model.astream([HumanMessage("Hello")])]
            return "".join(str(piece) for piece in pieces)

        async def say_twice_at_once() -> list[str]:
            return await asyncio.gather(say(), say())

        # The second loop would take up the connection of the first, which has been closed.
        answers = [asyncio.run(say_twice_at_once()) for _ in range(3)]
    assert answers == [["Hello there."] * 2] * 3
