"""How well each wish is shown on a sheet, as a mark in [0, 1]."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from tools.criteria import Criterion
from tools.evidence import find
from tools.index.bm25 import Said
from tools.index.query_terms import fact_names
from tools.index.sheet import Sheet, Shown, living, stems_of
from tools.index.tally import Marks
from tools.index.titles import Asked, title_held
from tools.index.weights import (
    FAMILY,
    HELD_ONCE,
    IMPLIED,
    IMPLIED_ONCE,
    ONCE,
    SHORT_OF_YEARS,
    WRITTEN,
    WRITTEN_LENGTH,
    WRITTEN_SATURATION,
)
from tools.vocabulary.employment import EMPLOYMENTS

_FACT_KINDS = ("skill", "certification", "industry")


def shown_by_all(sheets: Sequence[Sheet], wish: Criterion, said: Said) -> list[float]:
    """Return the mark of one wish for every sheet; words count against the best of them."""
    if wish.kind == "location":
        near = {home: find(living(home), wish).strength for home in {s.home for s in sheets}}
        return [near[sheet.home] for sheet in sheets]
    if wish.kind in ("language", "education", "max_years") or wish.value in EMPLOYMENTS:
        return [find(sheet.person(), wish).strength for sheet in sheets]
    if wish.kind == "min_years":
        return _years(sheets, wish, said)
    marks = WRITTEN * _written(wish, said)
    keys = [f"{wish.kind}:{name}" for name in fact_names(wish)] if wish.kind in _FACT_KINDS else []
    once = HELD_ONCE if wish.kind == "certification" else ONCE
    shown: list[float] = (np.maximum(_facts(keys, said, once), marks) if keys else marks).tolist()
    return shown


def _written(wish: Criterion, said: Said) -> Marks:
    """Return how well the words of the best alternative are said, against the best sheet."""
    best: Marks | None = None
    for value in wish.values:
        words = stems_of(value)
        full = said.most(words)
        if full:
            marks = said.bm25(words, WRITTEN_SATURATION, WRITTEN_LENGTH) / full
            best = marks if best is None else np.maximum(best, marks)
    if best is None or not best.size:
        return np.zeros(said.people)
    return best / (float(best.max()) or 1.0)


def _facts(keys: Sequence[str], said: Said, once: float) -> Marks:
    """Return the marks of the alternatives together among the facts that were read out.

    `once` is how many mentions make a mark of one half.
    """
    mentions, implied, _ = np.sum([said.facts.of(key) for key in keys], axis=0).T
    direct: Marks = mentions / (mentions + once)
    narrower: Marks = IMPLIED * implied / (implied + IMPLIED_ONCE)
    return np.maximum(direct, narrower)


def _years(sheets: Sequence[Sheet], wish: Criterion, said: Said) -> list[float]:
    wanted = float(wish.value)
    years = _years_about(sheets, wish.subject, said)
    return [1.0 if y >= wanted else SHORT_OF_YEARS * y / wanted for y in years]


def _years_about(sheets: Sequence[Sheet], subject: str, said: Said) -> list[float]:
    """Return each one's years of all experience, or of jobs that concern a title or a skill."""
    if not subject:
        return [sheet.years or 0.0 for sheet in sheets]
    told = [said.facts.of(f"{kind}:{subject}") for kind in ("skill", "industry")]
    using = np.max(told, axis=0)[:, Shown._fields.index("months")].tolist()
    held = {title for sheet in sheets for title in sheet.career.titles[1:]}
    fits = Asked(subject).fits(map(title_held, held))
    family = {title for title, fit in zip(held, fits, strict=True) if fit >= FAMILY}
    in_role = (
        sum(months for title, months in sheet.career.jobs() if title in family) for sheet in sheets
    )
    return [max(months) / 12.0 for months in zip(in_role, using, strict=True)]
