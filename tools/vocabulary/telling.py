"""Weighs the terms of a list by their place in it: the most telling stand first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

LEAST_TELLING = 0.4
"""What the last term of a list counts against the first."""


def by_place(terms: Sequence[str]) -> Mapping[str, float]:
    """Return how telling each term is: 1.0 for the first, LEAST_TELLING for the last."""
    fall = (1 - LEAST_TELLING) / len(terms) if terms else 0.0
    return {term: 1 - fall * place for place, term in enumerate(terms)}
