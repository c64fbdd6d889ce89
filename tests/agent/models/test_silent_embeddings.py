"""Embeddings that never come: the wait is as long as it is set, and ends with the process."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import Any

import pytest

from agent.models import embeddings
from tests.agent.models.conftest import settings_of
from tests.agent.models.test_bedrock_wire import credentials
from tests.doubles.silent import Silent, silent_provider
from tools.index.base import CandidateIndexError

PATIENCE = 120.0  # a hang ends here; a busy machine does not
LONG = 900.0

__all__ = ["credentials"]


@pytest.fixture
def silent() -> Iterator[Silent]:
    with silent_provider() as provider:
        yield provider


@pytest.fixture(params=["bedrock:amazon.titan-embed-text-v2:0", "openai:text-embedding-3-small"])
def through(request: pytest.FixtureRequest, silent: Silent) -> dict[str, Any]:
    """The settings that lead to it."""
    return {
        "embeddings": request.param,
        "aws_region": "eu-central-1",
        "bedrock_endpoint": silent.url,
        "openai_api_key": "none",
        "openai_base_url": f"{silent.url}/v1",
    }


@pytest.mark.parametrize("retries", [0, 1])
def test_the_wait_is_bounded_by_the_settings_of_models(
    silent: Silent, through: dict[str, Any], retries: int
) -> None:
    made = embeddings(settings_of(**through, model_seconds=0.2, model_retries=retries))
    with pytest.raises(CandidateIndexError) as told:
        made.vector("nurses")
    assert str(told.value) == (
        f"MATCHER_EMBEDDINGS={through['embeddings']}: the provider took too long "
        "(MATCHER_MODEL_SECONDS)."
    )
    assert len(silent.held) == 1 + retries


def test_whoever_waits_is_let_go_when_the_embeddings_are_closed(
    silent: Silent, through: dict[str, Any]
) -> None:
    made = embeddings(settings_of(**through, model_seconds=LONG))
    told: list[str] = []

    def wait() -> None:
        with pytest.raises(CandidateIndexError) as error:
            made.vectors(["nurses"])
        told.append(str(error.value))

    waiting = threading.Thread(target=wait, daemon=True)
    waiting.start()
    assert silent.come.wait(PATIENCE)
    made.close()
    waiting.join(PATIENCE)
    assert told == [f"MATCHER_EMBEDDINGS={through['embeddings']} is no longer waited for."]
    with pytest.raises(CandidateIndexError, match="no longer waited for"):
        made.vector("cooks")
    assert len(silent.held) == 1
