"""The composition root: Settings → index, graph and conversation; nothing else assembles."""

from __future__ import annotations

import asyncio
import logging
import threading
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path
from typing import Any

from langchain_core.language_models import BaseChatModel

from agent.conversation import Conversation
from agent.models import Models, open_models
from agent.own_thread import aside
from agent.service import Service as Service
from agent.settings import Settings
from agent.storage.opening import open_index, open_records, open_threads
from agent.tracing import Trace, tracing
from graphs.deps import Bounds, Deps, Limits, Writing
from graphs.recruiter import build
from prompts import load
from tools.index.base import CandidateIndex, CandidateIndexError
from tools.index.sqlite import DatabaseError
from tools.toolbox import toolbox

__all__ = ["Service", "forget_people", "open_index", "open_service"]

log = logging.getLogger(__name__)

_REHEARSED = "accountants with Excel, a degree and 3+ years, who speak English, near Berlin, no SAP"
"""A request that goes through every table and model a first search would otherwise wait for."""

_LAST_SECONDS = 2.0
"""How long what is still loading may hold up the end; a store that is silent would for longer."""


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
    async with open_threads(settings, threads_dir) as threads, _traced(settings) as trace:
        conversation = Conversation(
            build(threads.checkpoints),
            deps,
            threads.checkpoints,
            threads.records,
            max_chars=settings.max_message_chars,
            trace=trace,
            writers=threads.writers,
        )
        leaving = threading.Event()
        warmed = asyncio.create_task(
            aside(lambda: _warm(index, settings.tenant, models, leaving.is_set))
        )
        await asyncio.sleep(0)  # it begins now: a prompt would hold the event loop
        try:
            yield Service(
                settings=settings,
                index=index,
                conversation=conversation,
                records=threads.records,
                writing=deps.writing,
                warmed=warmed,
            )
        finally:
            leaving.set()
            await conversation.close()
            index.embedder.close()
            ended, _ = await asyncio.wait([warmed], timeout=_LAST_SECONDS)
            if ended:  # else a thread still reads what would be closed under it
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
            answer_tokens=settings.answer_tokens,
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
        bounds=Bounds(settings.model_seconds, settings.answer_tokens),
    )


def forget_people(
    settings: Settings, index: CandidateIndex, candidate_ids: Sequence[str]
) -> list[str]:
    """Remove people of the tenant from index and transcripts; return the ids that existed."""
    gone = index.delete(settings.tenant, candidate_ids)
    records = open_records(settings)
    try:
        records.forget_people(settings.tenant, gone)
    finally:
        records.close()
    return gone


def _warm(index: Any, tenant: str, models: Models, leaving: Callable[[], bool]) -> None:
    """Load what the first search needs; a fault here is met, and told, by that search."""
    from agent.offline.intents import decide
    from agent.offline.situation import Situation
    from tools.evidence import judge
    from tools.ingest.records import present_endings
    from tools.request import read_request

    try:
        index.warm(tenant)
        earlier = index.count_unlike(tenant, present_endings())
        if earlier:
            log.warning("%d people were read by an earlier version: ingest them again.", earlier)
        decide(Situation(_REHEARSED))
        criteria = read_request(_REHEARSED).criteria
        found = index.search(tenant, criteria).ids[:1]
        for person in index.get(tenant, found).values():
            for wish in criteria:
                judge(person, wish)
    except Exception as error:
        if leaving():
            return
        told = isinstance(error, CandidateIndexError | DatabaseError)
        log.warning("warming failed: %s", error if told else type(error).__name__)
    refusal = models.probe()
    if refusal is not None:
        log.warning("%s Until then the offline planner answers.", refusal)
