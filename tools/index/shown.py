"""How well each wish is shown on a sheet, as a mark in [0, 1]."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from tools.criteria import Criterion
from tools.evidence import find
from tools.index.roles import fit
from tools.index.said import Marks, Said, Statistics
from tools.index.sheet import Sheet, Shown, stems_of
from tools.index.weights import (
    IMPLIED,
    IMPLIED_ONCE,
    ONCE,
    SAME_ROLE,
    SHORT_OF_YEARS,
    WRITTEN,
    WRITTEN_LENGTH,
    WRITTEN_SATURATION,
)
from tools.vocabulary.skills import canonical_skill

__all__ = ["Statistics", "shown_by_all", "years_about"]

_NOTHING = Shown(0, 0, 0)
_FACT_KINDS = ("skill", "certification", "industry")


def shown_by_all(sheets: Sequence[Sheet], wish: Criterion, said: Said) -> list[float]:
    """Return the mark of one wish for every sheet; words count against the best of them."""
    if wish.kind in ("location", "language", "education", "max_years"):
        return [find(sheet.person(), wish).strength for sheet in sheets]
    if wish.kind == "min_years":
        return [_years(sheet, wish) for sheet in sheets]
    written = _written(wish, said)
    keys = _keys(wish)
    if not keys:
        return [WRITTEN * mark for mark in written]
    return [
        max(_fact(sheet, keys), WRITTEN * mark) for sheet, mark in zip(sheets, written, strict=True)
    ]


def _written(wish: Criterion, said: Said) -> list[float]:
    """Return how well the words of the best alternative are said, against the best sheet."""
    best: Marks | None = None
    for value in wish.values:
        words = stems_of(value)
        full = said.most(words)
        if full:
            marks = said.bm25(words, WRITTEN_SATURATION, WRITTEN_LENGTH) / full
            best = marks if best is None else np.maximum(best, marks)
    if best is None or not best.size:
        return [0.0] * said.people
    most = float(best.max()) or 1.0
    return [float(mark) for mark in best / most]


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
