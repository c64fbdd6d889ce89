"""Tells apart the people of a file and whether the index knows them, before anything is built."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import PurePath

from tools.ingest.files import safe_id, short_hash
from tools.ingest.readers import MANY, read_file
from tools.ingest.records import Entry, Problem, Text, digest

_ID = re.compile(r"[A-Za-z0-9._:-]{1,128}")
_DIGITS = re.compile(r"\d+")


class Intake:
    """Gives ids to the people of one run.

    `known` is candidate_id → content hash of the index, `owners` is the source of the person who
    has an id that several files of this run would get from their names.
    """

    def __init__(self, known: Mapping[str, str], owners: Mapping[str, str]) -> None:
        self._known = known
        self._owners = owners
        self._claimed: dict[str, str] = {}

    def entries(self, source: str, data: bytes) -> Iterator[Entry | Problem]:
        """Yield the people of a file and a problem for each broken row.

        Raises UnreadableError when the whole file is.
        """
        stem = safe_id(PurePath(source).stem)
        if PurePath(source).suffix.lower() not in MANY:
            yield self._entry(source, stem, False, digest(data), data, len(data))
            return
        texts = read_file(source, data)
        weight = len(data) // max(len(texts), 1)
        for text in texts:
            yield text if isinstance(text, Problem) else self._row(source, stem, text, data, weight)

    def is_unchanged(self, entry: Entry) -> bool:
        """Return whether the index holds this very content, under this id or its fallback."""
        fallback = apart(entry.candidate_id, entry.source)
        return entry.content_hash in {
            self._known.get(entry.candidate_id),
            None if entry.is_named else self._known.get(fallback),
        }

    def _row(self, source: str, stem: str, text: Text, data: bytes, weight: int) -> Entry | Problem:
        content_hash = digest(text.raw or data)
        if not text.candidate_id:
            row = _DIGITS.search(text.part)
            candidate_id = f"{stem}-{row[0]}" if row else stem
            return self._entry(source, candidate_id, False, content_hash, text, weight)
        given = text.candidate_id
        candidate_id = given if _ID.fullmatch(given) else safe_id(given)
        holder = self._claimed.get(candidate_id)
        if holder is not None:
            return Problem(
                text.part,
                f"repeats the candidate_id {candidate_id!r} of {holder}: give each person one id.",
            )
        return self._entry(source, candidate_id, True, content_hash, text, weight)

    def _entry(
        self,
        source: str,
        candidate_id: str,
        is_named: bool,
        content_hash: str,
        content: bytes | Text,
        weight: int,
    ) -> Entry:
        foreign = self._owners.get(candidate_id, source) != source
        if not is_named and (candidate_id in self._claimed or foreign):
            candidate_id = self._free(candidate_id, source)
        part = content.part if isinstance(content, Text) else ""
        self._claimed[candidate_id] = f"{source}, {part}" if part else source
        return Entry(candidate_id, source, content_hash, content, 0, weight, is_named)

    def _free(self, candidate_id: str, source: str) -> str:
        """Return the first id of a source that nobody in this run has."""
        marks = (source, *(f"{source}#{n}" for n in range(2, len(self._claimed) + 3)))
        own = (apart(candidate_id, mark) for mark in marks)
        return next(free for free in own if free not in self._claimed)


def apart(candidate_id: str, source: str) -> str:
    """Return an id that tells a file from another of the same name."""
    return f"{candidate_id[:121]}-{short_hash(source)}"
