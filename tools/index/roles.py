"""How well the jobs a person held fit the title asked for: likeness, time and number of them."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from functools import cache, lru_cache

from tools.index.sheet import Held, Sheet, stems_of
from tools.index.weights import (
    LONG_MONTHS,
    OLD,
    REPEATED,
    SHARED_WORDS,
    SHORT,
    TENURE_HALF,
    TENURE_MOST,
    UNDATED,
)
from tools.vocabulary.titles import title_similarity
from tools.vocabulary.titles_table import title_table


def role_fit(sheet: Sheet, titles: Sequence[str]) -> float:
    """Return in [0, 1] how well the best of the jobs held fits one of the titles."""
    return max((_worth(h, _best_fit(h.title, titles)) for h in sheet.held), default=0.0)


def time_in_role(sheet: Sheet, titles: Sequence[str]) -> float:
    """Return in [0, 1) how much of a career was spent in jobs that fit, less fitting ones less."""
    months = sum(
        _best_fit(h.title, titles) ** 2
        * (1 - OLD + OLD * h.recency)
        * min(h.months or UNDATED, TENURE_MOST)
        for h in sheet.held
    )
    return months / (months + TENURE_HALF)


def title_words(sheet: Sheet, titles: Sequence[str]) -> float:
    """Return how often the words of the titles stand in those held, rare words counting more."""
    held: Counter[str] = Counter(stems for h in sheet.held for stems in _stems(h.title))
    held.update(_stems(sheet.headline))
    wanted = sorted({word for title in titles for word in _stems(title)})
    return math.fsum(_rarity(w) * held[w] / (held[w] + REPEATED) for w in wanted if w in held)


@lru_cache(maxsize=131072)
def fit(wanted: str, held: str) -> float:
    """Return in [0, 1] how alike two titles are, by kinship of trades and by shared words."""
    kin = title_similarity(wanted, held)
    return round(1 - (1 - kin) * (1 - SHARED_WORDS * _shared(_stems(wanted), _stems(held))), 6)


def _best_fit(held: str, titles: Sequence[str]) -> float:
    return max((fit(title, held) for title in titles), default=0.0)


def _worth(held: Held, likeness: float) -> float:
    long = min(held.months, LONG_MONTHS) / LONG_MONTHS
    return likeness * (1 - OLD + OLD * held.recency) * (1 - SHORT + SHORT * long)


def _shared(one: frozenset[str], two: frozenset[str]) -> float:
    """Return the cosine of two sets of title words."""
    both = math.fsum(sorted(_rarity(w) ** 2 for w in one & two))
    return both / (_length(one) * _length(two)) if both else 0.0


@lru_cache(maxsize=65536)
def _stems(title: str) -> frozenset[str]:
    return frozenset(stems_of(title))


@lru_cache(maxsize=65536)
def _length(words: frozenset[str]) -> float:
    return math.sqrt(math.fsum(sorted(_rarity(w) ** 2 for w in words)))


@cache
def _rarities() -> tuple[dict[str, int], int]:
    """Return in how many known titles each word stands, and how many there are."""
    hits = title_table().hits
    counts: Counter[str] = Counter(w for key in hits for w in _stems(key))
    return dict(counts), len(hits)


@lru_cache(maxsize=65536)
def _rarity(word: str) -> float:
    counts, total = _rarities()
    return math.log(1 + total / (counts.get(word, 0) + 1))
