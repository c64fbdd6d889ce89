"""The index of a command: opened once, closed whatever happens."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from agent.commands.faults import CommandError, say

if TYPE_CHECKING:
    from agent.settings import Settings
    from tools.index.base import CandidateIndex
    from tools.index.local import LocalIndex


@contextmanager
def index_of(settings: Settings) -> Iterator[LocalIndex]:
    """Yield the index, empty or not; raises DatabaseError or CandidateIndexError."""
    from agent.wiring import open_index

    with closing(open_index(settings)) as index:
        yield index


@contextmanager
def people_of(settings: Settings) -> Iterator[LocalIndex]:
    """Yield the index; raises CommandError when nobody is in it yet.

    Whom an earlier version read is told on standard error: what is found of them is out of date.
    """
    known_index(settings)
    with index_of(settings) as index:
        if not index.count(settings.tenant):
            raise nobody_in(settings)
        tell_read_earlier(index, settings.tenant)
        yield index


def known_index(settings: Settings) -> None:
    """Raise CommandError where there is no index, which opening one would make."""
    from agent.storage.opening import has_index

    if not has_index(settings):
        raise nobody_in(settings)


def known_place(settings: Settings) -> None:
    """Raise CommandError where the data directory is not there, which using it would make."""
    if settings.store == "local" and not settings.data_dir.exists():
        raise CommandError(
            f"there is no data directory {settings.data_dir}: --data-dir names another one."
        )


def tell_read_earlier(index: CandidateIndex, tenant: str) -> int:
    """Say on standard error how many people an earlier version read, and return that."""
    from tools.ingest.records import present_endings

    earlier = index.count_unlike(tenant, present_endings())
    if earlier:
        were = "person was" if earlier == 1 else "people were"
        say(
            f"{earlier:,} {were} read by an earlier version, which may have found other facts: "
            "`matcher ingest` on the same files reads them anew."
        )
    return earlier


def nobody_in(settings: Settings) -> CommandError:
    """Return what is said where there is nobody to read."""
    other = (
        "--data-dir names another directory"
        if settings.store == "local"
        else "MATCHER_CANDIDATES_TABLE names another table"
    )
    return CommandError(
        f"there is nobody in {kept_in(settings)} for tenant {settings.tenant} yet: `matcher ingest "
        f"PATH` puts people in, {other}."
    )


def kept_in(settings: Settings) -> str:
    """Return where the people of the settings are, as sentences name it."""
    if settings.store == "local":
        return str(settings.data_dir)
    return f"the DynamoDB table {settings.candidates_table}"
