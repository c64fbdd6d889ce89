"""Finds what is to be avoided, looking closely only at people in whom there is a trace of it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

import numpy as np

from tools.candidates import Candidate
from tools.criteria import Criterion, Kind
from tools.evidence import find
from tools.evidence.finding import Finding
from tools.evidence.wording import Words
from tools.index.sheet import Sheet, Shown
from tools.index.tally import Tallies
from tools.vocabulary.employment import EMPLOYMENTS

_TRACED: frozenset[Kind] = frozenset(("skill", "certification", "industry", "text"))
"""Kinds of wishes that are judged by facts of their own name and by their words alone."""


def found_of(
    wish: Criterion,
    sheets: Sequence[Sheet],
    whole: Callable[[str], Candidate],
    words: Words,
) -> dict[str, Finding]:
    """Return by id what was found of a wish; of who is left out, nothing would be found."""
    if wish.value in EMPLOYMENTS:
        return {sheet.candidate_id: find(sheet.person(), wish, words) for sheet in sheets}
    ids = [sheet.candidate_id for sheet in sheets]
    if wish.kind in _TRACED:
        worded = [words.traces(value) for value in wish.values]
        named = _named(wish, sheets)
        ids = [i for i in ids if i in named or any(_among(i, traces) for traces in worded)]
    return {i: _surely(whole(i), wish, words) for i in ids}


def _surely(person: Candidate, wish: Criterion, words: Words) -> Finding:
    """Return what was found, read in its place where it would put somebody out: no Java Script."""
    found = find(person, wish, words)
    return find(person, wish) if found.verdict == "met" else found


def _among(candidate_id: str, traces: Collection[str] | None) -> bool:
    return traces is None or candidate_id in traces


def _named(wish: Criterion, sheets: Sequence[Sheet]) -> set[str]:
    """Return of whom such a fact, or a narrower one, was read out."""
    facts = Tallies([sheet.facts for sheet in sheets], len(Shown._fields))
    shown = (facts.of(f"{wish.kind}:{value}").sum(axis=1) for value in wish.values)
    return {sheets[at].candidate_id for counts in shown for at in np.flatnonzero(counts).tolist()}
