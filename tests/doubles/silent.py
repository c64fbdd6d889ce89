"""A provider that accepts every connection and never says a word."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from threading import Event, Thread


@dataclass
class Silent:
    """Where it listens, and who has come so far."""

    url: str
    held: list[socket.socket] = field(default_factory=list)
    come: Event = field(default_factory=Event)


@contextmanager
def silent_provider() -> Iterator[Silent]:
    """Listen until the block ends."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        silent = Silent(f"http://127.0.0.1:{listening.getsockname()[1]}")
        Thread(target=_hold, args=(listening, silent), daemon=True).start()
        yield silent
    for connection in silent.held:
        connection.close()


def _hold(listening: socket.socket, silent: Silent) -> None:
    with suppress(OSError):  # it listens no more
        while True:
            connection, _ = listening.accept()
            silent.held.append(connection)
            silent.come.set()
