"""How well the jobs a person held fit the title asked for: likeness, time and number of them."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from tools.index.sheet import Held, Sheet, stems_of
from tools.index.weights import (
    LEVEL_BELOW,
    LONG_MONTHS,
    OLD,
    REPEATED,
    SHARED_WORDS,
    SHORT,
    TENURE_HALF,
    TENURE_MOST,
    UNDATED,
    VAGUE,
)
from tools.vocabulary.titles import (
    canonical_title,
    is_generic,
    jobs_in,
    seniority,
    title_similarity,
)
from tools.vocabulary.titles_seniority import levels_below
from tools.vocabulary.titles_table import title_table


class Fit(NamedTuple):
    """How a career fits the titles asked for, each in [0, 1] but `words`.

    `nearest` is how alike the most alike of the jobs held is, however long or old; `best` how well
    the best of them fits; `tenure` how much of the career went into jobs that fit, the closer the
    more; `words` how often the titles' words stand in those held, rare words counting more.
    """

    nearest: float
    best: float
    tenure: float
    words: float


class _About(NamedTuple):
    """How alike a title held is to those asked for, what it counts, and their words in it.

    It counts as VAGUE where it may be any job: "Manager".
    """

    alike: float
    counts: float
    words: frozenset[str]


class Roles:
    """The titles one search asks for, and how each title met fits the best of them."""

    def __init__(self, titles: Sequence[str]) -> None:
        self._titles = tuple(titles)
        self._canonical = frozenset(canonical_title(title) for title in titles)
        words = sorted({word for title in titles for word in _stems(title)})
        self._words = [(word, _rarity(word)) for word in words]
        self._wanted = frozenset(words)
        self._known: dict[str, _About] = {}

    def of(self, sheet: Sheet) -> Fit:
        """Return how the jobs somebody held fit."""
        nearest = best = months = 0.0
        said: list[str] = [*self._about(sheet.headline).words] if sheet.headline else []
        for held in sheet.held:
            alike, counts, words = self._about(held.title)
            said += words
            if alike > nearest:
                nearest = alike
            if counts:
                best = max(best, _worth(held, counts))
                lasted = min(held.months or UNDATED, TENURE_MOST)
                months += counts * counts * (1 - OLD + OLD * held.recency) * lasted
        return Fit(nearest, best, months / (months + TENURE_HALF), self._repeated(said))

    def _repeated(self, said: Sequence[str]) -> float:
        """Return the worth of the titles' words, each as often as it was said."""
        total = 0.0
        for word, rarity in self._words if said else ():
            n = said.count(word)
            if n:
                total += rarity * n / (n + REPEATED)
        return total

    def _about(self, held: str) -> _About:
        """Return what a title says of those asked for; titles come up again and again."""
        known = self._known.get(held)
        if known is None:
            jobs = jobs_in(held)
            alike = max([fit(title, job) for title in self._titles for job in jobs], default=0.0)
            says_nothing = is_generic(held) and canonical_title(held) not in self._canonical
            words = _stems(held) & self._wanted
            known = self._known[held] = _About(alike, VAGUE if says_nothing else alike, words)
        return known


@lru_cache(maxsize=32)
def roles_of(titles: tuple[str, ...]) -> Roles:
    """Return the roles of some titles, kept as a conversation asks for the same ones for long."""
    return Roles(titles)


def read_titles(sheets: Iterable[Sheet]) -> None:
    """Read the titles on sheets ahead, of which a search meets a thousand; each is kept."""
    for title in {title for s in sheets for title in (s.headline, *(h.title for h in s.held))}:
        for job in jobs_in(title):
            _stems(job)


@lru_cache(maxsize=65536)
def fit(wanted: str, held: str) -> float:
    """Return in [0, 1] how alike two titles are, by kinship of trades and by shared words."""
    kin = title_similarity(wanted, held)
    alike = 1 - (1 - kin) * (1 - SHARED_WORDS * _shared(_stems(wanted), _stems(held)))
    below = levels_below(seniority(held), seniority(wanted)) if alike else 0
    return round(alike * max(0.0, 1 - LEVEL_BELOW * below), 6)


def _worth(held: Held, likeness: float) -> float:
    long = min(held.months, LONG_MONTHS) / LONG_MONTHS
    return likeness * (1 - OLD + OLD * held.recency) * (1 - SHORT + SHORT * long)


def _shared(one: frozenset[str], two: frozenset[str]) -> float:
    """Return the cosine of two sets of title words."""
    words = one & two
    if not words:
        return 0.0
    return math.fsum(sorted(_rarity(w) ** 2 for w in words)) / (_length(one) * _length(two))


@lru_cache(maxsize=32768)
def _stems(title: str) -> frozenset[str]:
    """Return the stems of a title and of its common name: an RN is a registered nurse."""
    return frozenset([*stems_of(title), *stems_of(canonical_title(title) or "")])


@lru_cache(maxsize=16384)
def _length(words: frozenset[str]) -> float:
    return math.sqrt(math.fsum(sorted(_rarity(w) ** 2 for w in words)))


@cache
def _rarities() -> tuple[dict[str, int], int]:
    """Return in how many known titles each word stands, and how many there are."""
    hits = title_table().hits
    counts: Counter[str] = Counter(w for key in hits for w in set(stems_of(key)))
    return dict(counts), len(hits)


@lru_cache(maxsize=65536)
def _rarity(word: str) -> float:
    counts, total = _rarities()
    return math.log(1 + total / (counts.get(word, 0) + 1))
