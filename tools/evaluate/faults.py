"""What keeps an evaluation from being done, as one sentence."""

from __future__ import annotations

from importlib.util import find_spec


class EvaluationError(Exception):
    """An evaluation that cannot be done; the message names the input and the mend."""


def need(*modules: str) -> None:
    """Raise EvaluationError unless the packages of the `evaluate` extra are installed."""
    if any(find_spec(module) is None for module in modules):
        raise EvaluationError(
            "Evaluating needs packages that are not installed: "
            "pip install 'candidate-matcher[evaluate]'."
        )
