"""The file the vectors are mapped from: a cache beside the database, never the truth.

It is replaced whole, and believed only where its sums and its length say that it is.
"""

from __future__ import annotations

import mmap
import os
import zlib
from contextlib import suppress
from pathlib import Path
from typing import Any

import msgspec
import numpy as np

from tools.index.base import Vectors
from tools.index.segment import Ids, Segment, nothing, signed
from tools.index.vector_cache import Head, VectorCache

_MARK = b"candidate-matcher vectors 4\n"
_PROLOGUE = 4096
_READ_WHOLE = 64 * 1024 * 1024
"""Bytes of rows up to which a snapshot is read whole to see that it is."""


def load(path: Path, dimensions: int) -> VectorCache | None:
    """Return the view a snapshot file holds, mapped; None when missing, foreign or cut short."""
    try:
        with path.open("rb") as file:
            prologue = file.read(_PROLOGUE)
            if not prologue.startswith(_MARK):
                return None
            head = msgspec.json.decode(prologue[len(_MARK) :].rstrip(b"\0"), type=Head)
            file.seek(0, os.SEEK_END)
            if head.dimensions != dimensions or file.tell() != _PROLOGUE + _size(head):
                return None
            mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    except (OSError, ValueError, msgspec.MsgspecError):
        return None
    segment = _laid_out(mapped, head)
    return VectorCache(0, head, segment, nothing(dimensions)) if _is_whole(segment, head) else None


class Snapshot:
    """A snapshot file in the making: rows are put in order of id, then it takes its place.

    Where no file can be written it is made in memory.
    """

    def __init__(self, path: Path, head: Head) -> None:
        self._path, self._head = path, head
        self._part = path.with_name(f"{path.name}.{os.getpid()}-{id(self):x}.part")
        self._mapped = self._file(_PROLOGUE + _size(head))
        self._segment = _laid_out(self._mapped, head)
        self._filled = 0

    def put(self, ids: Ids, vectors: Vectors) -> None:
        """Put the next rows in."""
        to = self._filled + len(ids)
        part = signed(ids, vectors)
        self._segment.ids[self._filled : to] = part.ids
        self._segment.rows[self._filled : to] = part.rows
        self._segment.signs[self._filled : to] = part.signs
        self._filled = to

    def finish(self, generation: int) -> VectorCache:
        """Put the file in its place, whole, and return the view of what it holds."""
        head = msgspec.structs.replace(
            self._head, index_sum=_index_sum(self._segment), rows_sum=_rows_sum(self._segment)
        )
        prologue = (_MARK + msgspec.json.encode(head)).ljust(_PROLOGUE, b"\0")
        self._mapped[:_PROLOGUE] = np.frombuffer(prologue, np.uint8)
        if isinstance(self._mapped, np.memmap):
            try:
                self._mapped.flush()
                self._part.replace(self._path)
            except OSError:
                with suppress(OSError):
                    self._part.unlink()
        return VectorCache(generation, head, self._segment, nothing(head.dimensions))

    def _file(self, size: int) -> Any:
        try:
            with self._part.open("wb") as file:
                file.truncate(size)
            return np.memmap(self._part, np.uint8, "r+")
        except OSError:
            return np.zeros(size, np.uint8)


def _is_whole(segment: Segment, head: Head) -> bool:
    """Return whether a file holds what was written; rows are read only where they are few.

    Of many rows a few are compared with the database instead, so that a start reads little.
    """
    if _index_sum(segment) != head.index_sum:
        return False
    return segment.rows.nbytes > _READ_WHOLE or _rows_sum(segment) == head.rows_sum


def _index_sum(segment: Segment) -> int:
    return zlib.crc32(segment.signs.data, zlib.crc32(segment.ids.data))


def _rows_sum(segment: Segment) -> int:
    return zlib.crc32(segment.rows.data)


def _laid_out(buffer: Any, head: Head) -> Segment:
    """Return the three arrays of a snapshot, which follow its prologue."""
    n, d, start = head.rows, head.dimensions, _PROLOGUE
    bits = -(-d // 8)
    ids = np.frombuffer(buffer, np.int64, n, start)
    rows = np.frombuffer(buffer, np.float32, n * d, start + 8 * n).reshape(n, d)
    signs = np.frombuffer(buffer, np.uint8, n * bits, start + 8 * n + 4 * n * d)
    return Segment(ids, rows, signs.reshape(n, bits))


def _size(head: Head) -> int:
    return head.rows * (8 + 4 * head.dimensions + -(-head.dimensions // 8))
