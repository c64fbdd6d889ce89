"""Drops the skill that a job consists in, where the job is asked for: nursing, of a nurse."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from tools.criteria import Criterion
from tools.request.draft import Found
from tools.vocabulary.titles import occupation_of
from tools.vocabulary.titles_words import HEADS
from tools.vocabulary.word_sets import words

_WORD = re.compile(r"[^\W_]+")
_ENDINGS = words(
    """s e es y r rs er ers or ors ing ist ists ant ants ry ery ian ians ical ic ics al is t ts ion
    ation ment ce tist ology ologist ologists"""
)
_WHOLE = 4
"""Letters of a word that may be the beginning of another: cook, cooking."""


def without_own_trade(found: Sequence[Found], text: str) -> list[Found]:
    """Return the wishes without the skills that whoever does the job has anyway.

    A tool of a job that others do as well stays: Java, of a Java developer.
    """
    jobs = [f.criterion for f in found if f.criterion.kind == "title"]
    trades = [trade for job in jobs if job.weight == "must" and (trade := _trade(job))]
    return [f for f in found if not any(_is_of(f, trade, text) for trade in trades)]


def _trade(job: Criterion) -> frozenset[str]:
    """Return the words of the occupation that all of a wish's jobs belong to."""
    named = {occupation_of(value) for value in job.values}
    only = next(iter(named)) if len(named) == 1 else None
    return frozenset(only.split("-")) if only else frozenset()


def _is_of(found: Found, trade: frozenset[str], text: str) -> bool:
    wish = found.criterion
    if wish.kind not in ("skill", "text") or wish.weight == "avoid" or wish.any_of:
        return False
    return _names(_WORD.findall(text[found.start : found.end].casefold()), trade)


def _names(said: Sequence[str], trade: Iterable[str]) -> bool:
    """Return whether words say no more than a trade, and more than the rank: "management"."""
    telling = [word for word in trade if word not in HEADS]
    known = all(any(_same(word, other) for other in trade) for word in said)
    return known and any(_same(word, other) for word in said for other in telling)


def _same(one: str, other: str) -> bool:
    """Return whether two words differ in their endings alone: welder, welding."""
    if one == other:
        return True
    pairs = zip(one, other, strict=False)
    alike = next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))
    ends = [end for end in (one[alike:], other[alike:]) if end]
    return alike >= _WHOLE + 1 - len(ends) and all(end in _ENDINGS for end in ends)
