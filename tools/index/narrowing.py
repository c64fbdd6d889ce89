"""Bounds what a search by words may cost: BM25 is worked out for so many people and no more."""

from __future__ import annotations

from collections.abc import Callable, Sequence

MOST_SCORED = 20_000
"""People for whom BM25 is worked out in one search; an index of fewer is never narrowed much."""


def narrowed(words: Sequence[str], count: Callable[[str], int]) -> str:
    """Return an FTS5 query for the words, of which the rare ones tell people apart.

    `count` says how many people say a word. Words are taken rarest first while they may all be
    scored, any of them being enough; where even the rarest is said by too many, all are asked for.
    """
    counted = sorted((count(word), at) for at, word in enumerate(words))
    kept, left = [], MOST_SCORED
    for people, at in counted:
        left -= people
        if left < 0:
            break
        kept.append(at)
    if kept or not words:
        return " OR ".join(quoted(words[at]) for at in sorted(kept)) or '""'
    return " AND ".join(quoted(word) for word in words)


def quoted(word: str) -> str:
    """Return a word as FTS5 takes it literally."""
    return '"' + word.replace('"', '""') + '"'
