"""Turns criteria into the three ways of looking people up: words, meaning and facts."""

from __future__ import annotations

from collections.abc import Iterable

from tools.criteria import Criteria, Criterion
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


def words_query(criteria: Criteria) -> str:
    """Return an FTS5 query: every word of every wish, any of which may match."""
    words = (
        word
        for c in criteria
        if c.kind in WORDED and c.weight != "avoid"
        for value in (*c.values, c.said)
        for word in content_words(value)
    )
    return " OR ".join(f'"{w}"' for w in dict.fromkeys(words)) or '""'


def fact_lists(shelf: Shelf, criteria: Criteria, limit: int) -> list[list[int]]:
    """Return lists of people of whom wished-for facts were read out, most facts first."""
    points: dict[int, float] = {}
    for wish in criteria:
        if wish.weight == "avoid":
            continue
        for number in _holders(shelf, wish):
            points[number] = points.get(number, 0.0) + (1.0 if wish.weight == "must" else 0.4)
    ranked = sorted(points, key=lambda n: (-points[n], n))
    return [ranked[:limit]] if ranked else []


def _holders(shelf: Shelf, wish: Criterion) -> set[int]:
    if wish.kind == "title":
        occupations = (occupation_of(v) for v in wish.values)
        return shelf.with_fact("occupation", (o for o in occupations if o))
    if wish.kind in _FACT_KINDS:
        return shelf.with_fact(wish.kind, _canonical(wish))
    return set()


def _canonical(wish: Criterion) -> Iterable[str]:
    if wish.kind == "skill":
        return [canonical_skill(v) or v for v in wish.values]
    return wish.values
