"""An evaluation as plain data, for programs."""

from __future__ import annotations

from typing import Any

import msgspec

from tools.evaluate.evaluation import Evaluation, Measures


def as_data(found: Evaluation) -> dict[str, Any]:
    """Return the evaluation as JSON types: a result per request, the means, the comparison."""
    other = found.other
    return {
        "cutoffs": msgspec.to_builtins(found.cutoffs),
        "system": found.ours.run.name,
        "means": msgspec.to_builtins(found.ours.means),
        "results": [_result(found, request.request_id) for request in found.requests],
        "recall_curve": _rounded(found.ours.curve),
        "comparison": None if other is None else _comparison(found, other),
        "problems": list(found.problems),
    }


def _result(found: Evaluation, request_id: str) -> dict[str, Any]:
    result: dict[str, Any] = {
        "request_id": request_id,
        "measures": found.ours.measured[request_id],
    }
    if found.other is not None:
        result["other"] = found.other.measured[request_id]
    if request_id in found.turns:
        result["turns"] = msgspec.to_builtins(found.turns[request_id])
    return result


def _comparison(found: Evaluation, other: Measures) -> dict[str, Any]:
    return {
        "system": other.run.name,
        "means": msgspec.to_builtins(other.means),
        "recall_curve": _rounded(other.curve),
        "differences": msgspec.to_builtins(found.differences),
    }


def _rounded(values: list[float]) -> list[float]:
    return [round(value, 6) for value in values]
