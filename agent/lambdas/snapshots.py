"""SnapStart: a snapshot holds what was loaded, and no connection and no identity of a process."""

from __future__ import annotations

import random
from importlib.util import find_spec

from agent.lambdas.process import Loop, Process


def keep(process: Process, loop: Loop) -> None:
    """Register what runs before a snapshot and after its restoring, where the runtime knows it."""
    if find_spec("snapshot_restore_py") is None:
        return
    from snapshot_restore_py import register_after_restore, register_before_snapshot

    register_before_snapshot(before, process, loop)
    register_after_restore(after)


def before(process: Process, loop: Loop) -> None:
    """Load everything a turn needs, then let go of files, connections and leases."""
    loop.run(_warm(process))


def after() -> None:
    """Forget clients and seeds that all copies of the snapshot would share.

    The next request opens the service anew: fresh connections, a fresh holder of leases.
    """
    from tools.index.aws.clients import client

    client.cache_clear()
    random.seed()


async def _warm(process: Process) -> None:
    service = await process.ready()
    await service.warmed
    await process.close()
