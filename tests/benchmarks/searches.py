"""Searches in this process: words to criteria, ranking, and verdicts with quotes for ten people.

Run as `python -m tests.benchmarks.searches --corpus people.jsonl`.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from agent.settings import Settings
from agent.wiring import open_index
from tests.benchmarks.corpus import NEVER_ASKED, SEARCHES, arguments, indexed
from tests.benchmarks.figures import Figure, percentile, show
from tests.benchmarks.raw import Raw
from tools.evidence import judge
from tools.index.base import CandidateIndex
from tools.index.fts_lookup import content_words
from tools.index.minilm import MiniLM
from tools.index.retrieval import query_text
from tools.request import read_request

ROUNDS = 8
PAGE = 10


def one(index: CandidateIndex, tenant: str, request: str) -> tuple[float, float]:
    """Return the milliseconds of one search with its evidence, and those of CPU."""
    started, busy = time.perf_counter(), time.process_time()
    criteria = read_request(request).criteria
    pool = index.search(tenant, criteria)
    for person in index.get(tenant, pool.ids[:PAGE]).values():
        for criterion in criteria:
            judge(person, criterion)
    return (time.perf_counter() - started) * 1000, (time.process_time() - busy) * 1000


def took(look_up: Callable[[Any], object], what: object) -> float:
    """Return the milliseconds of one look-up."""
    started = time.perf_counter()
    look_up(what)
    return (time.perf_counter() - started) * 1000


def run(home: Path) -> None:
    """Search in rounds over all requests, the first round uncounted, and print the table."""
    settings = Settings(data_dir=home)
    index = open_index(settings)
    index.warm(settings.tenant)
    embedder, raw = MiniLM(), Raw(home / "index" / settings.tenant / "candidates.db")
    first = one(index, settings.tenant, SEARCHES[0])[0]
    new = [one(index, settings.tenant, request) for request in NEVER_ASKED]
    rounds = [
        [one(index, settings.tenant, request) for request in SEARCHES] for _ in range(ROUNDS + 1)
    ]
    again = [timed for round_ in rounds[1:] for timed in round_]
    asked = [query_text(read_request(request).criteria) for request in (*SEARCHES, *NEVER_ASKED)]
    faiss = [took(raw.faiss, vector) for vector in map(embedder.vector, asked)]
    fts5 = [took(raw.fts5, words) for words in map(content_words, asked)]
    both = percentile(faiss, 0.5) + percentile(fts5, 0.5)
    (wall, busy), (new_wall, new_busy) = zip(*again, strict=True), zip(*new, strict=True)
    show(
        f"Searches over {index.count(settings.tenant)} people "
        f"({len(again)} searches, and {len(new)} that nobody made before)",
        [
            Figure("search, p50", "ms", percentile(wall, 0.5), both, at_most=15),
            Figure("search, p95", "ms", percentile(wall, 0.95)),
            Figure("CPU of it, p50", "ms", percentile(busy, 0.5)),
            Figure("never made before, p50", "ms", percentile(new_wall, 0.5), both, at_most=15),
            Figure("never made before, p95", "ms", percentile(new_wall, 0.95)),
            Figure("CPU of it, p50", "ms", percentile(new_busy, 0.5)),
            Figure("the very first, vocabulary read in it", "ms", first),
            Figure("raw FAISS, exact, p50", "ms", percentile(faiss, 0.5)),
            Figure("raw FTS5, p50", "ms", percentile(fts5, 0.5)),
        ],
    )
    print(
        "`bare` is raw FAISS plus raw FTS5 in the same run. A search also reads the request, "
        "embeds it, ranks, and quotes what ten people show of each wish."
    )


if __name__ == "__main__":
    options = arguments(__doc__ or "")
    run(indexed(options.corpus, options.data_dir))
