"""The index of a command: opened once, closed whatever happens."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from agent.commands.faults import CommandError

if TYPE_CHECKING:
    from agent.settings import Settings
    from tools.index.local import LocalIndex


@contextmanager
def index_of(settings: Settings) -> Iterator[LocalIndex]:
    """Yield the index, empty or not; raises DatabaseError or CandidateIndexError."""
    from agent.wiring import open_index

    with closing(open_index(settings)) as index:
        yield index


@contextmanager
def people_of(settings: Settings) -> Iterator[LocalIndex]:
    """Yield the index; raises CommandError when nobody is in it yet."""
    from agent.storage.opening import has_index

    if not has_index(settings):
        raise nobody_in(settings)
    with index_of(settings) as index:
        if not index.count(settings.tenant):
            raise nobody_in(settings)
        yield index


def nobody_in(settings: Settings) -> CommandError:
    """Return what is said where there is nobody to read."""
    return CommandError(
        f"there is nobody in {settings.data_dir} for tenant {settings.tenant} yet: `matcher ingest "
        "PATH` puts people in, --data-dir names another directory."
    )
