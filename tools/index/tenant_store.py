"""One tenant's database of people: whole writes, and the primitive look-ups ranking is made of."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path

import msgspec

from tools.candidates import Candidate
from tools.criteria import Criteria, Criterion
from tools.index import postings, sql_writes
from tools.index.base import CandidateIndexError, Upserted, Vectors
from tools.index.bm25 import Counts, Statistics
from tools.index.filters import Judges, Mask
from tools.index.local_schema import MIGRATIONS, noted
from tools.index.lookups import Lookups
from tools.index.postings import Postings
from tools.index.row_cache import Kept
from tools.index.sheet import Sheet
from tools.index.sheet_table import (
    are_current,
    fill_blocks,
    make_again,
    put_sheets,
    read_sheets,
    statistics,
)
from tools.index.sqlite import Database, listed
from tools.index.tally import Marks
from tools.index.vector_cache import PASSAGES_PER_PERSON
from tools.index.view import View, Views

_KEPT_PEOPLE = 1024
"""People with their texts, 20 to 40 KB each."""
_KEPT_SHEETS = 4096
"""Sheets of people, about 6 KB each."""

_KEPT_STATES = 2
"""States of the index whose postings are kept: the latest, and one that a search may still read."""


class TenantStore(Lookups):
    """The people of one tenant in one SQLite file, with FAISS beside it as a cache."""

    def __init__(self, folder: Path, embedder_name: str, dimensions: Callable[[], int]) -> None:
        super().__init__(Database(folder / "candidates.db", MIGRATIONS))
        self._views = Views(folder / "vectors.cache", dimensions)
        self._held = threading.local()
        self._decode = msgspec.msgpack.Decoder(Candidate)
        self._people = Kept(_KEPT_PEOPLE, self._load)
        self._sheets = Kept(_KEPT_SHEETS, self._load_sheets)
        self._postings = lru_cache(_KEPT_STATES)(self._load_postings)
        self._claim(folder, embedder_name)
        self._bring_sheets_up_to_date()

    def put(self, people: Sequence[tuple[Candidate, Vectors]]) -> list[Upserted]:
        """Store people with one float32 row per passage, all of them or none."""
        with self._database.write() as db:
            done = [sql_writes.put(db, candidate, vectors) for candidate, vectors in people]
            put_sheets(db, [(sql_writes.known(db, c.candidate_id), c) for c, _ in people])
            fill_blocks(db)
            sql_writes.touch(db)
        return done

    def remove(self, candidate_ids: Iterable[str]) -> list[str]:
        """Delete people with everything made from them; return the ids that existed."""
        gone: list[str] = []
        with self._database.write(erases=True) as db:
            for candidate_id in candidate_ids:
                number = sql_writes.number_of(db, candidate_id)
                if number is not None:
                    sql_writes.delete(db, number)
                    gone.append(candidate_id)
            if gone:
                sql_writes.touch(db)
        return gone

    def people(self, candidate_ids: Sequence[str]) -> dict[str, Candidate]:
        """Return the known ones among the ids, in the order asked for."""
        numbers = self.numbers(candidate_ids)
        people = self._people.of(numbers.values())
        return {i: people[numbers[i]] for i in candidate_ids if i in numbers}

    def person(self, number: int) -> Candidate:
        """Return the person stored under an internal number."""
        return self._people.of([number])[number]

    def sheets(self, numbers: Iterable[int]) -> dict[int, Sheet]:
        """Return what ranking reads of the people stored under internal numbers, in their order."""
        return self._sheets.of(numbers)

    def latest(self, most: int) -> list[Sheet]:
        """Return the sheets of so many people who came last."""
        rows = self._database.read().execute(
            "SELECT number FROM sheets ORDER BY number DESC LIMIT ?", (most,)
        )
        return list(self.sheets(int(number) for (number,) in rows).values())

    def statistics(self, words: Iterable[str]) -> Statistics:
        """Return what BM25 needs to know of the index about these stems."""
        return statistics(self._database.read(), words)

    def identified(self, scored: Sequence[tuple[int, float]]) -> list[tuple[str, float]]:
        """Return (candidate_id, score) for (number, score)."""
        people = self._people.of(number for number, _ in scored)
        return [(people[number].candidate_id, score) for number, score in scored]

    def with_fact(self, kind: str, values: Iterable[str]) -> Mask:
        """Return, by number, of whom any of these values was read out."""
        return self._holders(kind, values, self.size())

    def mentions(self, words: Sequence[str], statistics: Statistics) -> dict[str, Counts]:
        """Return how often everybody says each stem, by number, but those too common to read."""
        return self._current_postings().mentions(self._database.read(), words, statistics)

    def saying(self, mentions: Mapping[str, Counts], statistics: Statistics) -> Marks:
        """Return how much everybody says the stems, by number, scored as ranking scores them."""
        return self._current_postings().scores(mentions, statistics)

    def size(self) -> int:
        """Return one more than the highest number of a person."""
        return self._view().columns.size

    def allowed(self, criteria: Criteria, bars: Judges) -> tuple[Mask | None, dict[str, int]]:
        """Return whom hard wishes leave, by number, and how many people each puts out, by id."""
        return self._view().columns.allowed(criteria, bars)

    def living(self, wish: Criterion, meets: Judges) -> Mask:
        """Return whose home meets a wish for a place, by number."""
        return self._view().columns.living(wish, meets)

    def passages(
        self, query: Vectors, limit: int, allowed: Mask | None = None
    ) -> list[tuple[int, float]]:
        """Return (number, cosine) of the passages near the query, best first."""
        found = self._view().vectors.search(query, limit, allowed)
        return [(vector_id // PASSAGES_PER_PERSON, score) for vector_id, score in found]

    def dense(
        self, query: Vectors, limit: int, allowed: Mask | None = None
    ) -> list[tuple[int, float]]:
        """Return (number, cosine) of every person near the query, by the best passage."""
        best: dict[int, float] = {}
        for number, score in self.passages(query, limit, allowed):
            best.setdefault(number, score)
        return list(best.items())

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Keep this thread to one state of the index, whatever is written meanwhile."""
        if getattr(self._held, "view", None) is not None:
            yield
            return
        try:
            self._held.view = self._pinned()
            yield
        finally:
            self._held.view = None
            self._database.release()

    def close(self) -> None:
        """Close the database."""
        self._database.close()

    def _claim(self, folder: Path, embedder_name: str) -> None:
        with self._database.write() as db:
            db.execute(
                "INSERT INTO meta VALUES ('embeddings', ?) ON CONFLICT DO NOTHING",
                (embedder_name,),
            )
            built_with = noted(db, "embeddings")
            sql_writes.fill_filters(db)
        _refuse_other(folder, built_with, embedder_name)

    def _load(self, numbers: Sequence[int]) -> dict[int, Candidate]:
        rows = self._database.read().execute(
            "SELECT number, record FROM candidates"
            " WHERE number IN (SELECT value FROM json_each(?))",
            (listed(numbers),),
        )
        return {int(number): self._decode.decode(record) for number, record in rows}

    def _load_sheets(self, numbers: Sequence[int]) -> dict[int, Sheet]:
        return read_sheets(self._database.read(), numbers)

    def _current_postings(self) -> Postings:
        return self._postings(self.generation(), self.size())

    def _load_postings(self, generation: str, size: int) -> Postings:  # noqa: ARG002 a key
        db = self._database.read()
        rows = db.execute(
            "SELECT number FROM sheets WHERE number>=?", (postings.first_unwritten(db),)
        )
        late = self.sheets(int(number) for (number,) in rows)
        return Postings(db, late, size)

    def _bring_sheets_up_to_date(self) -> None:
        """Make sheets and postings of an index that was written before there were such."""
        db = self._database.read()
        if are_current(db) and not postings.blocks_due(db):
            return
        with self._database.write() as db:
            if not are_current(db):
                numbers = [
                    int(r[0]) for r in db.execute("SELECT number FROM candidates ORDER BY 1")
                ]
                make_again(db, numbers, self._load)
            fill_blocks(db)

    def _view(self) -> View:
        """Return the view this thread is kept to, or the latest."""
        with self.reading():
            view: View = self._held.view
            return view

    def _pinned(self) -> View:
        while True:
            db = self._database.pin()
            view = self._views.at(db, int(self.generation()))
            if view is not None:
                return view


def _refuse_other(folder: Path, built_with: str, embedder_name: str) -> None:
    if built_with != embedder_name:
        raise CandidateIndexError(
            f"The index in {folder} was built with the embeddings {built_with!r} and cannot answer "
            f"for {embedder_name!r}: set MATCHER_EMBEDDINGS back, or ingest again into "
            "another --data-dir."
        )
