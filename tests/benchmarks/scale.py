"""The index at scale: generated people, searched with and without filters beside raw stores.

Run as `python -m tests.benchmarks.scale --people 100000`; the index is kept in the data directory,
so a second run is quick. Nothing fails: a missed target is marked.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from itertools import islice
from pathlib import Path

import msgspec
import numpy as np

from tests.benchmarks.corpus import NEVER_ASKED, SEARCHES
from tests.benchmarks.figures import Figure, percentile, show
from tests.benchmarks.generated import people, world
from tests.benchmarks.raw import Raw
from tools.criteria import Criteria, Criterion
from tools.index.base import Vectors
from tools.index.fts_lookup import content_words
from tools.index.local import LocalIndex
from tools.index.minilm import MiniLM
from tools.index.retrieval import query_text
from tools.request import read_request

TENANT = "local"
BATCH = 1_000
ROUNDS = 4


class Given:
    """Hands out vectors that were made beforehand, under the name of the packaged model."""

    name, dimensions = MiniLM.name, MiniLM.dimensions

    def __init__(self) -> None:
        self.next: Vectors = np.zeros((0, self.dimensions), np.float32)

    def vectors(self, texts: Sequence[str]) -> Vectors:
        assert len(texts) == len(self.next)
        return self.next

    def vector(self, text: str) -> Vectors:
        raise NotImplementedError("only documents are embedded while the index is built")

    def close(self) -> None:
        """Nobody waits for a vector."""


def build(folder: Path, count: int) -> float:
    """Index people until there are `count`; return the seconds of CPU it took."""
    given = Given()
    index = LocalIndex(folder, given)
    began, have = time.process_time(), index.count(TENANT)
    if have < count:
        print(f"Making {count - have} people; this is done once.", flush=True)
        made = islice(people(count, world()), have, None)
        while batch := list(islice(made, BATCH)):
            given.next = np.concatenate([vectors for _, vectors in batch])
            index.upsert(TENANT, [person for person, _ in batch])
    index.close()
    return time.process_time() - began


def timed(work: Callable[[], object]) -> float:
    """Return the milliseconds of one call."""
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def busy(work: Callable[[], object]) -> float:
    """Return the milliseconds of CPU that one call takes."""
    began = time.process_time()
    work()
    return (time.process_time() - began) * 1000


def requests() -> list[Criteria]:
    """Return what is searched for, read beforehand."""
    return [read_request(text).criteria for text in SEARCHES]


def filtered(asked: Sequence[Criteria], places: Sequence[str]) -> list[Criteria]:
    """Return the same requests, each in one city, where about 1 % of the people live."""
    return [
        (*criteria, Criterion("location", places[at % len(places)]))
        for at, criteria in enumerate(asked)
    ]


def recall(index: LocalIndex, raw: Raw, queries: Sequence[Vectors]) -> float:
    """Return the share of the ten nearest passages of an exact search that ours holds too."""
    ids, found = raw.vector_ids(), 0
    store = index._store(TENANT)
    with store.reading():
        vectors = store._view().vectors
        for query in queries:
            ours = {vector_id for vector_id, _ in vectors.search(query, 10)}
            found += len(ours & {ids[at] for at in raw.faiss(query, 10)})
    return found / (10 * len(queries))


def resident() -> float:
    """Return the megabytes this process holds beside mapped files, or nan where unknown."""
    try:
        _, held, shared = map(int, Path("/proc/self/statm").read_text().split()[:3])
    except OSError:
        return float("nan")
    return (held - shared) * 4096 / 1e6


def rounds(index: LocalIndex, asked: Sequence[Criteria]) -> tuple[list[float], list[float]]:
    """Return the milliseconds of the first search of each request, and of the later ones."""
    first = [timed(lambda c=c: index.search(TENANT, c)) for c in asked]
    later = [timed(lambda c=c: index.search(TENANT, c)) for _ in range(ROUNDS) for c in asked]
    return first, later


def changes(index: LocalIndex, asked: Criteria) -> list[Figure]:
    """Return what it costs to replace and to delete one person, the search after it included."""
    pool = index.search(TENANT, asked)
    person = index.get(TENANT, pool.ids[:1])[pool.ids[0]]
    put, out, after = [], [], []
    for at in range(5):
        newer = msgspec.structs.replace(person, content_hash=f"{at}")
        put.append(timed(lambda newer=newer: index.upsert(TENANT, [newer])))
        after.append(timed(lambda: index.search(TENANT, asked)))
        out.append(timed(lambda: index.delete(TENANT, [person.candidate_id])))
        after.append(timed(lambda: index.search(TENANT, asked)))
    index.upsert(TENANT, [person])
    return [
        Figure("replace one person, p50", "ms", percentile(put, 0.5)),
        Figure("delete one person, p50", "ms", percentile(out, 0.5)),
        Figure("search right after a change, p50", "ms", percentile(after, 0.5)),
    ]


STARTED = """
import sys, time
from pathlib import Path
from tools.index.local import LocalIndex
from tools.index.minilm import MiniLM
from tools.criteria import Criterion
began = time.perf_counter()
index = LocalIndex(Path(sys.argv[1]), MiniLM())
index.warm("local")
print((time.perf_counter() - began) * 1000, *(open("/proc/self/statm").read().split()[1:3]))
"""


def started(folder: Path) -> tuple[float, float]:
    """Return the milliseconds until a new process is ready to search, and its megabytes then."""
    told = subprocess.run(
        [sys.executable, "-c", STARTED, str(folder)], capture_output=True, text=True, check=True
    ).stdout.split()
    return float(told[0]), (int(told[1]) - int(told[2])) * 4096 / 1e6


def run(folder: Path, count: int) -> None:
    """Build what is missing, measure, and print the table."""
    built = build(folder, count)
    ready, megabytes = started(folder)
    index = LocalIndex(folder, MiniLM())
    asked = requests()
    index.warm(TENANT)
    sample = index.get(TENANT, [f"g-{n:06d}" for n in range(0, count, max(1, count // 40))])
    places = sorted({p.profile.location.name for p in sample.values() if p.profile.location})
    narrow = filtered(asked, places)
    first, later = rounds(index, asked)
    first_narrow, later_narrow = rounds(index, narrow)
    never = [read_request(text).criteria for text in NEVER_ASKED]
    new = [timed(lambda c=c: index.search(TENANT, c)) for c in never]
    used, used_narrow = (
        [busy(lambda c=c: index.search(TENANT, c)) for c in criteria]
        for criteria in (asked, narrow)
    )
    held = resident()
    raw = Raw(folder / TENANT / "candidates.db")
    queries = [index.embedder.vector(query_text(criteria)) for criteria in asked]
    raw_faiss = [timed(lambda q=q: raw.faiss(q)) for _ in range(ROUNDS) for q in queries]
    worded = [content_words(query_text(criteria)) for criteria in asked]
    raw_fts = [timed(lambda w=w: raw.fts5(w)) for _ in range(ROUNDS) for w in worded]
    both = percentile(raw_faiss, 0.5) + percentile(raw_fts, 0.5)
    most = 60.0
    show(
        f"{count} people, {len(raw.vector_ids())} passages",
        [
            Figure("search, p50", "ms", percentile(later, 0.5), both),
            Figure("search, p95", "ms", percentile(later, 0.95), at_most=most),
            Figure("CPU of it, p95", "ms", percentile(used, 0.95)),
            Figure("first time a request is asked, p95", "ms", percentile(first, 0.95)),
            Figure("requests that share few words, p95", "ms", percentile(new, 0.95)),
            Figure("search that keeps 1 %, p50", "ms", percentile(later_narrow, 0.5), both),
            Figure(
                "search that keeps 1 %, p95", "ms", percentile(later_narrow, 0.95), at_most=most
            ),
            Figure("CPU of it, p95", "ms", percentile(used_narrow, 0.95)),
            Figure("first time, keeps 1 %, p95", "ms", percentile(first_narrow, 0.95)),
            Figure("raw FAISS, exact, p50", "ms", percentile(raw_faiss, 0.5)),
            Figure("raw FTS5, p50", "ms", percentile(raw_fts, 0.5)),
            Figure(
                "recall@10 against exact search", "", recall(index, raw, queries), at_least=0.99
            ),
            *changes(index, asked[0]),
            Figure("ready to search in a new process", "ms", ready),
            Figure("memory then, mapped files aside", "MB", megabytes),
            Figure("memory after the searches", "MB", held),
            Figure("CPU to store one person", "ms", built * 1000 / count),
        ],
    )
    print(
        "`bare` is raw FAISS plus raw FTS5 in the same run; CPU to store is 0 when all were there."
    )
    index.close()


def main() -> None:
    """Read the options and run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=100_000)
    parser.add_argument("--data-dir", type=Path, default=Path(".bench-data"))
    options = parser.parse_args()
    run(options.data_dir / f"generated-{options.people}", options.people)


if __name__ == "__main__":
    main()
