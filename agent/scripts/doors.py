"""Opens the door that `--target` names: graph or slack in this process, or a service's URL."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from contextlib import AsyncExitStack
from functools import partial

from agent.scripts.loading import Run
from agent.scripts.players import Player, http_player

IN_PROCESS = ("graph", "slack", "slack:blind")
"""Targets that need no service elsewhere; the last is a channel in which nobody may be named."""


async def players_over(
    opened: AsyncExitStack, target: str, headers: Sequence[str]
) -> Callable[[Run], Awaitable[Player]]:
    """Return what gives each run its player; what it opens is closed with `opened`.

    Raises PlayerError for a target or a header that cannot be used.
    """
    if target not in IN_PROCESS:
        over_http = await opened.enter_async_context(http_player(target, headers))

        async def same(_: Run) -> Player:
            return over_http

        return same
    from agent.scripts.stage import Stages
    from agent.terminal.progress import progress_bar

    stages = await opened.enter_async_context(Stages(progress_bar))
    over: dict[str, Callable[[Run], Awaitable[Player]]] = {
        "graph": stages.player,
        "slack": stages.over_slack,
        "slack:blind": partial(stages.over_slack, blind=True),
    }
    return over[target]
