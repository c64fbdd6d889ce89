"""A real language model, very small and not clever, over a real OpenAI-compatible server."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from langchain_core.messages import HumanMessage

from agent.models import chat_model
from agent.models.steady import SteadyModel
from graphs.model_stream import ModelFault
from tests.agent.models.conftest import Talking, finished, of, settings_of

CONTEXT = 1024
ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="session")
def small_model() -> Iterator[str]:
    """The address of the server, which is a process of its own and ends with its input."""
    command = [sys.executable, "-m", "tests.doubles.small_model", str(CONTEXT)]
    with subprocess.Popen(
        command,
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stdin is not None
        yield process.stdout.readline().strip() + "/v1"
        process.stdin.close()
        process.terminate()


def through(address: str) -> dict[str, Any]:
    access = {"openai_api_key": "none", "openai_base_url": address}
    return {"model": "openai:smollm2", "model_retries": 0, "model_seconds": 300, **access}


def steady(address: str, tokens: int) -> SteadyModel:
    model = chat_model(settings_of(**through(address))).bind(max_tokens=tokens)
    return SteadyModel("openai:smollm2", "OPENAI_API_KEY", model)


async def test_a_real_model_streams_its_words_and_counts_its_tokens(small_model: str) -> None:
    chunks = [c async for c in steady(small_model, 8).astream([HumanMessage("Say hello.")])]
    words = [c.content for c in chunks if c.content]
    usage = next(c.usage_metadata for c in chunks if c.usage_metadata)
    assert len(words) > 2
    assert usage["output_tokens"] == 8
    assert any(c.response_metadata.get("finish_reason") == "length" for c in chunks)


async def test_a_real_model_that_is_left_is_free_for_the_next(small_model: str) -> None:
    async def first_word(model: SteadyModel) -> str:
        async for chunk in model.astream([HumanMessage("Count to a thousand.")]):
            if chunk.content:
                return str(chunk.content)
        return ""

    # The server answers one at a time: the second word comes only if the first stream was left.
    assert await asyncio.wait_for(first_word(steady(small_model, 900)), 280)
    assert await asyncio.wait_for(first_word(steady(small_model, 4)), 280)


async def test_a_real_model_with_too_short_a_context_says_so(small_model: str) -> None:
    model = steady(small_model, 4)
    with pytest.raises(ModelFault) as fault:
        _ = [chunk async for chunk in model.astream([HumanMessage("word " * 2 * CONTEXT)])]
    assert fault.value.code == "too_long"


async def test_the_product_stays_of_use_with_a_model_too_small_for_it(
    small_model: str, talking: Talking
) -> None:
    async with talking(**through(small_model)) as talk:
        events = await talk.say("find people who know Python")
    assert finished(events)["reason"]["code"] == "too_long"
    assert of(events, "candidates")[0]["total"] >= 4
    assert finished(events)["answer"]
