"""What keeps an evaluation from being done, as one sentence."""

from __future__ import annotations

from tools.extras import how_to_install, installed


class EvaluationError(Exception):
    """An evaluation that cannot be done; the message names the input and the mend."""


def need(*modules: str) -> None:
    """Raise EvaluationError unless the packages of the `evaluate` extra are installed."""
    if not installed(*modules):
        raise EvaluationError(
            f"Evaluating needs packages that are not installed: {how_to_install('evaluate')}."
        )
