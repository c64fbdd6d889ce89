"""A key that the provider refuses is told when the service starts, and costs no turn its time."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

import pytest

from agent.wiring import open_service
from tests.agent.models.conftest import settings_of
from tests.agent.models.test_openai_wire import through
from tests.doubles.openai_server import Server, openai_server


async def opened(tmp_path: Path, server: Server, **more: Any) -> list[Any]:
    """Open a service, let it warm up, and return the events of a turn."""
    settings = settings_of(data_dir=tmp_path, **through(server, **more))
    async with open_service(settings) as service:
        await service.warmed
        return [event async for event in service.conversation.stream("t", "find nurses")]


async def test_a_refused_key_is_told_at_the_start_by_its_setting(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with openai_server([]) as server:
        server.key = "sk-another"
        events = await opened(tmp_path, server)
    told = [r.getMessage() for r in caplog.records if r.levelno == logging.WARNING]
    assert any("access was refused: check OPENAI_API_KEY" in line for line in told)
    assert not any("sk-" in line for line in told)
    assert events[-1].data["reason"]["code"] == "key_refused"
    assert server.asked == []


async def test_a_right_key_and_a_server_without_a_list_of_models_are_no_fault(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with openai_server([]) as server:
        await opened(tmp_path, server)
    with openai_server([]) as gone:
        pass
    await opened(tmp_path, gone)
    assert not any("OPENAI_API_KEY" in record.getMessage() for record in caplog.records)
    assert len(server.asked) == 1
