"""The placeholders that stand for people wherever a model reads or writes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tools.desk import View

PERSON_MARK = re.compile(r"⟨(?:#(?P<rank>\d{1,4})|@(?P<id>[^⟨⟩\s]{1,200}))⟩")
"""A person: `⟨#2⟩` by rank in the ranking, `⟨@candidate_id⟩` by id."""


def rank_mark(rank: int) -> str:
    """Return the placeholder of a rank, counted from 1."""
    return f"⟨#{rank}⟩"


def id_mark(candidate_id: str) -> str:
    """Return the placeholder of somebody outside the ranking."""
    return f"⟨@{candidate_id}⟩"


def person_mark(view: View, candidate_id: str, at: int | None = None) -> str:
    """Return the placeholder of a person, by rank where they have one; `at` saves the search."""
    if at is None and candidate_id in view.pool:
        at = view.pool.index(candidate_id)
    return id_mark(candidate_id) if at is None else rank_mark(at + 1)


def stable_marks(text: str, pool: Sequence[str]) -> str:
    """Return the text with ranks turned into ids, so that it still means them in the next list."""

    def stable(mark: re.Match[str]) -> str:
        at = int(mark["rank"] or 0) - 1
        return id_mark(pool[at]) if 0 <= at < len(pool) else mark[0]

    return PERSON_MARK.sub(stable, text)


def marked_ids(text: str, pool: Sequence[str]) -> list[str]:
    """Return the ids of the people whom placeholders in the text mean, in order, once each."""
    stable = stable_marks(text, pool)
    return list(dict.fromkeys(m["id"] for m in PERSON_MARK.finditer(stable) if m["id"]))
