"""How far a request copied into strangers' résumés lifts them: places gained, and who gets in.

Run as `python -m tests.benchmarks.copied CORPUS.jsonl REQUESTS.json`; it indexes the corpus with
three altered strangers for each request, people whom the ranking puts below the 300th place or, in
a small corpus, into the lower half. It takes about twice as long as the ingest.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from agent.settings import Settings
from agent.wiring import open_index
from tests.benchmarks.corpus import indexed
from tools.index.base import CandidateIndex
from tools.request import read_request

TENANT = "local"
EVERYBODY = 100_000
FIRST, LAST = 300, 1500
"""Places between which strangers are looked for."""
WAYS = ("at the end", "as a summary", "twice")


def altered(text: str, request: str, way: str) -> str:
    """Return a résumé with the request copied into it."""
    if way == "as a summary":
        at = text.find("\n", 200)
        return f"{text[:at]}\n\nSummary\n{request}\n{text[at:]}"
    return "\n\n".join([text, request, *([request] if way == "twice" else [])])


def strangers(
    index: CandidateIndex, requests: Mapping[str, str], dice: random.Random
) -> Iterator[tuple[str, str, str, int]]:
    """Yield (request_id, way, candidate_id, place) of people who have little to do with it."""
    for request_id, text in requests.items():
        ids = index.search(TENANT, read_request(text).criteria, EVERYBODY).ids
        low = (
            range(FIRST, min(LAST, len(ids)))
            if len(ids) > 2 * FIRST
            else range(len(ids) // 2, len(ids))
        )
        for way, at in zip(WAYS, dice.sample(low, len(WAYS)), strict=True):
            yield request_id, way, ids[at], at + 1


def place(ids: Sequence[str], who: str, own: frozenset[str]) -> int:
    """Return where somebody ranks among those who are not altered."""
    return 1 + sum(1 for each in ids[: ids.index(who)] if each not in own)


def main() -> None:
    """Print, for each way of copying, the places before and after and who gets into the first."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("requests", type=Path)
    given = parser.parse_args()
    people = {
        row["candidate_id"]: row["text"]
        for row in map(json.loads, given.corpus.read_text("utf-8").splitlines())
    }
    requests = {r["request_id"]: r["text"] for r in json.loads(given.requests.read_text("utf-8"))}
    with TemporaryDirectory() as folder:
        honest = open_index(Settings(data_dir=indexed(given.corpus, Path(folder, "honest"))))
        chosen = list(strangers(honest, requests, random.Random(0)))
        rows = [
            {
                "candidate_id": f"copied-{request_id}-{at}",
                "text": altered(people[who], requests[request_id], way),
            }
            for at, (request_id, way, who, _) in enumerate(chosen)
        ]
        file = Path(folder, "people.jsonl")
        lines = given.corpus.read_text("utf-8").splitlines()
        file.write_text("\n".join([*lines, *map(json.dumps, rows)]), "utf-8")
        index = open_index(Settings(data_dir=indexed(file, Path(folder, "spoilt"))))
        own = frozenset(row["candidate_id"] for row in rows)
        ranked = {
            request_id: index.search(TENANT, read_request(text).criteria, EVERYBODY).ids
            for request_id, text in requests.items()
        }
        after = [
            place(ranked[request_id], row["candidate_id"], own)
            for (request_id, *_), row in zip(chosen, rows, strict=True)
        ]
    print(
        f"{'copied':<14} {'people':>6} {'before':>7} {'after':>7} {'top 5':>6} {'10':>4} {'20':>4}"
    )
    for way in WAYS:
        told = [(c[3], now) for c, now in zip(chosen, after, strict=True) if c[1] == way]
        before, now = (median(column) for column in zip(*told, strict=True))
        within = [sum(1 for _, n in told if n <= k) for k in (5, 10, 20)]
        print(f"{way:<14} {len(told):>6} {before:>7.0f} {now:>7.0f} "
              f"{within[0]:>6} {within[1]:>4} {within[2]:>4}")  # fmt: skip


if __name__ == "__main__":
    main()
