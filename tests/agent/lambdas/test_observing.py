"""The metrics of a turn: what counts as a failure of the model, whoever answered in its place."""

from __future__ import annotations

import json
import logging
from typing import Any

import pytest

from agent.lambdas.observing import Turns

TURN: dict[str, Any] = {
    "ms": 5.0,
    "retrieval_ms": 1.0,
    "model_ms": 2.0,
    "model": "openai:m",
    "model_calls": 1,
    "degraded": True,
    "reason": None,
    "thread": "0" * 16,
    "input_tokens": 3,
    "output_tokens": 4,
    "error": "",
}


def metrics_of(capsys: pytest.CaptureFixture[str], **turn: Any) -> dict[str, Any]:
    record = logging.makeLogRecord({"turn": TURN | turn})
    Turns().emit(record)
    told: dict[str, Any] = json.loads(capsys.readouterr().out)
    return told


@pytest.mark.parametrize(
    ("turn", "failures"),
    [
        ({"reason": "rate_limited"}, 1),
        ({"reason": "key_refused"}, 1),
        ({"reason": "timeout"}, 1),
        ({"reason": "broke_off"}, 1),
        ({"error": "model_failed"}, 1),
        ({"reason": "unsupported"}, 0),
        ({"reason": "cut_short"}, 0),
        ({"degraded": False}, 0),
        ({"error": "stopped"}, 0),
    ],
)
def test_a_model_that_fails_is_counted_though_the_turn_was_answered_without_it(
    capsys: pytest.CaptureFixture[str], turn: dict[str, Any], failures: int
) -> None:
    assert metrics_of(capsys, **turn)["ModelFailures"] == [failures]
