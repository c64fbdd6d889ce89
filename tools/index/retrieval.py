"""Turns criteria into the three ways of looking people up: words, meaning and facts."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from tools.candidates import Candidate
from tools.criteria import Criteria, Criterion
from tools.evidence import find
from tools.index.filters import Mask
from tools.index.query_terms import WORDED, fact_names
from tools.index.tally import Marks
from tools.index.tenant_store import TenantStore
from tools.vocabulary.titles import occupation_of

NICE_FACT = 0.4
"""What a fact that is only nice to have counts against one that must be."""
LESS_THAN_A_FACT = 0.1
"""What all of the words count: less than any two sums of facts differ by."""
_FACT_KINDS = ("skill", "certification", "language", "industry")


def query_text(criteria: Criteria) -> str:
    """Return what is embedded of the wishes: the phrase of the job, or all where none is asked for.

    The phrase tells the trade and where it is done ("general manager, health club"); the wishes
    beside it would draw it to whoever words such things, in any trade. A wish speaks in the
    recruiter's own words where they are known.
    """
    wanted = [c for c in criteria if c.kind in WORDED and c.weight != "avoid"]
    wanted.sort(key=lambda c: c.weight != "must")
    jobs = [c.phrase or str(c.value) for c in wanted if c.kind == "title"]
    return ", ".join(dict.fromkeys(jobs or [c.said or str(c.value) for c in wanted]))


def nearness(passages: Sequence[tuple[int, float]]) -> tuple[dict[int, float], float]:
    """Return how near each owner of these passages is, and how near everybody else is at most.

    `passages` are (number, cosine), best first; a person is as near as the best of theirs.
    """
    best: dict[int, float] = {}
    for number, cosine in passages:
        best.setdefault(number, cosine)
    return best, passages[-1][1] if passages else 0.0


def with_facts(store: TenantStore, criteria: Criteria, saying: Marks) -> Marks:
    """Return of how many wished-for facts each was read out, by number.

    Where these are alike, and most are, it is the request's words that tell people apart.
    """
    points = np.zeros(store.size())
    for wish in criteria:
        if wish.weight != "avoid":
            points += _holders(store, wish) * (1.0 if wish.weight == "must" else NICE_FACT)
    said = saying / (float(saying.max(initial=0.0)) or 1.0)
    told: Marks = np.where(points > 0, points + LESS_THAN_A_FACT * said, 0.0)
    return told


def _holders(store: TenantStore, wish: Criterion) -> Mask:
    if wish.kind == "title":
        occupations = (occupation_of(v) for v in wish.values)
        return store.with_fact("occupation", (o for o in occupations if o))
    if wish.kind in _FACT_KINDS:
        return store.with_fact(wish.kind, fact_names(wish))
    if wish.kind == "location":
        return store.living(wish, _lives_there)
    return np.zeros(store.size(), dtype=bool)


def _lives_there(person: Candidate, wish: Criterion) -> bool:
    return find(person, wish).verdict in ("met", "partly")
