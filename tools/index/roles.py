"""How well the jobs people held fit the titles asked for: likeness, time and number of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from tools.index.sheet import Sheet
from tools.index.tally import Marks
from tools.index.titles import Asked, TitleHeld, job_of, rarity, title_held
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

Whose = NDArray[np.intp]


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
    """The titles one search asks for, and how each title met fits the best of them."""

    def __init__(self, titles: Sequence[str]) -> None:
        self._asked = [Asked(title) for title in titles]
        self._names = frozenset(canonical_title(title) for title in titles)
        self._words = sorted({word for title in titles for word in job_of(title).words})
        self._known: dict[str, float] = {}

    def read(self, sheets: Iterable[Sheet]) -> None:
        """Weigh the titles that people held, of whom more may be asked later."""
        titles = {job.title for sheet in sheets for job in sheet.held}
        self._alike(list(titles), [title_held(title) for title in titles])

    def of(self, sheets: Sequence[Sheet]) -> Fits:
        """Return how the jobs each person held fit."""
        people = np.arange(len(sheets))
        jobs = [job for sheet in sheets for job in sheet.held]
        whose = np.repeat(people, [len(sheet.held) for sheet in sheets])
        titles, at = _each_once(job.title for job in jobs)
        held = [title_held(title) for title in titles]
        alike = self._alike(titles, held)
        vague = [t.rank is not None and t.rank not in self._names for t in held]
        counts = np.where(vague, VAGUE, alike)[at]
        recent = 1 - OLD + OLD * np.array([job.recency for job in jobs])
        months = np.array([job.months for job in jobs], np.float64)
        return Fits(
            np.maximum(_highest(alike[at], whose, people), self._called(sheets)),
            _highest(_worths(counts, recent, months), whose, people),
            _tenures(counts, recent, months, whose, people),
            self._repeated(sheets, held, at, whose),
        )

    def _called(self, sheets: Sequence[Sheet]) -> Marks:
        """Return how alike the headline is of those of whom no job was read."""
        headlines = ["" if sheet.held else sheet.headline for sheet in sheets]
        titles, at = _each_once(headlines)
        return self._alike(titles, [title_held(title) for title in titles])[at]

    def _alike(self, titles: Sequence[str], held: Sequence[TitleHeld]) -> Marks:
        """Return how alike each title is to the best of those asked for, each looked at once."""
        known = self._known
        new = [(title, h) for title, h in zip(titles, held, strict=True) if title not in known]
        fits = np.array([asked.fits(h for _, h in new) for asked in self._asked])
        known.update(zip((title for title, _ in new), fits.max(axis=0).tolist(), strict=True))
        return np.array([known[title] for title in titles])

    def _repeated(
        self, sheets: Sequence[Sheet], held: Sequence[TitleHeld], at: Whose, whose: Whose
    ) -> Marks:
        """Return the worth of the titles' words, each as often as jobs and headline say it."""
        total = np.zeros(len(sheets))
        headlines = [title_held(sheet.headline).words for sheet in sheets]
        for word in self._words:
            says = np.array([word in title.words for title in held], np.float64)[at]
            n = np.bincount(whose, says, len(sheets)) + [word in words for words in headlines]
            total += rarity(word) * n / (n + REPEATED)
        return total


@lru_cache(maxsize=32)
def roles_of(titles: tuple[str, ...]) -> Roles:
    """Return the roles of some titles, kept as a conversation asks for the same ones for long."""
    return Roles(titles)


def _each_once(titles: Iterable[str]) -> tuple[list[str], Whose]:
    """Return the distinct titles, and which of them each was."""
    places: dict[str, int] = {}
    at = [places.setdefault(title, len(places)) for title in titles]
    return list(places), np.array(at, np.intp)


def _highest(marks: Marks, whose: Whose, people: Whose) -> Marks:
    highest = np.zeros(len(people))
    np.maximum.at(highest, whose, marks)
    return highest


def _worths(counts: Marks, recent: Marks, months: Marks) -> Marks:
    """Return what each job is worth: the less, the longer ago and the shorter it was."""
    long = np.minimum(months, LONG_MONTHS) / LONG_MONTHS
    worths: Marks = counts * recent * (1 - SHORT + SHORT * long)
    return worths


def _tenures(counts: Marks, recent: Marks, months: Marks, whose: Whose, people: Whose) -> Marks:
    """Return each person's time in jobs that fit, as a share of TENURE_HALF and itself."""
    lasted = np.minimum(np.where(months > 0, months, UNDATED), TENURE_MOST)
    fitting = np.bincount(whose, counts * counts * recent * lasted, len(people))
    tenures: Marks = fitting / (fitting + TENURE_HALF)
    return tenures
