"""How often the words of a request are said: BM25 of many sheets at once."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tools.index.filters import Mask
from tools.index.sheet import WORD_COLUMNS, Sheet, Shown
from tools.index.tally import Marks, Tallies

Counts = NDArray[np.floating[Any]] | NDArray[np.integer[Any]]


def bm25(
    counts: Counts,
    ratio: Marks,
    rarity: float | Marks,
    saturation: float,
    length: float,
    shortest: float = 0.0,
) -> Marks:
    """Return what the mentions of stems are worth in texts of so many times the mean length.

    `counts` are of one stem, or a row for each with the stems' `rarity` as a column. A text below
    `shortest` of the mean is taken for that long: a few words prove no career.
    """
    room = saturation * (1 - length) + saturation * length * np.maximum(ratio, shortest)
    with np.errstate(invalid="ignore"):
        share = np.where(counts > 0, counts / (counts + room), 0.0)
    marks: Marks = rarity * (saturation + 1) * share
    return marks


class Statistics:
    """What BM25 needs of a whole index: people, mean length, and how rare each stem is."""

    def __init__(self, people: int, mean_length: float, holders: Mapping[str, int]) -> None:
        self.mean_length = mean_length or 1.0
        self._people = people
        self._holders = dict(holders)
        self._rarity = {word: self._idf(n) for word, n in holders.items()}
        self._unknown = self._idf(0)

    def holders(self, word: str) -> int:
        """Return how many people say a stem."""
        return self._holders.get(word, 0)

    def rarity(self, word: str) -> float:
        """Return the inverse document frequency of a stem."""
        return self._rarity.get(word, self._unknown)

    def _idf(self, holders: int) -> float:
        n = min(holders, self._people)
        return math.log(1 + (self._people - n + 0.5) / (n + 0.5))


class Said:
    """The mentions of stems on some sheets, each counted once a search, and of facts.

    `mentions` are those that were looked up beforehand, so that most sheets are never read. Words
    are added up one after the other in the order given, so that no mark depends on who else
    is looked at.
    """

    def __init__(
        self,
        sheets: Sequence[Sheet],
        statistics: Statistics,
        mentions: Mapping[str, Counts] | None = None,
    ) -> None:
        self.people = len(sheets)
        self._statistics = statistics
        self._lengths = np.array([s.length for s in sheets], dtype=np.float64)
        self.facts = Tallies([s.facts for s in sheets], len(Shown._fields))
        self._sheets = sheets
        self._counts: dict[str, Counts] = dict(mentions or {})

    def bm25(
        self, words: Sequence[str], saturation: float, length: float, shortest: float = 0.0
    ) -> Marks:
        """Return one score a sheet for the words, each once."""
        return self.weighed(dict.fromkeys(words, 1.0), saturation, length, shortest)

    def weighed(
        self, words: Mapping[str, float], saturation: float, length: float, shortest: float = 0.0
    ) -> Marks:
        """Return one score a sheet for the words, each once and counting so much."""
        ratio = self._lengths / self._statistics.mean_length
        total = np.zeros(self.people)
        if not words:
            return total
        counts = np.array([self._mentions(word) for word in words])
        rarity = np.array([[worth * self._statistics.rarity(w)] for w, worth in words.items()])
        for marks in bm25(counts, ratio, rarity, saturation, length, shortest):
            total += marks
        return total

    def share(self, words: Mapping[str, float], saturation: float, length: float) -> Marks:
        """Return each sheet's score for the words against what saying them for ever would be."""
        rarities = (worth * self._statistics.rarity(word) for word, worth in words.items())
        most = (saturation + 1) * math.fsum(rarities)
        return self.weighed(words, saturation, length) / (most or 1.0)

    def all_of(self, words: Sequence[str]) -> Mask:
        """Return which sheets say every one of the words, and none where there are none."""
        if not words:
            return np.zeros(self.people, dtype=bool)
        said: Mask = np.all([self._mentions(word) > 0 for word in words], axis=0)
        return said

    def most(self, words: Sequence[str]) -> float:
        """Return what the words are worth together."""
        return math.fsum(self._statistics.rarity(w) for w in dict.fromkeys(words))

    def _mentions(self, word: str) -> Counts:
        if word not in self._counts:
            self._counts[word] = self._words.of(word)[:, 0]
        return self._counts[word]

    @cached_property
    def _words(self) -> Tallies:
        return Tallies([s.words for s in self._sheets], WORD_COLUMNS)
