"""Who says which stem how often, in blocks of people: what BM25 over a whole index reads.

A block is written once, when the last of its numbers has been given; whoever came since is read
from the sheets. So an ingest writes little, and a search of one stem reads one row of each block.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from tools.index.bm25 import Counts, Statistics, bm25
from tools.index.filters import Mask, Numbers
from tools.index.local_schema import note, noted
from tools.index.sheet import WORD_COLUMNS, Sheet
from tools.index.sqlite import listed
from tools.index.tally import Marks, SortedTallies, key_of, keys_in, rows_of
from tools.index.weights import LENGTH, SATURATION, SHORT_TEXT

BLOCK = 1024
"""Numbers of people in a block."""
MOST_READ = 500_000
"""Entries that one search may read; of more, the rarest stems' are read."""

_ENTRY = np.dtype([("at", "<u2"), ("count", "u1")])
"""Whose number in the block, and how often the stem is said there; no sheet counts above 30."""
_LENGTHS = key_of(" lengths")
"""The name, which no stem can have, under which a block keeps how long its people's texts are."""


def blocks_due(db: sqlite3.Connection) -> range:
    """Return the blocks whose numbers have all been given and that are not written yet."""
    last = db.execute("SELECT seq FROM sqlite_sequence WHERE name='candidates'").fetchone()
    return range(_written(db), (int(last[0]) + 1) // BLOCK if last else 0)


def write_block(db: sqlite3.Connection, block: int, sheets: Mapping[int, Sheet]) -> None:
    """Write a block, `sheets` being those of its people, within the caller's transaction."""
    db.executemany("INSERT INTO postings VALUES (?, ?, ?)", _rows(block, sheets))
    note(db, "blocks", str(block + 1))


def drop_postings(db: sqlite3.Connection, number: int, sheet: Sheet) -> None:
    """Take a person out of the block they are in, within the caller's transaction."""
    block, at = divmod(number, BLOCK)
    for key in keys_in(sheet.words, WORD_COLUMNS) if block < _written(db) else ():
        row = db.execute(
            "SELECT entries FROM postings WHERE block=? AND term=?", (block, key)
        ).fetchone()
        entries = np.frombuffer(row[0], _ENTRY)
        db.execute(
            "UPDATE postings SET entries=? WHERE block=? AND term=?",
            (entries[entries["at"] != at].tobytes(), block, key),
        )


def first_unwritten(db: sqlite3.Connection) -> int:
    """Return the number from which on people are in no block."""
    return _written(db) * BLOCK


class Postings:
    """The postings of one state of an index: how long all texts are, and the latest people's words.

    `late` are the sheets of everybody who is in no block, `size` is one more than any number.
    """

    def __init__(self, db: sqlite3.Connection, late: Mapping[int, Sheet], size: int) -> None:
        self._late = np.array(list(late), dtype=np.int64)
        self._words = SortedTallies([sheet.words for sheet in late.values()], WORD_COLUMNS)
        self._lengths = np.zeros(size)
        for _, block, packed in _read(db, [_LENGTHS]):
            part = np.frombuffer(packed, "<u4")
            self._lengths[block * BLOCK : block * BLOCK + len(part)] = part
        self._lengths[self._late] = [sheet.length for sheet in late.values()]

    def mentions(
        self, db: sqlite3.Connection, words: Sequence[str], statistics: Statistics
    ) -> dict[str, Counts]:
        """Return how often everybody says each stem, by number, of the state that `db` reads.

        Stems that are too many to read are left out.
        """
        keys = {word: key_of(word) for word in _affordable(words, statistics)}
        blocks: dict[int, list[tuple[int, bytes]]] = {key: [] for key in keys.values()}
        for key, block, packed in _read(db, list(blocks)):
            blocks[key].append((block, packed))
        return {word: self._counts(word, blocks[key]) for word, key in keys.items()}

    def scores(self, mentions: Mapping[str, Counts], statistics: Statistics) -> Marks:
        """Return everybody's BM25 by number."""
        total = np.zeros(len(self._lengths))
        for word, counts in mentions.items():
            who = np.flatnonzero(counts > 0)  # of truths it is found four times as fast
            ratio = self._lengths[who] / statistics.mean_length
            rarity = statistics.rarity(word)
            total[who] += bm25(counts[who], ratio, rarity, SATURATION, LENGTH, SHORT_TEXT)
        return total

    def _counts(self, word: str, blocks: Sequence[tuple[int, bytes]]) -> Counts:
        counts = np.zeros(len(self._lengths), np.uint8)
        numbers, said = _said(blocks)
        counts[numbers] = said
        counts[self._late] = self._words.of(word)[:, 0]
        return counts


def best(marks: Marks, limit: int, allowed: Mask | None) -> Numbers:
    """Return the numbers with the `limit` highest marks above 0 among those allowed, ascending.

    Who ties with the last of them comes too: a number tells when a person came, and whoever is
    found must not hang on that.
    """
    numbers = np.flatnonzero(marks if allowed is None else (marks > 0) & allowed)
    if len(numbers) > limit:
        least = np.partition(marks[numbers], -limit)[-limit]
        numbers = numbers[marks[numbers] >= least]
    return numbers


def _affordable(words: Sequence[str], statistics: Statistics) -> list[str]:
    """Return the words, in their order, without the commonest when they are too many to read."""
    left = MOST_READ
    kept: set[str] = set()
    for word in sorted(words, key=lambda w: (statistics.holders(w), w)):
        left -= statistics.holders(word)
        if left < 0 and kept:
            break
        kept.add(word)
    return [word for word in words if word in kept]


def _said(rows: Sequence[tuple[int, bytes]]) -> tuple[Numbers, NDArray[np.uint8]]:
    """Return who says a stem, by number, and how often, of what the blocks keep of it."""
    entries = np.frombuffer(b"".join(packed for _, packed in rows), _ENTRY)
    sizes = [len(packed) // _ENTRY.itemsize for _, packed in rows]
    firsts = np.array([block * BLOCK for block, _ in rows], dtype=np.int64)
    return np.repeat(firsts, sizes) + entries["at"], entries["count"]


def _read(db: sqlite3.Connection, keys: Sequence[int]) -> list[tuple[int, int, bytes]]:
    """Return (key, block, what it keeps under it) of every block that keeps something."""
    return db.execute(
        "SELECT term, block, entries FROM postings"
        " WHERE block IN (SELECT value FROM json_each(?))"
        " AND term IN (SELECT value FROM json_each(?))",
        (listed(list(range(_written(db)))), listed(keys)),
    ).fetchall()


def _rows(block: int, members: Mapping[int, Sheet]) -> list[tuple[int, int, bytes]]:
    """Return (block, stem's key, entries) in the order of the keys, and the lengths."""
    if not members:
        return []
    tallies = [rows_of(sheet.words, WORD_COLUMNS) for sheet in members.values()]
    keys = np.concatenate([tally["key"] for tally in tallies])
    entries = np.zeros(len(keys), _ENTRY)
    entries["count"] = np.concatenate([tally["counts"][:, 0] for tally in tallies])
    at = np.array([number % BLOCK for number in members])
    entries["at"] = np.repeat(at, [len(tally) for tally in tallies])
    order = np.lexsort((entries["at"], keys))
    found, starts = np.unique(keys[order], return_index=True)
    parts = np.split(entries[order], starts[1:])
    lengths = np.zeros(at.max() + 1, "<u4")
    lengths[at] = [sheet.length for sheet in members.values()]
    said = zip(found.tolist(), parts, strict=True)
    return [
        (block, _LENGTHS, lengths.tobytes()),
        *((block, key, part.tobytes()) for key, part in said),
    ]


def _written(db: sqlite3.Connection) -> int:
    return int(noted(db, "blocks") or 0)
