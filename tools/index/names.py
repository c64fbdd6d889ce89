"""Finds people by the name a recruiter typed."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import fuzz, process, utils

ENOUGH = 88.0
"""The similarity (0 to 100) from which a name is taken for the one that was meant."""


def best_names(name: str, people: Sequence[tuple[str, str]], limit: int) -> list[tuple[str, str]]:
    """Return the (candidate_id, full name) pairs nearest to `name`, best first, ties by id."""
    hits = process.extract(
        name,
        [full for _, full in people],
        scorer=fuzz.token_set_ratio,
        processor=utils.default_process,
        score_cutoff=ENOUGH,
        limit=None,
    )
    ranked = sorted((-score, people[at]) for _, score, at in hits)
    return [person for _, person in ranked[:limit]]
