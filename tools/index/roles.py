"""How well the jobs people held fit the titles asked for: likeness, time and number of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from tools.index.career import Careers, Places
from tools.index.sheet import Sheet
from tools.index.tally import Marks
from tools.index.titles import Asked, job_of, rarity, title_held
from tools.index.weights import (
    LONG_MONTHS,
    OLD,
    REPEATED,
    SHORT,
    TENURE_HALF,
    TENURE_MOST,
    UNDATED,
    VAGUE,
)
from tools.vocabulary.titles import canonical_title

_ALIKE, _COUNTS, _SAYS = range(3)
"""Columns of what is found of a title: its likeness, what a job of it counts, then one a word."""

_AFTER_ALL = np.iinfo(np.int64).max
"""A key behind all others, so that a place among those known is never past their end."""


class Fits(NamedTuple):
    """How careers fit the titles asked for, one row a person, each in [0, 1] but `words`.

    `nearest` is how alike the most alike of the jobs held is, however long or old, or for want of
    any the headline; `best` how well the best of them fits; `tenure` how much of the career went
    into jobs that fit, the closer the more; `words` how often the titles' words stand in those
    held, rare words counting more.
    """

    nearest: Marks
    best: Marks
    tenure: Marks
    words: Marks


class Roles:
    """The titles one search asks for, and how each title met fits the best of them.

    A title is looked at once; what was found is kept in rows in the order of its key, so that
    numbers are gathered for a thousand jobs at a time.
    """

    def __init__(self, titles: Sequence[str]) -> None:
        self._asked = [Asked(title) for title in titles]
        self._names = frozenset(canonical_title(title) for title in titles)
        self._words = sorted({word for title in titles for word in job_of(title).words})
        self._known = np.array([_AFTER_ALL]), np.zeros((1, _SAYS + len(self._words)))

    def read(self, sheets: Iterable[Sheet]) -> None:
        """Weigh the titles that people held, of whom more may be asked later."""
        self._found(Careers([sheet.career for sheet in sheets]))

    def of(self, sheets: Sequence[Sheet]) -> Fits:
        """Return how the jobs each person held fit."""
        careers = Careers([sheet.career for sheet in sheets])
        found, count = self._found(careers), len(sheets)
        alike, counts = found[:, _ALIKE], found[careers.jobs, _COUNTS]
        whose, told = careers.whose[careers.jobs], np.append(careers.jobs, careers.called)
        recent = 1 - OLD + OLD * careers.recency
        return Fits(
            _highest(alike[told], careers.whose[told], count),
            _highest(_worths(counts, recent, careers.months), whose, count),
            _tenures(counts, recent, careers.months, whose, count),
            self._repeated(found, careers.whose, count),
        )

    def _found(self, careers: Careers) -> Marks:
        """Return what was found of the title of each row, those not met before looked at now."""
        keys, found = self._known
        unknown = np.flatnonzero(keys[np.searchsorted(keys, careers.titles)] != careers.titles)
        if len(unknown):
            new, firsts = np.unique(careers.titles[unknown], return_index=True)
            keys = np.concatenate([keys, new])
            order = np.argsort(keys)
            looked_at = self._look_at(careers.named(unknown[firsts]))
            keys, found = keys[order], np.concatenate([found, looked_at])[order]
            self._known = keys, found
        return found[np.searchsorted(keys, careers.titles)]

    def _look_at(self, titles: Sequence[str]) -> Marks:
        """Return a row for each title: likeness to the best, what it counts, the words it says."""
        held = [title_held(title) for title in titles]
        alike = np.max([asked.fits(held) for asked in self._asked], axis=0)
        vague = [t.rank is not None and t.rank not in self._names for t in held]
        says = [[word in t.words for t in held] for word in self._words]
        return np.array([alike, np.where(vague, VAGUE, alike), *says]).T

    def _repeated(self, found: Marks, whose: Places, people: int) -> Marks:
        """Return the worth of the titles' words, each as often as jobs and headline say it."""
        total = np.zeros(people)
        for word, says in zip(self._words, found[:, _SAYS:].T, strict=True):
            n = np.bincount(whose, says, people)
            total += rarity(word) * n / (n + REPEATED)
        return total


@lru_cache(maxsize=32)
def roles_of(titles: tuple[str, ...]) -> Roles:
    """Return the roles of some titles, kept as a conversation asks for the same ones for long."""
    return Roles(titles)


def _highest(marks: Marks, whose: Places, people: int) -> Marks:
    highest = np.zeros(people)
    np.maximum.at(highest, whose, marks)
    return highest


def _worths(counts: Marks, recent: Marks, months: Marks) -> Marks:
    """Return what each job is worth: the less, the longer ago and the shorter it was."""
    long = np.minimum(months, LONG_MONTHS) / LONG_MONTHS
    worths: Marks = counts * recent * (1 - SHORT + SHORT * long)
    return worths


def _tenures(counts: Marks, recent: Marks, months: Marks, whose: Places, people: int) -> Marks:
    """Return each person's time in jobs that fit, as a share of TENURE_HALF and itself."""
    lasted = np.minimum(np.where(months > 0, months, UNDATED), TENURE_MOST)
    fitting = np.bincount(whose, counts * counts * recent * lasted, people)
    tenures: Marks = fitting / (fitting + TENURE_HALF)
    return tenures
