"""The conversation the README shows: played over the bundled sample on a fixed day.

`python -m tests.readme` plays it anew into the README.
"""

from __future__ import annotations

import asyncio
import io
import re
import tempfile
from datetime import date
from pathlib import Path

from rich.console import Console

from agent.settings import Settings
from agent.terminal.screen import THEME
from agent.terminal.turn import TurnView
from agent.wiring import open_index, open_service
from tools.ingest.pipeline import Ingest

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
TODAY = date(2026, 11, 26)
PROMPT = "you › "
_BLOCK = re.compile(r"(?<=<!-- transcript -->\n\n```text\n)(.*?)(?=```\n)", re.DOTALL)
_INGEST = re.compile(r"^matcher ingest (.+) --data-dir \S+$", re.MULTILINE)


def shown() -> str:
    """Return the conversation that stands in the README."""
    found = _BLOCK.search(README.read_text("utf-8"))
    assert found, "the README has no transcript"
    return found[0]


def played() -> str:
    """Return what the messages of the README's conversation are answered with today."""
    messages = [
        line.removeprefix(PROMPT) for line in shown().splitlines() if line.startswith(PROMPT)
    ]
    command = _INGEST.search(README.read_text("utf-8"))
    assert command, "the README does not say whom the conversation is about"
    paths = [ROOT / path for path in command[1].split()]
    with tempfile.TemporaryDirectory() as home:
        settings = Settings(data_dir=Path(home), page_size=3)
        index = open_index(settings)
        Ingest(index, settings.tenant, today=TODAY).run(paths)
        index.close()
        return asyncio.run(_talked(settings, messages))


async def _talked(settings: Settings, messages: list[str]) -> str:
    screen = io.StringIO()
    console = Console(file=screen, width=100, theme=THEME)
    async with open_service(settings, today=lambda: TODAY) as service:
        view = TurnView(console)
        for at, message in enumerate(messages):
            screen.write(f"{chr(10) if at else ''}{PROMPT}{message}\n")
            async for event in service.conversation.stream("readme", message):
                view.show(event)
    return "\n".join(line.rstrip() for line in screen.getvalue().splitlines()) + "\n"


if __name__ == "__main__":
    text = played()
    README.write_text(_BLOCK.sub(lambda _: text, README.read_text("utf-8")), "utf-8")
