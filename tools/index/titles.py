"""What job titles say whatever is asked for, and how alike two are: trade, level and words."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from tools.index.sheet import Sheet, stems_of
from tools.index.weights import LEARNING, LEVEL_BELOW, SHARED_HEAD, SHARED_WORDS
from tools.vocabulary.titles import canonical_title, is_generic, jobs_in
from tools.vocabulary.titles_likeness import kindred, kinship, likeness
from tools.vocabulary.titles_reading import Reading, Trade, reading_of
from tools.vocabulary.titles_seniority import is_learner, levels_below
from tools.vocabulary.titles_table import title_table
from tools.vocabulary.titles_words import HEADS


class Job(NamedTuple):
    """One job as a title names it, and the stems of that title and of its common name."""

    reading: Reading
    words: frozenset[str]


class TitleHeld(NamedTuple):
    """A title held: itself and the jobs it joins, its stems, and what all of the jobs say.

    `rank` is the name of a title that names a rank and no trade; `occupations` holds None where
    the trade of a job is not known.
    """

    jobs: tuple[Job, ...]
    words: frozenset[str]
    rank: str | None
    any_words: frozenset[str]
    occupations: frozenset[str | None]


class Asked:
    """A title asked for, against which a search holds a thousand titles.

    Most share no word with it and are of trades that have nothing to do with its own, which is
    quickly told; of the others, each trade is compared once where no words count.
    """

    def __init__(self, title: str) -> None:
        self._job = job_of(title)
        occupation = self._job.reading.trade.occupation
        self._near = None if occupation is None else frozenset([None, *kindred(occupation)])
        self._by_trade: dict[Trade, float | None] = {}

    def fits(self, titles: Iterable[TitleHeld]) -> list[float]:
        """Return in [0, 1] how alike the best of the jobs of each title is."""
        near, words = self._near, self._job.words
        if near is None:
            return [self._best(held) for held in titles]
        return [
            0.0
            if held.occupations.isdisjoint(near) and held.any_words.isdisjoint(words)
            else self._best(held)
            for held in titles
        ]

    def _best(self, held: TitleHeld) -> float:
        return max(map(self._fit, held.jobs))

    def _fit(self, held: Job) -> float:
        if not held.words.isdisjoint(self._job.words):
            return fit(self._job, held)
        trade = held.reading.trade
        if trade not in self._by_trade:
            told = kinship(self._job.reading.trade, trade) is not None
            self._by_trade[trade] = fit(self._job, held) if told else None
        known = self._by_trade[trade]
        return fit(self._job, held) if known is None else known


def fit(asked: Job, held: Job) -> float:
    """Return in [0, 1] how alike two jobs are, by kinship of trades and by shared words."""
    kin = likeness(asked.reading, held.reading)
    alike = 1 - (1 - kin) * (1 - SHARED_WORDS * _shared(asked.words, held.words))
    has, wanted = held.reading.trade.level, asked.reading.trade.level
    if is_learner(has) and not is_learner(wanted):
        alike *= LEARNING
    return round(alike * max(0.0, 1 - LEVEL_BELOW * levels_below(has, wanted)), 6)


@lru_cache(maxsize=65536)
def job_of(title: str) -> Job:
    """Return what one title says."""
    words = frozenset([*stems_of(title), *stems_of(canonical_title(title) or "")])
    return Job(reading_of(title), words)


@lru_cache(maxsize=32768)
def title_held(title: str) -> TitleHeld:
    """Return what a title held says; titles come up again and again."""
    jobs = tuple(map(job_of, jobs_in(title)))
    return TitleHeld(
        jobs,
        jobs[0].words,
        canonical_title(title) if is_generic(title) else None,
        jobs[0].words.union(*(job.words for job in jobs[1:])),
        frozenset(job.reading.trade.occupation for job in jobs),
    )


def read_titles(sheets: Iterable[Sheet]) -> None:
    """Read the titles on sheets ahead, of which a search meets a thousand; each is kept."""
    for title in {title for sheet in sheets for title in sheet.career.titles}:
        title_held(title)


def _shared(one: frozenset[str], two: frozenset[str]) -> float:
    """Return the cosine of two sets of title words."""
    words = one & two
    return _square(words) / (_length(one) * _length(two)) if words else 0.0


def _length(words: frozenset[str]) -> float:
    return math.sqrt(_square(words))


@lru_cache(maxsize=16384)
def _square(words: frozenset[str]) -> float:
    return math.fsum(sorted(rarity(word) ** 2 for word in words))


@lru_cache(maxsize=65536)
def rarity(word: str) -> float:
    """Return how rare the stem of a title's word is among known titles; a rank counts less."""
    counts, total = _rarities()
    rare = math.log(1 + total / (counts.get(word, 0) + 1))
    return SHARED_HEAD * rare if word in _heads() else rare


@cache
def _heads() -> frozenset[str]:
    """Return the stems of words that name a rank in any trade."""
    return frozenset(stems_of(" ".join(HEADS)))


@cache
def _rarities() -> tuple[dict[str, int], int]:
    """Return in how many known titles each word stands, and how many there are."""
    hits = title_table().hits
    counts: Counter[str] = Counter(w for key in hits for w in set(stems_of(key)))
    return dict(counts), len(hits)
