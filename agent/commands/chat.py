"""`matcher chat`: the conversation in the terminal, or over a pipe."""

from __future__ import annotations

import re
import signal
import sys
from collections.abc import AsyncIterator
from typing import TYPE_CHECKING, Annotated

import typer

from agent.commands.faults import SOME_FAILED, CommandError
from agent.commands.open_index import tell_read_earlier
from agent.commands.options import AsJsonLines, DataDir, Tenant, settings_of
from agent.commands.running import run_async

if TYPE_CHECKING:
    from agent.conversation import Conversation
    from agent.events import Event
    from agent.settings import Settings

NOTHING_YET = (
    "There is nothing to export yet: say whom you look for, and put somebody on the shortlist."
)


def chat(
    thread: Annotated[
        str,
        typer.Option("--thread", help="Go on with a thread.", show_default="a new one"),
    ] = "",
    data_dir: DataDir = None,
    tenant: Tenant = None,
    as_json: AsJsonLines = False,
) -> None:
    """Talk: search, narrow, ask why, compare, shortlist, undo.

    Without a terminal it reads one message a line from standard input; --json prints each event
    as a line of JSON.
    """
    from agent.faults import ID_FAULT, ID_PATTERN

    if thread and not re.fullmatch(ID_PATTERN, thread):
        raise CommandError(f"--thread {thread!r} {ID_FAULT}.")
    settings = settings_of(data_dir, tenant)
    if not run_async(_chat(settings, thread or _new_thread(), as_json)):
        raise typer.Exit(SOME_FAILED)


async def _chat(settings: Settings, thread: str, as_json: bool) -> bool:
    """Talk to the end; return whether a program that piped messages in got all its answers."""
    from agent.terminal.lines import HELP, Piped, Typed
    from agent.terminal.screen import notices, output
    from agent.terminal.talk import Talk
    from agent.terminal.turn import JsonView, TurnView
    from agent.wiring import open_service
    from tools.wording import counted

    interactive = sys.stdin.isatty() and not as_json
    async with open_service(settings) as service:
        people = service.index.count(settings.tenant)
        tell_read_earlier(service.index, settings.tenant)
        notices().print(
            f"{counted(people, 'person', 'people')} · thread {thread}\n{HELP}", style="note"
        )
        talk = Talk(
            _Thread(service.conversation, thread, settings.tenant),
            Typed() if interactive else Piped(sys.stdin, echo=not as_json),
            JsonView() if as_json else TurnView(output()),
            notices(),
            alone=not interactive,
        )
        # A third Ctrl-C of an impatient person would end the closing half-way.
        await talk.hold(afterwards=signal.SIG_IGN if interactive else None)
        return talk.answered or interactive


class _Thread:
    """The thread this terminal talks on."""

    def __init__(self, conversation: Conversation, thread_id: str, tenant: str) -> None:
        self._conversation, self._id, self._tenant = conversation, thread_id, tenant

    def say(self, message: str) -> AsyncIterator[Event]:
        return self._conversation.stream(self._id, message, tenant=self._tenant)

    async def stop(self) -> bool:
        return await self._conversation.cancel(self._id, tenant=self._tenant)

    async def shortlist_csv(self) -> str:
        from agent.faults import Refused, ThreadForbidden
        from tools.export import shortlist_csv

        try:
            return await self._conversation.on_desk(self._id, shortlist_csv, tenant=self._tenant)
        except ThreadForbidden:  # nothing was said on it yet
            raise Refused("empty_shortlist", NOTHING_YET) from None


def _new_thread() -> str:
    from uuid import uuid4

    return f"terminal-{uuid4().hex[:8]}"
