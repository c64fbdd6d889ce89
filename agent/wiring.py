"""The composition root: Settings → index, graph and conversation; nothing else assembles."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path
from typing import Any

from langchain_core.language_models import BaseChatModel

from agent.checkpoints import open_checkpoints
from agent.conversation import Conversation
from agent.models import Models, embeddings, open_models
from agent.records import Records
from agent.service import Service as Service
from agent.settings import Settings
from agent.tracing import Trace, tracing
from graphs.deps import Deps, Limits, Writing
from graphs.recruiter import build
from prompts import load
from tools.index.base import CandidateIndex
from tools.index.local import LocalIndex
from tools.toolbox import toolbox

log = logging.getLogger(__name__)


@asynccontextmanager
async def open_service(
    settings: Settings,
    *,
    model: BaseChatModel | None = None,
    today: Callable[[], date] = date.today,
    threads_dir: Path | None = None,
) -> AsyncIterator[Service]:
    """Yield the running service, with the chat model the settings name or one that is given.

    `today` gives the date that "now" means in it; threads are kept in the data
    directory unless another is given.

    Raises ModelSettingError, CandidateIndexError or DatabaseError, each with one sentence.
    """
    models = models_of(settings, model)
    index = open_index(settings)
    deps = deps_of(settings, models, index, today)
    home = threads_dir or settings.data_dir
    records = Records(home / "threads.db")
    kept = open_checkpoints(home / "checkpoints.db")
    async with kept as checkpoints, _traced(settings) as trace:
        conversation = Conversation(
            build(checkpoints),
            deps,
            checkpoints,
            records,
            max_chars=settings.max_message_chars,
            trace=trace,
        )
        warmed = asyncio.create_task(asyncio.to_thread(_warm, index, settings.tenant))
        try:
            yield Service(
                settings=settings,
                index=index,
                conversation=conversation,
                records=records,
                writing=deps.writing,
                warmed=warmed,
            )
        finally:
            await conversation.close()
            await asyncio.wait([warmed])
            records.close()
            index.close()


@asynccontextmanager
async def _traced(settings: Settings) -> AsyncIterator[Trace]:
    with tracing(settings.tracing) as trace:
        yield trace


def models_of(settings: Settings, given: BaseChatModel | None = None) -> Models:
    """Return the models of the settings, or one that is given; raises ModelSettingError."""
    tools = list(toolbox().values())
    return (
        open_models(settings, tools) if given is None else Models("given", given.bind_tools(tools))
    )


def deps_of(
    settings: Settings,
    models: Models,
    index: CandidateIndex,
    today: Callable[[], date] = date.today,
) -> Deps:
    """Return what the graph works with."""
    return Deps(
        model=models.planner,
        model_name=models.name,
        fallback=models.fallback,
        writing=writing_of(settings, models),
        index=index,
        tools=toolbox(),
        prompt=load("assistant"),
        tenant=settings.tenant,
        page_size=settings.page_size,
        pool_size=settings.pool_size,
        today=today,
        limits=Limits(
            model_seconds=settings.model_seconds,
            context_tokens=settings.context_tokens,
            turn_tokens=settings.turn_tokens,
        ),
    )


def writing_of(settings: Settings, models: Models) -> Writing | None:
    """Return what words explanations with a model, or None where code does it alone."""
    if models.writer is None or models.fallback is None:
        return None
    return Writing(
        model=models.writer,
        model_name=models.name,
        fallback=models.fallback,
        prompt=load("explain"),
        check=load("check") if settings.self_check else None,
        seconds=settings.model_seconds,
    )


def open_index(settings: Settings) -> LocalIndex:
    """Return the index kept in the data directory, for work that needs no model."""
    return LocalIndex(settings.data_dir / "index", embeddings(settings))


def forget_people(
    settings: Settings, index: CandidateIndex, candidate_ids: Sequence[str]
) -> list[str]:
    """Remove people of the tenant from index and transcripts; return the ids that existed."""
    gone = index.delete(settings.tenant, candidate_ids)
    records = Records(settings.data_dir / "threads.db")
    try:
        records.forget_people(settings.tenant, gone)
    finally:
        records.close()
    return gone


def _warm(index: Any, tenant: str) -> None:
    """Load what the first search needs; a fault here is met, and told, by that search."""
    try:
        index.warm(tenant)
    except Exception as error:
        log.warning("warming failed: %s", type(error).__name__)
