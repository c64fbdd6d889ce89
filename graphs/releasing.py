"""Releases sentences to the doors: names for placeholders, and a copy that stays anonymous."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from typing import Any

from langchain_core.messages import AnyMessage

from tools.desk import Desk
from tools.people import labels_of, names_of, stable_marks, unmask
from tools.people.placeholders import marked_ids
from tools.presenting import public


class Releasing:
    """Puts names into sentences and writes them as `token` events; `text` keeps placeholders."""

    def __init__(self, desk: Desk, names: dict[str, str], write: Callable[[Any], None]) -> None:
        self._desk = desk
        self._names = names
        self._write = write
        self.text = ""

    @classmethod
    async def open(
        cls,
        desk: Desk,
        turn: Sequence[AnyMessage],
        write: Callable[[Any], None],
        *,
        blind: bool = False,
    ) -> Releasing:
        """Look up the names of everybody the turn may speak of, off the event loop.

        With `blind`, people are called by their rank, and no name is put in anywhere.
        """
        pool = desk.view.pool
        spoken = [i for message in turn for i in marked_ids(str(message.text), pool)]
        ids = [*desk.view.shown, *desk.shortlist, desk.discussed, *spoken]
        names = await asyncio.to_thread(names_of, desk.index, desk.tenant, [i for i in ids if i])
        return cls(desk, labels_of(pool, names) if blind else names, write)

    def add(self, sentence: str) -> None:
        """Release one sentence."""
        self.text += sentence
        self._write(("token", {"text": self.named(sentence)}))

    def named(self, sentence: str) -> str:
        """Return a sentence as people read it."""
        return unmask(sentence, self._desk.view.pool, self._names)

    def closing(self, message: str) -> dict[str, Any]:
        """Return what the transcript keeps: message and answer with people as stable ids."""
        pool = self._desk.view.pool
        return {
            "message": stable_marks(message, pool),
            "answer": stable_marks(self.text, pool),
            "criteria": public(self._desk.view.criteria),
        }
