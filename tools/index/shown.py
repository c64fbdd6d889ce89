"""How well each wish is shown on a sheet, as a mark in [0, 1]."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import msgspec

from tools.criteria import Criterion
from tools.evidence import find
from tools.index.roles import fit, role_fit
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
)
from tools.vocabulary.skills import canonical_skill

_NOTHING = Shown(0, 0, 0)
_WRITTEN_SATURATION, _WRITTEN_LENGTH = 1.2, 0.75
_FACT_KINDS = ("skill", "certification", "industry")


class Statistics(msgspec.Struct, frozen=True):
    """What BM25 needs of a whole index: people, mean length, and who has which stem."""

    people: int
    mean_length: float
    holders: Mapping[str, int]

    def rarity(self, word: str) -> float:
        """Return the inverse document frequency of a stem."""
        n = min(self.holders.get(word, 0), self.people)
        return math.log(1 + (self.people - n + 0.5) / (n + 0.5))


def said(
    sheet: Sheet,
    words: Sequence[str],
    statistics: Statistics,
    saturation: float = SATURATION,
    length: float = LENGTH,
) -> float:
    """Return BM25 of the words on the sheet, every word once, in the order given."""
    long = 1 - length + length * sheet.length / (statistics.mean_length or 1.0)
    total = 0.0
    for word in words:
        n = sheet.words.get(word, 0)
        if n:
            total += statistics.rarity(word) * n * (saturation + 1) / (n + saturation * long)
    return total


def shown_by_all(sheets: Sequence[Sheet], wish: Criterion, statistics: Statistics) -> list[float]:
    """Return the mark of one wish for every sheet; words count against the best of them."""
    if wish.kind in ("location", "language", "education", "max_years"):
        return [find(sheet.person(""), wish).strength for sheet in sheets]
    if wish.kind == "min_years":
        return [_years(sheet, wish) for sheet in sheets]
    if wish.kind == "title":
        return [role_fit(sheet, wish.values) for sheet in sheets]
    phrases = [list(dict.fromkeys(stems_of(value))) for value in wish.values]
    written = [
        max((_written(sheet, words, statistics) for words in phrases), default=0.0)
        for sheet in sheets
    ]
    most = max(written, default=0.0) or 1.0
    return [
        max(_fact(sheet, wish), WRITTEN * mark / most)
        for sheet, mark in zip(sheets, written, strict=True)
    ]


def _written(sheet: Sheet, words: Sequence[str], statistics: Statistics) -> float:
    full = math.fsum(statistics.rarity(w) for w in words)
    got = said(sheet, words, statistics, _WRITTEN_SATURATION, _WRITTEN_LENGTH)
    return got / full if full else 0.0


def _fact(sheet: Sheet, wish: Criterion) -> float:
    """Return the mark of the best of the alternatives among the facts that were read out."""
    if wish.kind not in _FACT_KINDS:
        return 0.0
    values = dict.fromkeys((*wish.values, *_canonical(wish)))
    found = [sheet.facts.get(f"{wish.kind}:{value}", _NOTHING) for value in values]
    mentions = sum(f.mentions for f in found)
    implied = sum(f.implied for f in found)
    return max(mentions / (mentions + ONCE), IMPLIED * implied / (implied + IMPLIED_ONCE))


def _canonical(wish: Criterion) -> list[str]:
    if wish.kind != "skill":
        return []
    return [name for value in wish.values if (name := canonical_skill(value))]


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
