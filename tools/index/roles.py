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


class Roles:
    """The titles one search asks for, and how each title met fits the best of them."""

    def __init__(self, titles: Sequence[str]) -> None:
        self._titles = tuple(titles)
        words = sorted({word for title in titles for word in _stems(title)})
        self._words = [(word, _rarity(word)) for word in words]
        self._known: dict[str, float] = {}

    def best(self, sheet: Sheet) -> float:
        """Return in [0, 1] how well the best of the jobs held fits."""
        return max((_worth(h, self.fits(h.title)) for h in sheet.held), default=0.0)

    def nearest(self, sheet: Sheet) -> float:
        """Return in [0, 1] how alike the most alike of the jobs held is, however long or old."""
        return max((self.fits(h.title) for h in sheet.held), default=0.0)

    def tenure(self, sheet: Sheet) -> float:
        """Return in [0, 1) how much of a career went into jobs that fit, the closer the more."""
        months = 0.0
        for held in sheet.held:
            alike = self.fits(held.title)
            if alike:
                lasted = min(held.months or UNDATED, TENURE_MOST)
                months += alike * alike * (1 - OLD + OLD * held.recency) * lasted
        return months / (months + TENURE_HALF)

    def words(self, sheet: Sheet) -> float:
        """Return how often the titles' words stand in those held, rare words counting more."""
        held = [_stems(h.title) for h in sheet.held]
        held.append(_stems(sheet.headline))
        total = 0.0
        for word, rarity in self._words:
            n = sum(word in title for title in held)
            if n:
                total += rarity * n / (n + REPEATED)
        return total

    def fits(self, held: str) -> float:
        """Return in [0, 1] how alike a title held is to the most alike of those asked for."""
        known = self._known.get(held)
        if known is None:
            known = max((fit(title, held) for title in self._titles), default=0.0)
            self._known[held] = known
        return known


@lru_cache(maxsize=131072)
def fit(wanted: str, held: str) -> float:
    """Return in [0, 1] how alike two titles are, by kinship of trades and by shared words."""
    kin = title_similarity(wanted, held)
    return round(1 - (1 - kin) * (1 - SHARED_WORDS * _shared(_stems(wanted), _stems(held))), 6)


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
