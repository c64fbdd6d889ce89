"""How sure a figure is: bootstrap intervals of a mean, and a paired randomisation test."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
import numpy as np

from tools.evaluate.faults import need
from tools.evaluate.measures import LESS_IS_BETTER, Measured

RESAMPLES = 10_000
SEED = 20_26
CONFIDENCE = 0.95


class Mean(msgspec.Struct, frozen=True):
    """A mean over `requests` requests with its interval; without a second request there is none."""

    mean: float
    low: float | None
    high: float | None
    requests: int


class Difference(msgspec.Struct, frozen=True):
    """One measure of two systems over the same requests.

    `difference` is ours minus the other's, `p` the two-sided probability of one at least as large
    if the systems were alike; `better`, `equal` and `worse` count requests.
    """

    measure: str
    ours: float
    other: float
    difference: float
    p: float
    better: int
    equal: int
    worse: int


def means(measured: Measured, names: Sequence[str]) -> dict[str, Mean]:
    """Return the mean of every measure over the requests that have it; seeded, so repeatable."""
    return {name: _mean([v[name] for v in measured.values() if name in v]) for name in names}


def compare(ours: Measured, other: Measured, names: Sequence[str]) -> list[Difference]:
    """Return the paired comparison of two systems, a line for each measure.

    Raises EvaluationError without scipy.
    """
    need("scipy")
    return [found for name in names if (found := _difference(name, ours, other)) is not None]


def _mean(values: Sequence[float]) -> Mean:
    if len(values) < 2:
        return Mean(values[0] if values else float("nan"), None, None, len(values))
    need("scipy")
    sample = np.asarray(values, dtype=float)
    draws = np.random.default_rng(SEED).integers(0, len(values), (RESAMPLES, len(values)))
    tail = (1 - CONFIDENCE) / 2
    low, high = np.quantile(sample[draws].mean(axis=1), [tail, 1 - tail])
    return Mean(float(sample.mean()), float(low), float(high), len(values))


def _difference(name: str, ours: Measured, other: Measured) -> Difference | None:
    shared = [r for r in ours if name in ours[r] and name in other.get(r, {})]
    if not shared:
        return None
    a = np.array([ours[r][name] for r in shared])
    b = np.array([other[r][name] for r in shared])
    gaps = np.round(a - b, 12)
    better = -gaps if name.startswith(LESS_IS_BETTER) else gaps
    return Difference(
        name,
        float(a.mean()),
        float(b.mean()),
        float(a.mean() - b.mean()),
        _randomised(gaps),
        int((better > 0).sum()),
        int((gaps == 0).sum()),
        int((better < 0).sum()),
    )


def _randomised(gaps: np.ndarray) -> float:
    """Return p of the mean gap when each sign might as well have been the other."""
    if not gaps.any():
        return 1.0
    from scipy.stats import permutation_test

    found = permutation_test(
        (gaps, np.zeros_like(gaps)),
        lambda x, y, axis: np.mean(x - y, axis=axis),
        permutation_type="samples",
        vectorized=True,
        n_resamples=RESAMPLES,
        rng=np.random.default_rng(SEED),
    )
    return float(found.pvalue)
