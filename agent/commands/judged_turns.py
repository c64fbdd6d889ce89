"""Plays the scripted refinements of judged requests through the real conversation."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

from agent.commands.running import run_async
from agent.settings import Settings
from agent.wiring import open_service
from tools.evaluate.judged import Request


def play(settings: Settings, requests: Sequence[Request], page: int) -> dict[str, list[list[str]]]:
    """Return request_id → the people on screen after the request and after each of its turns.

    A page holds `page` people, 1 to 50. The threads are forgotten afterwards.
    """
    wide = settings.model_copy(update={"page_size": page})
    with tempfile.TemporaryDirectory() as scratch:
        return run_async(_play(wide, requests, Path(scratch)))


async def _play(
    settings: Settings, requests: Sequence[Request], scratch: Path
) -> dict[str, list[list[str]]]:
    async with open_service(settings, threads_dir=scratch) as service:
        shown: dict[str, list[list[str]]] = {}
        for request in requests:
            pages: list[list[str]] = []
            people: list[str] = []
            for message in (request.text, *request.turns):
                stream = service.conversation.stream(
                    request.request_id, message, tenant=settings.tenant
                )
                async for event in stream:
                    if event.name == "candidates":
                        people = [row["candidate_id"] for row in event.data["shown"]]
                pages.append(people)
            shown[request.request_id] = pages
        return shown
