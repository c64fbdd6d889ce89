"""The service a Slack benchmark starts and kills: `python -m tests.benchmarks.slack_service …`."""

from __future__ import annotations

import argparse
import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import uvicorn

from agent.api import create_app
from agent.settings import Settings
from agent.wiring import Service, open_service
from tests.conftest import ScriptedModel

SECRET = "fake"
TEAM = "T0FAKE"


class SlowModel(ScriptedModel):
    """Thinks for a long time and then says little."""

    seconds: float = 3.0

    async def _astream(self, *told: Any, **more: Any) -> AsyncIterator[Any]:
        await asyncio.sleep(self.seconds)
        self.script.append("I am slow today.")
        async for chunk in super()._astream(*told, **more):
            yield chunk


def main() -> None:
    """Serve until killed."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--data-dir", type=Path, required=True)
    parser.add_argument("--slack", required=True, help="base URL of Slack's API")
    parser.add_argument("--slow", type=float, default=0.0, help="seconds a model thinks")
    options = parser.parse_args()
    settings = Settings(
        _env_file=None,
        data_dir=options.data_dir,
        slack_bot_token="xoxb-fake",
        slack_signing_secret=SECRET,
        slack_teams=f"{TEAM}=local",
        slack_api_url=options.slack,
    )

    @asynccontextmanager
    async def opener(told: Settings) -> AsyncIterator[Service]:
        model = SlowModel(seconds=options.slow) if options.slow else None
        async with open_service(told, model=model) as service:
            yield service

    uvicorn.run(
        create_app(settings, opener), host="127.0.0.1", port=options.port, log_level="error"
    )


if __name__ == "__main__":
    main()
