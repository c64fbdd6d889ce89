"""Searches in this process: words to criteria, ranking, and verdicts with quotes for ten people.

Run as `python -m tests.benchmarks.searches --corpus people.jsonl`.
"""

from __future__ import annotations

import time
from pathlib import Path

from agent.settings import Settings
from agent.wiring import open_index
from tests.benchmarks.corpus import SEARCHES, arguments, indexed
from tests.benchmarks.figures import Figure, percentile, show
from tools.evidence import judge
from tools.index.base import CandidateIndex
from tools.request import read_request

ROUNDS = 8
PAGE = 10


def one(index: CandidateIndex, tenant: str, request: str) -> float:
    """Return the milliseconds of one search with its evidence."""
    started = time.perf_counter()
    criteria = read_request(request).criteria
    pool = index.search(tenant, criteria)
    for person in index.get(tenant, pool.ids[:PAGE]).values():
        for criterion in criteria:
            judge(person, criterion)
    return (time.perf_counter() - started) * 1000


def run(home: Path) -> None:
    """Search in rounds over all requests, the first round uncounted, and print the table."""
    settings = Settings(data_dir=home)
    index = open_index(settings)
    times = [
        [one(index, settings.tenant, request) for request in SEARCHES] for _ in range(ROUNDS + 1)
    ]
    counted = [t for round_ in times[1:] for t in round_]
    show(
        f"Searches over {index.count(settings.tenant)} people ({len(counted)} searches)",
        [
            Figure("search, p50", "ms", percentile(counted, 0.5), at_most=25),
            Figure("search, p95", "ms", percentile(counted, 0.95)),
            Figure("first round, p50", "ms", percentile(times[0], 0.5)),
            Figure("the very first", "ms", times[0][0]),
        ],
    )


if __name__ == "__main__":
    options = arguments(__doc__ or "")
    run(indexed(options.corpus, options.data_dir))
