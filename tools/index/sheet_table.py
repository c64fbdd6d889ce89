"""Keeps the sheets of one tenant beside its people, and counts who has which word."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

import msgspec

from tools.candidates import Candidate
from tools.index.bm25 import Statistics
from tools.index.local_schema import note, noted
from tools.index.postings import BLOCK, blocks_due, drop_postings, write_block
from tools.index.sheet import VERSION, WORD_COLUMNS, Sheet, make_sheet
from tools.index.sqlite import listed
from tools.index.tally import key_of, keys_in

_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(Sheet).decode


def put_sheets(db: sqlite3.Connection, people: Sequence[tuple[int, Candidate]]) -> None:
    """Store the sheets of people who have none yet, within the transaction of the caller."""
    sheets = [(number, make_sheet(person)) for number, person in people]
    db.executemany("INSERT INTO sheets VALUES (?, ?)", [(n, _encode(s)) for n, s in sheets])
    _count(db, (sheet for _, sheet in sheets), 1)


def drop_sheet(db: sqlite3.Connection, number: int) -> None:
    """Delete the sheet of a person, within the transaction of the caller."""
    row = db.execute("SELECT sheet FROM sheets WHERE number=?", (number,)).fetchone()
    if row is not None:
        sheet = _decode(row[0])
        _count(db, [sheet], -1)
        drop_postings(db, number, sheet)
        db.execute("DELETE FROM sheets WHERE number=?", (number,))


def fill_blocks(db: sqlite3.Connection) -> None:
    """Write the blocks of postings that are due, once all given numbers have their sheets."""
    for block in blocks_due(db):
        rows = db.execute(
            "SELECT number, sheet FROM sheets WHERE number BETWEEN ? AND ?",
            (block * BLOCK, (block + 1) * BLOCK - 1),
        )
        write_block(db, block, {int(number): _decode(sheet) for number, sheet in rows})


def read_sheets(db: sqlite3.Connection, numbers: Sequence[int]) -> dict[int, Sheet]:
    """Return the sheets stored under people's numbers."""
    rows = db.execute(
        "SELECT number, sheet FROM sheets WHERE number IN (SELECT value FROM json_each(?))",
        (listed(numbers),),
    )
    return {int(number): _decode(sheet) for number, sheet in rows}


def statistics(db: sqlite3.Connection, words: Iterable[str]) -> Statistics:
    """Return what BM25 needs to know of the index about these stems."""
    keys = {word: key_of(word) for word in (*words, _PEOPLE, _LENGTH)}
    rows = db.execute(
        "SELECT term, people FROM terms WHERE term IN (SELECT value FROM json_each(?))",
        (listed(list(keys.values())),),
    )
    counts = dict(rows.fetchall())
    found = {word: int(counts[key]) for word, key in keys.items() if key in counts}
    people, length = found.pop(_PEOPLE, 0), found.pop(_LENGTH, 0)
    return Statistics(people, length / people if people else 1.0, found)


def are_current(db: sqlite3.Connection) -> bool:
    """Return whether every person has a sheet of the present version."""
    return noted(db, "sheets") == VERSION


def make_again(
    db: sqlite3.Connection,
    numbers: Sequence[int],
    people: Callable[[Sequence[int]], dict[int, Candidate]],
) -> None:
    """Make the sheets of everybody anew, within the transaction of the caller."""
    for table in ("sheets", "terms", "postings"):
        db.execute(f"DELETE FROM {table}")
    db.execute("DELETE FROM meta WHERE key='blocks'")
    for at in range(0, len(numbers), 200):
        put_sheets(db, list(people(numbers[at : at + 200]).items()))
    fill_blocks(db)
    note(db, "sheets", VERSION)


def _count(db: sqlite3.Connection, sheets: Iterable[Sheet], sign: int) -> None:
    counts: Counter[int] = Counter()
    for sheet in sheets:
        counts.update(keys_in(sheet.words, WORD_COLUMNS))
        counts[key_of(_PEOPLE)] += 1
        counts[key_of(_LENGTH)] += sheet.length
    db.executemany(
        "INSERT INTO terms VALUES (?, ?)"
        " ON CONFLICT (term) DO UPDATE SET people = people + excluded.people",
        [(term, sign * n) for term, n in sorted(counts.items())],
    )


# Totals stand among the terms under names that no word can have.
_PEOPLE, _LENGTH = " people", " length"
