"""What each part of the ranking is worth: nDCG@10 of judged requests with one part left out.

Run as `python -m tests.benchmarks.ablation REQUESTS.json QRELS.tsv --data-dir DIR` over an index
that holds the judged people.
"""

from __future__ import annotations

import argparse
import json
import math
import random
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import fmean

from agent.settings import Settings
from agent.wiring import open_index
from tools.index.weights import DECIMALS, PART_WEIGHT
from tools.request import read_request
from tools.results import Part, Pool

EVERYBODY = 100_000
SHAKES = 50
"""How often all weights are changed at random, to see whether the result hangs on them."""

Grades = Mapping[str, int]


def ndcg(ids: Sequence[str], grades: Grades, k: int = 10) -> float:
    """Return nDCG@k with gain 2^grade - 1, unjudged people counting nothing."""

    def gain(found: Sequence[int]) -> float:
        return math.fsum((2**g - 1) / math.log2(at + 2) for at, g in enumerate(found[:k]))

    best = gain(sorted(grades.values(), reverse=True))
    return gain([grades.get(i, 0) for i in ids]) / best if best else 0.0


def order(pool: Pool, weights: Mapping[str, float]) -> list[str]:
    """Return the people of a pool in the order that other weights of the parts give."""

    def score(parts: Sequence[Part]) -> float:
        return math.fsum(p.mark * p.worth * weights.get(p.name, weights["wishes"]) for p in parts)

    scored = [(-round(score(p), DECIMALS), i) for i, p in zip(pool.ids, pool.parts, strict=True)]
    return [candidate_id for _, candidate_id in sorted(scored)]


def mean(
    pools: Mapping[str, Pool], qrels: Mapping[str, Grades], weights: dict[str, float]
) -> float:
    """Return the mean nDCG@10 when the parts' weights are multiplied by these."""
    return fmean(ndcg(order(pool, weights), qrels[r]) for r, pool in pools.items())


def read_qrels(path: Path) -> dict[str, dict[str, int]]:
    """Return request → person → grade of a file with the columns request, [0,] person, grade."""
    qrels: dict[str, dict[str, int]] = {}
    for line in path.read_text("utf-8").splitlines():
        columns = line.split()
        if columns and columns[-1].isdigit():
            qrels.setdefault(columns[0], {})[columns[-2]] = int(columns[-1])
    return qrels


def main() -> None:
    """Print the table, each part left out and each weight halved and doubled."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("requests", type=Path)
    parser.add_argument("qrels", type=Path)
    parser.add_argument("--data-dir", type=Path, required=True)
    parser.add_argument("--tenant", default="local")
    given = parser.parse_args()
    qrels = read_qrels(given.qrels)
    index = open_index(Settings(data_dir=given.data_dir))
    pools = {
        r["request_id"]: index.search(given.tenant, read_request(r["text"]).criteria, EVERYBODY)
        for r in json.loads(given.requests.read_text("utf-8"))
        if r["request_id"] in qrels
    }
    whole = dict.fromkeys(PART_WEIGHT, 1.0)
    full = mean(pools, qrels, whole)
    print(f"{'part':<10} {'weight':>6} {'without':>8} {'loss':>8} {'half':>8} {'double':>8}")
    for name, weight in PART_WEIGHT.items():
        without, half, double = (mean(pools, qrels, whole | {name: f}) for f in (0.0, 0.5, 2.0))
        loss = full - without
        print(f"{name:<10} {weight:>6} {without:>8.4f} {loss:>8.4f} {half:>8.4f} {double:>8.4f}")
    dice = random.Random(0)
    shaken = [
        mean(pools, qrels, {name: math.exp(dice.gauss(0, 0.25)) for name in PART_WEIGHT})
        for _ in range(SHAKES)
    ]
    print(f"all parts {full:.4f}; weights shaken by a quarter: {fmean(shaken):.4f} "
          f"({min(shaken):.4f} to {max(shaken):.4f})")  # fmt: skip


if __name__ == "__main__":
    main()
