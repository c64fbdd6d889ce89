"""What doors work with once everything is put together; loads nothing by itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import asyncio

    from agent.conversation import Conversation
    from agent.settings import Settings
    from agent.storage.records import Records
    from graphs.deps import Writing
    from tools.index.base import CandidateIndex
    from tools.ingest.pipeline import Ingest


@dataclass(frozen=True)
class Service:
    """The running service."""

    settings: Settings
    index: CandidateIndex
    conversation: Conversation
    records: Records
    writing: Writing | None
    """What words explanations with a model; None where code does it alone."""
    warmed: asyncio.Task[None]
    """Done when model and vectors are in memory; a turn before that only takes longer."""

    def ingest(self, tenant: str) -> Ingest:
        """Return an ingest into a tenant's index that dates what it reads today."""
        from tools.ingest.pipeline import Ingest

        return Ingest(self.index, tenant, today=date.today())
