"""Measures a run with ir-measures: each request by each measure, graded gain 2^g - 1."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from tools.evaluate.faults import need
from tools.evaluate.judged import BEST_GRADE, Grades
from tools.evaluate.runs import Run

NDCG_AT, RECALL_AT, PRECISION_AT = 10, 20, 5
"""The cut-offs when none is chosen: the page, two pages, the part of it that is read first."""

LESS_IS_BETTER = "unjudged"
"""How the name begins of the one measure that should be small."""


class Cutoffs(msgspec.Struct, frozen=True):
    """Where lists are cut, and from which grade a person counts as found."""

    ndcg: int = NDCG_AT
    recall: int = RECALL_AT
    precision: int = PRECISION_AT
    relevant_from: int = 2

    @classmethod
    def at(cls, k: int | None, relevant_from: int = 2) -> Cutoffs:
        """Return the usual cut-offs, or `k` for all of them."""
        if k is None:
            return cls(relevant_from=relevant_from)
        return cls(k, k, k, relevant_from)

    @property
    def names(self) -> tuple[str, ...]:
        """Return the names of the measures, in the order in which they are shown."""
        return (
            f"nDCG@{self.ndcg}",
            f"Recall@{self.recall}",
            f"P@{self.precision}",
            "MRR",
            "MAP",
            f"{LESS_IS_BETTER}@{self.ndcg}",
        )


Measured = dict[str, dict[str, float]]
"""request_id → measure → value in [0, 1]; a request that a measure cannot judge lacks it."""


def measure(run: Run, grades: Grades, request_ids: Sequence[str], cutoffs: Cutoffs) -> Measured:
    """Return every measure of every request; a request with an empty list has 0.

    Where nobody is graded `relevant_from` or better, only nDCG and unjudged are told, and nDCG
    only where somebody is graded at all above 0. Raises EvaluationError without ir-measures.
    """
    need("ir_measures", "pytrec_eval")
    measured: Measured = {}
    for request_id in request_ids:
        judged, ranked = grades.get(request_id, {}), run.ranked.get(request_id, ())
        values = _values(request_id, judged, ranked, cutoffs)
        best = max(judged.values(), default=0)
        if best < cutoffs.relevant_from:
            values = {n: v for n, v in values.items() if n.startswith(("nDCG", LESS_IS_BETTER))}
        if best == 0:
            values = {n: v for n, v in values.items() if n.startswith(LESS_IS_BETTER)}
        measured[request_id] = values
    return measured


def recall_curve(
    run: Run, grades: Grades, request_ids: Sequence[str], cutoffs: Cutoffs, most: int
) -> list[float]:
    """Return the mean Recall@1 … Recall@most over the requests that have somebody to find."""
    totals, counted = [0.0] * most, 0
    for request_id in request_ids:
        good = _relevant(grades.get(request_id, {}), cutoffs.relevant_from)
        if not good:
            continue
        counted += 1
        found = 0
        people = run.ranked.get(request_id, ())
        for at in range(most):
            found += at < len(people) and people[at] in good
            totals[at] += found / len(good)
    return [total / counted for total in totals] if counted else []


def recall_at(
    people: Sequence[str], judged: Mapping[str, int], k: int, relevant_from: int
) -> float:
    """Return the share of the people worth finding who stand among the first k; 0 of none."""
    good = _relevant(judged, relevant_from)
    return len(good.intersection(people[:k])) / len(good) if good else 0.0


def _relevant(judged: Mapping[str, int], relevant_from: int) -> set[str]:
    return {candidate_id for candidate_id, grade in judged.items() if grade >= relevant_from}


def _values(
    request_id: str, judged: Mapping[str, int], ranked: Sequence[str], cutoffs: Cutoffs
) -> dict[str, float]:
    import ir_measures

    names = cutoffs.names
    unjudged = sum(c not in judged for c in ranked[: cutoffs.ndcg])
    values = dict.fromkeys(names[:-1], 0.0)
    values[names[-1]] = unjudged / cutoffs.ndcg
    if not ranked or not judged:
        return values
    wanted = dict(zip(_ir_measures(cutoffs), names, strict=False))
    qrels = [ir_measures.Qrel(request_id, c, grade) for c, grade in judged.items()]
    listed = [ir_measures.ScoredDoc(request_id, c, -at) for at, c in enumerate(ranked)]
    for metric in ir_measures.iter_calc(list(wanted), qrels, listed):
        values[wanted[metric.measure]] = float(metric.value)
    return values


def _ir_measures(cutoffs: Cutoffs) -> list[Any]:
    from ir_measures import AP, RR, P, R, nDCG

    gains = {grade: 2**grade - 1 for grade in range(1, BEST_GRADE + 1)}
    rel = cutoffs.relevant_from
    return [
        nDCG(gains=gains) @ cutoffs.ndcg,
        R(rel=rel) @ cutoffs.recall,
        P(rel=rel) @ cutoffs.precision,
        RR(rel=rel),
        AP(rel=rel),
    ]
