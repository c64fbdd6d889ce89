"""A conversation in the terminal: read a line, show the turn, survive Ctrl-C."""

from __future__ import annotations

import asyncio
import contextlib
import signal
from collections.abc import AsyncIterator
from typing import Protocol

from rich.console import Console

from agent.events import Event
from agent.faults import ConversationError
from agent.terminal.lines import COMMANDS, EXAMPLES, HELP, UnsendableError, message_of
from agent.terminal.new_file import write_new

_BEGUN_SECONDS = 0.02
"""How long a turn that is to be stopped is given to begin before it is tried again."""


class Thread(Protocol):
    """One thread of a conversation."""

    def say(self, message: str) -> AsyncIterator[Event]:
        """Run a turn and yield its events; raises ConversationError when it cannot begin."""
        ...

    async def stop(self) -> bool:
        """Stop the turn that runs, whose events then end; return whether one did."""
        ...

    async def shortlist_csv(self) -> str:
        """Return the shortlist as a table; raises ConversationError when nobody is on it."""
        ...


class Source(Protocol):
    """Where messages come from."""

    def read(self) -> str:
        """Return the next message; raises EOFError at the end, KeyboardInterrupt on Ctrl-C."""
        ...


class View(Protocol):
    """Where events go; `failed` says whether the last turn had an error."""

    failed: bool

    def show(self, event: Event) -> None:
        """Show one event."""
        ...

    def close(self) -> None:
        """Leave the screen ready for the next line."""
        ...


class Talk:
    """The loop of a conversation: Ctrl-C stops a turn; at the prompt the second one leaves.

    Where nobody types, `alone`, the first one ends it all with KeyboardInterrupt, the turn that
    runs having been stopped.
    """

    def __init__(
        self,
        thread: Thread,
        source: Source,
        view: View,
        notices: Console,
        *,
        alone: bool = False,
    ) -> None:
        self._thread, self._source, self._view, self._notices = thread, source, view, notices
        self._alone = alone
        self._warned = self._pressed = False
        self.answered = True
        """Whether every message so far was sent and answered without an error."""

    async def hold(self, afterwards: signal.Handlers | None = None) -> None:
        """Send what is typed until Ctrl-D, /quit or the second Ctrl-C in a row.

        From then on Ctrl-C does what `afterwards` says, or what it did before.
        """
        before = signal.signal(signal.SIGINT, self._press)
        try:
            await self._hold()
        finally:
            signal.signal(signal.SIGINT, before if afterwards is None else afterwards)

    async def _hold(self) -> None:
        while True:
            try:
                line = self._read()
            except EOFError:
                return
            except KeyboardInterrupt:
                if self._alone:
                    raise
                if self._warned:
                    return
                self._warned = True
                self._tell("\nCtrl-C again, or Ctrl-D, leaves.")
                continue
            if line in ("/quit", "/exit", "quit", "exit"):
                return
            self._warned = False
            await self._take(line)

    def _press(self, *_: object) -> None:
        """Remember a Ctrl-C between a prompt and a turn: whichever comes next takes it."""
        self._pressed = True

    def _read(self) -> str:
        try:
            signal.signal(signal.SIGINT, signal.default_int_handler)
            if self._pressed:
                self._pressed = False
                raise KeyboardInterrupt
            return self._source.read()
        finally:
            signal.signal(signal.SIGINT, self._press)

    async def _take(self, line: str) -> None:
        """Do what a line says: nothing, show the help, save the shortlist, or send a message."""
        if not line:
            return
        if line in ("/help", "/?"):
            self._tell(f"{HELP}\n{EXAMPLES}\nCommands: {COMMANDS}.")
            return
        command, _, name = line.partition(" ")
        try:
            if command == "/export":
                written = write_new(name.strip(), await self._thread.shortlist_csv())
                self._tell(f"Your shortlist is in {written}.")
                return
            await self._turn(message_of(line))
        except (UnsendableError, ConversationError) as error:
            self._tell(str(error), style="missing")
            self.answered = False

    async def _turn(self, message: str) -> None:
        """Show one turn to its end, which Ctrl-C brings about early."""
        showing = asyncio.ensure_future(self._show(message))
        loop = asyncio.get_running_loop()
        stopping: list[asyncio.Task[None]] = []

        def stop() -> None:
            if stopping:  # the second one does not wait for the turn to end
                stopping[0].cancel()
                showing.cancel()
            else:
                stopping.append(loop.create_task(self._interrupt(showing)))

        def interrupted(*_: object) -> None:
            loop.call_soon_threadsafe(stop)

        signal.signal(signal.SIGINT, interrupted)
        try:
            if self._pressed:
                self._pressed = False
                stop()
            await asyncio.wait([showing])
            await asyncio.gather(*stopping, return_exceptions=True)
        finally:
            signal.signal(signal.SIGINT, self._press)
            self._view.close()
        if not showing.cancelled():
            showing.result()
        if stopping and self._alone:
            raise KeyboardInterrupt
        self._warned = bool(stopping)
        self.answered = self.answered and not self._view.failed

    async def _interrupt(self, showing: asyncio.Future[None]) -> None:
        """Stop the turn, as soon as it has begun."""
        self._warned = True
        while not showing.done():
            with contextlib.suppress(ConversationError):
                if await self._thread.stop():
                    return
            await asyncio.sleep(_BEGUN_SECONDS)

    async def _show(self, message: str) -> None:
        async for event in self._thread.say(message):
            self._view.show(event)

    def _tell(self, sentence: str, style: str = "note") -> None:
        self._notices.print(sentence, style=style, markup=False)
