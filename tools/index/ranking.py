"""Ranks people: the one place where weights are chosen, a pure function of criteria and index.

A search recalls people in three ways (words, meaning, facts), judges each of them wish by wish,
and adds up what was found. Everything is a number named here; ties end at the candidate_id.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from tools.candidates import Candidate
from tools.criteria import Criteria, Criterion, Kind
from tools.evidence import find
from tools.evidence.finding import Finding
from tools.evidence.wording import READ, Words

KIND_WEIGHT: dict[Kind, float] = {
    "title": 3.0,
    "skill": 1.6,
    "certification": 1.4,
    "language": 1.3,
    "location": 1.5,
    "min_years": 1.2,
    "max_years": 1.0,
    "education": 0.8,
    "industry": 1.0,
    "text": 1.2,
}
"""What a wish of each kind is worth against the others."""

NICE = 0.35
"""What a nice-to-have is worth against a must."""
PRIOR = 0.25
"""What words and meaning together are worth against all wishes together."""
FUSION_K = 60
"""The constant of reciprocal rank fusion (Cormack, Clarke and Büttcher, SIGIR 2009)."""
EXCLUDING: frozenset[Kind] = frozenset({"location", "min_years", "max_years"})
"""Musts that put a person out when the résumé says the opposite; silence never does."""
DECIMALS = 6
"""Places to which a score is rounded, so that the order never hangs on the last bit."""


class Recalled(msgspec.Struct, frozen=True):
    """A person whom retrieval brought up, with the reciprocal-rank sum of the lists they are on."""

    person: Candidate
    fused: float


class Scored(msgspec.Struct, frozen=True):
    """A ranked person: the score and the finding for every wish, in the order of the criteria."""

    person: Candidate
    score: float
    findings: tuple[Finding, ...]


def fuse(lists: Sequence[Sequence[int]]) -> dict[int, float]:
    """Return number → sum over lists of 1 / (FUSION_K + rank), ranks from 1."""
    total: dict[int, float] = {}
    for ranked in lists:
        for rank, number in enumerate(ranked, start=1):
            total[number] = total.get(number, 0.0) + 1.0 / (FUSION_K + rank)
    return total


def rank(
    recalled: Sequence[Recalled], criteria: Criteria, words: Words = READ
) -> tuple[list[Scored], dict[str, int]]:
    """Return people best first, and how many each excluding wish put out."""
    excluded: dict[str, int] = {}
    best_fused = max((r.fused for r in recalled), default=1.0) or 1.0
    kept: list[Scored] = []
    for each in recalled:
        findings = tuple(find(each.person, wish, words) for wish in criteria)
        barred = [w.id for w, f in zip(criteria, findings, strict=True) if bars(w, f)]
        for wish_id in barred:
            excluded[wish_id] = excluded.get(wish_id, 0) + 1
        if not barred:
            kept.append(
                Scored(each.person, _score(criteria, findings, each.fused / best_fused), findings)
            )
    kept.sort(key=_order)
    return kept, excluded


def bars(wish: Criterion, found: Finding) -> bool:
    """Return whether a finding puts the person out of the list."""
    if wish.weight == "avoid":
        return found.verdict == "met"
    return wish.weight == "must" and wish.kind in EXCLUDING and found.verdict == "missing"


def weight_of(wish: Criterion) -> float:
    """Return what a wish is worth; an avoided thing costs as much as a must gives."""
    return KIND_WEIGHT[wish.kind] * (NICE if wish.weight == "nice" else 1.0)


def _score(criteria: Criteria, findings: Sequence[Finding], fused: float) -> float:
    """Return a number in [0, 1]: the weighted mean of strengths, with fused recall as the prior."""
    gained = full = 0.0
    for wish, found in zip(criteria, findings, strict=True):
        weight = weight_of(wish)
        if wish.weight == "avoid":
            gained -= weight * found.strength
        else:
            gained += weight * found.strength
            full += weight
    wishes = gained / full if full else 0.0
    return round((1 - PRIOR) * wishes + PRIOR * fused, DECIMALS)


def _order(scored: Scored) -> tuple[float, str]:
    return -scored.score, scored.person.candidate_id
