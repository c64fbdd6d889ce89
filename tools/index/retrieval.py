"""Turns criteria into the three ways of looking people up: words, meaning and facts."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from tools.criteria import Criteria, Criterion
from tools.index.filters import Mask, Numbers
from tools.index.looked_up import WORDED, content_words
from tools.index.shelf import Shelf
from tools.vocabulary.skills import canonical_skill
from tools.vocabulary.titles import occupation_of

_FACT_KINDS = ("skill", "certification", "language", "industry")


def query_text(criteria: Criteria) -> str:
    """Return the wishes as one short text for the embedding model, titles first."""
    wanted = [c for c in criteria if c.kind in WORDED and c.weight != "avoid"]
    wanted.sort(key=lambda c: (c.kind != "title", c.weight != "must"))
    return ", ".join(dict.fromkeys(v for c in wanted for v in c.values))


def query_words(criteria: Criteria) -> list[str]:
    """Return every word of every wish once, any of which may match."""
    words = (
        word
        for c in criteria
        if c.kind in WORDED and c.weight != "avoid"
        for value in (*c.values, c.said)
        for word in content_words(value)
    )
    return list(dict.fromkeys(words))


def fact_lists(
    shelf: Shelf, criteria: Criteria, limit: int, allowed: Mask | None = None
) -> list[list[int]]:
    """Return lists of people of whom wished-for facts were read out, most facts first."""
    points = np.zeros(shelf.size())
    for wish in criteria:
        if wish.weight != "avoid":
            points[_holders(shelf, wish)] += 1.0 if wish.weight == "must" else 0.4
    if allowed is not None:
        points *= allowed
    holders = np.flatnonzero(points)
    ranked = holders[np.lexsort((holders, -points[holders]))][:limit]
    return [ranked.tolist()] if len(ranked) else []


def _holders(shelf: Shelf, wish: Criterion) -> Numbers:
    if wish.kind == "title":
        occupations = (occupation_of(v) for v in wish.values)
        return shelf.with_fact("occupation", (o for o in occupations if o))
    if wish.kind in _FACT_KINDS:
        return shelf.with_fact(wish.kind, _canonical(wish))
    return np.zeros(0, dtype=np.int64)


def _canonical(wish: Criterion) -> Iterable[str]:
    if wish.kind == "skill":
        return [canonical_skill(v) or v for v in wish.values]
    return wish.values
