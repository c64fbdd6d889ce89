"""Where things are kept: MATCHER_STORE swaps files on this machine for DynamoDB and Pinecone."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from agent.models import embeddings
from agent.settings import Settings
from agent.storage.records import Records

if TYPE_CHECKING:
    from tools.index.aws.table import Table
    from tools.index.local import LocalIndex

WRITERS_FAR_AWAY = 16
"""Records written at a time when each write waits for a network."""


@dataclass(frozen=True)
class Threads:
    """What is kept of conversations: the graph's states, and the records beside them."""

    checkpoints: Any
    records: Records
    writers: int


@asynccontextmanager
async def open_threads(settings: Settings, home: Path | None = None) -> AsyncIterator[Threads]:
    """Yield the stores of conversations; raises DatabaseError, which AwsError is one of.

    Files lie in the data directory, or in `home` when it is given.
    """
    home = home or settings.data_dir
    records = open_records(settings, home)
    try:
        if settings.store == "aws":
            from agent.storage.dynamodb.checkpoints import DynamoDBCheckpoints

            saver = DynamoDBCheckpoints(_table(settings, "threads"), days=settings.thread_days)
            yield Threads(saver, records, WRITERS_FAR_AWAY)
        else:
            from agent.storage.sqlite.checkpoints import open_checkpoints

            async with open_checkpoints(home / "checkpoints.db") as checkpoints:
                yield Threads(checkpoints, records, 1)
    finally:
        records.close()


def open_records(settings: Settings, home: Path | None = None) -> Records:
    """Return the records; with AWS its tables are looked at first. Raises DatabaseError."""
    if settings.store == "aws":
        from agent.storage.dynamodb.records import DynamoDBRecords

        threads, audit = _table(settings, "threads"), _table(settings, "audit")
        for table in (threads, audit):
            table.check()
        return DynamoDBRecords(
            threads, audit, days=settings.thread_days, audit_days=settings.audit_days
        )
    from agent.storage.sqlite.records import SQLiteRecords

    return SQLiteRecords((home or settings.data_dir) / "threads.db")


def open_index(settings: Settings) -> LocalIndex:
    """Return the index of the settings, on AWS a local one with its truth elsewhere.

    Raises CandidateIndexError or DatabaseError when a store cannot be used.
    """
    embedder = embeddings(settings)
    if settings.store == "aws":
        from tools.index.aws.bucket import Bucket
        from tools.index.aws.index import AwsIndex
        from tools.index.aws.people import People
        from tools.index.aws.pinecone_vectors import PineconeVectors

        table = _table(settings, "candidates")
        table.check()
        key = settings.pinecone_api_key
        vectors = PineconeVectors(
            api_key=key.get_secret_value() if key else "",
            host=settings.pinecone_host or "",
            name=settings.pinecone_index,
        )
        bucket = Bucket(settings.bucket, settings.aws_region) if settings.bucket else None
        home = settings.data_dir / "replica" / table.name
        index = AwsIndex(People(table), vectors, embedder, home, bucket)
        index.check()
        return index
    from tools.index.local import LocalIndex

    return LocalIndex(settings.data_dir / "index", embedder)


def has_index(settings: Settings) -> bool:
    """Return whether there is an index to open, which on this machine opening would make."""
    kept = settings.data_dir / "index" / settings.tenant / "candidates.db"
    return settings.store == "aws" or kept.exists() or settings.data_dir.is_file()


def _table(settings: Settings, which: str) -> Table:
    from tools.index.aws.table import Table

    name = getattr(settings, f"{which}_table")
    return Table(name, f"MATCHER_{which.upper()}_TABLE", settings.aws_region)
