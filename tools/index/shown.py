"""How well each wish is shown on a sheet, as a mark in [0, 1]."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from tools.criteria import Criterion
from tools.evidence import find
from tools.index.roles import fit
from tools.index.sheet import Sheet, Shown, stems_of
from tools.index.weights import (
    IMPLIED,
    IMPLIED_ONCE,
    LENGTH,
    ONCE,
    SAME_ROLE,
    SATURATION,
    SHORT_OF_YEARS,
    WRITTEN,
    WRITTEN_LENGTH,
    WRITTEN_SATURATION,
)
from tools.vocabulary.skills import canonical_skill

_NOTHING = Shown(0, 0, 0)
_FACT_KINDS = ("skill", "certification", "industry")


class Statistics:
    """What BM25 needs of a whole index: people, mean length, and how rare each stem is."""

    def __init__(self, people: int, mean_length: float, holders: Mapping[str, int]) -> None:
        self.mean_length = mean_length or 1.0
        self._people = people
        self._rarity = {word: self._idf(n) for word, n in holders.items()}
        self._unknown = self._idf(0)

    def rarity(self, word: str) -> float:
        """Return the inverse document frequency of a stem."""
        return self._rarity.get(word, self._unknown)

    def _idf(self, holders: int) -> float:
        n = min(holders, self._people)
        return math.log(1 + (self._people - n + 0.5) / (n + 0.5))


class Bm25:
    """BM25 of some stems, each once, in the order given."""

    def __init__(
        self,
        words: Sequence[str],
        statistics: Statistics,
        saturation: float = SATURATION,
        length: float = LENGTH,
    ) -> None:
        self._words = [(w, statistics.rarity(w) * (saturation + 1)) for w in dict.fromkeys(words)]
        self._short = saturation * (1 - length)
        self._long = saturation * length / statistics.mean_length
        self.full = math.fsum(statistics.rarity(w) for w, _ in self._words)

    def of(self, sheet: Sheet) -> float:
        """Return the score of one sheet."""
        room = self._short + self._long * sheet.length
        said = sheet.words
        total = 0.0
        for word, most in self._words:
            if word in said:
                n = said[word]
                total += most * n / (n + room)
        return total


def shown_by_all(sheets: Sequence[Sheet], wish: Criterion, statistics: Statistics) -> list[float]:
    """Return the mark of one wish for every sheet; words count against the best of them."""
    if wish.kind in ("location", "language", "education", "max_years"):
        return [find(sheet.person(), wish).strength for sheet in sheets]
    if wish.kind == "min_years":
        return [_years(sheet, wish) for sheet in sheets]
    written = _written(sheets, wish, statistics)
    keys = _keys(wish)
    return [
        max(_fact(sheet, keys), WRITTEN * mark) for sheet, mark in zip(sheets, written, strict=True)
    ]


def _written(sheets: Sequence[Sheet], wish: Criterion, statistics: Statistics) -> list[float]:
    """Return how well the words of the best alternative are said, against the best sheet."""
    phrases = [
        Bm25(stems_of(value), statistics, WRITTEN_SATURATION, WRITTEN_LENGTH)
        for value in wish.values
    ]
    marks = [max(p.of(sheet) / p.full if p.full else 0.0 for p in phrases) for sheet in sheets]
    most = max(marks, default=0.0) or 1.0
    return [mark / most for mark in marks]


def _keys(wish: Criterion) -> list[str]:
    """Return the names under which a sheet keeps the facts that satisfy a wish."""
    if wish.kind not in _FACT_KINDS:
        return []
    known = [canonical_skill(v) for v in wish.values] if wish.kind == "skill" else []
    values = dict.fromkeys((*wish.values, *(name for name in known if name)))
    return [f"{wish.kind}:{value}" for value in values]


def _fact(sheet: Sheet, keys: Sequence[str]) -> float:
    """Return the mark of the alternatives together among the facts that were read out."""
    mentions = implied = 0
    for key in keys:
        found = sheet.facts.get(key)
        if found is not None:
            mentions += found.mentions
            implied += found.implied
    return max(mentions / (mentions + ONCE), IMPLIED * implied / (implied + IMPLIED_ONCE))


def _years(sheet: Sheet, wish: Criterion) -> float:
    wanted = float(wish.value)
    years = years_about(sheet, wish.subject)
    if years >= wanted:
        return 1.0
    return SHORT_OF_YEARS * years / wanted


def years_about(sheet: Sheet, subject: str) -> float:
    """Return the years of all experience, or of the jobs that concern a title or a skill."""
    if not subject:
        return sheet.profile.years_experience or 0.0
    in_role = sum(h.months for h in sheet.held if fit(subject, h.title) >= SAME_ROLE)
    using = sheet.facts.get(f"skill:{subject}", _NOTHING).months
    return max(in_role, using) / 12.0
