"""Builds candidates ahead of their storing, in a process that may crash or hang without harm."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from datetime import date
from itertools import chain, islice
from multiprocessing import connection

from tools.candidates import Candidate
from tools.ingest.building import made_of
from tools.ingest.records import Entry, Problem

IN_PROCESS = 24
"""Up to so many people are built without a second process, which takes a second to start."""

SECONDS_EACH = 60
"""One person may take so long before the process that reads is ended."""

_CHUNK = 8
_AHEAD = 6
_CRASHED = "makes the reader crash or hang: export it again, or save its text as a .txt file."

Made = tuple[Entry, Candidate | Problem]
_Pending = tuple[list[Entry], "Future[list[Candidate | Problem]] | None"]


class Workshop:
    """Turns entries into candidates, in order; a second process works ahead of the caller."""

    def __init__(self, today: date) -> None:
        self._today = today
        self._pool: ProcessPoolExecutor | None = None

    def make(self, entries: Iterable[Entry]) -> Iterator[Made]:
        """Yield each entry with its candidate or its problem, in the order given."""
        waiting = iter(entries)
        first = list(islice(waiting, IN_PROCESS + 1))
        if len(first) <= IN_PROCESS:
            for entry in first:
                yield entry, made_of(entry, self._today)
            return
        try:
            yield from self._make_ahead(chain(first, waiting))
        finally:
            self._end()

    def _make_ahead(self, entries: Iterator[Entry]) -> Iterator[Made]:
        pending: deque[_Pending] = deque()
        while True:
            while len(pending) < _AHEAD and (chunk := list(islice(entries, _CHUNK))):
                pending.append((chunk, self._submit(chunk)))
            if not pending:
                return
            chunk, future = pending.popleft()
            try:
                made = future.result() if future else self._one_by_one(chunk)
            except BrokenProcessPool:
                self._end()
                made = self._one_by_one(chunk)
                pending = deque((later, self._submit(later)) for later, _ in pending)
            yield from zip(chunk, made, strict=True)

    def _one_by_one(self, chunk: list[Entry]) -> list[Candidate | Problem]:
        """Return what a chunk makes when one of its entries ends the process that builds it."""
        made: list[Candidate | Problem] = []
        for entry in chunk:
            future = self._submit([entry])
            try:
                made += future.result() if future else [made_of(entry, self._today)]
            except BrokenProcessPool:
                self._end()
                made.append(Problem(entry.part, _CRASHED))
        return made

    def _submit(self, chunk: list[Entry]) -> Future[list[Candidate | Problem]] | None:
        """Return the future of a chunk, or None where no process can be started."""
        try:
            if self._pool is None:
                self._pool = ProcessPoolExecutor(
                    1, multiprocessing.get_context("spawn"), initializer=_begin
                )
            return self._pool.submit(_made, chunk, self._today)
        except BrokenProcessPool:
            self._end()
            return None
        except (OSError, ImportError):
            return None

    def _end(self) -> None:
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)
            self._pool = None


def _begin() -> None:
    """Leave Ctrl-C to the process that asked, which ends this one in order; end when it is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)


def _made(chunk: list[Entry], today: date) -> list[Candidate | Problem]:
    """Return what a chunk makes; the system ends the process when one entry takes too long."""
    made: list[Candidate | Problem] = []
    for entry in chunk:
        if hasattr(signal, "alarm"):
            signal.alarm(SECONDS_EACH)
        made.append(made_of(entry, today))
        if hasattr(signal, "alarm"):
            signal.alarm(0)
    return made
