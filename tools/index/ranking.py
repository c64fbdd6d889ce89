"""Ranks people: a pure function of criteria and index, whose every weight is in `weights`.

The score is the weighted mean of a few marks between 0 and 1, see `marks`; ties end at the
candidate_id.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from operator import mul

import msgspec
import numpy as np

from tools.candidates import Candidate
from tools.criteria import Criteria, Criterion, Kind
from tools.evidence.finding import Finding
from tools.evidence.wording import READ, Words
from tools.index.avoided import found_of
from tools.index.bm25 import Counts, Said, Statistics
from tools.index.marks import Recalled, answering, marked, related
from tools.index.query_terms import request_words, titles_wanted
from tools.index.roles import roles_of
from tools.index.sheet import Sheet
from tools.index.spread import spread_of
from tools.index.tally import Marks
from tools.index.versions import later_versions
from tools.index.weights import (
    AVOIDED,
    DECIMALS,
    LOOKED_AT,
    PART_WEIGHT,
)
from tools.results import Part

EXCLUDING: frozenset[Kind] = frozenset({"location", "min_years", "max_years"})
"""Musts that put a person out when the résumé says the opposite; silence never does."""

_EDGE = 1e-4
"""How near the middle of two roundings a sum is made exactly; quick sums are off by far less."""
Avoided = tuple[Criterion, dict[str, Finding]]
"""A thing to avoid, and what was found of it, by id."""


class Scored(msgspec.Struct, frozen=True, gc=False):
    """A ranked person, with the marks the score is made of."""

    candidate_id: str
    score: float
    parts: tuple[Part, ...]


def rank(
    recalled: Sequence[Recalled],
    criteria: Criteria,
    statistics: Statistics,
    whole: Callable[[str], Candidate],
    words: Words = READ,
    weights: Mapping[str, float] = PART_WEIGHT,
    most: int | None = None,
    mentions: Mapping[str, Counts] | None = None,
) -> tuple[list[Scored], dict[str, int]]:
    """Return the `most` best people, best first, and how many each thing to avoid put out.

    Recalled are only those whom musts leave, see `bars`. `whole` gives the person of an id, asked
    for only where something is to be avoided. `mentions` say of stems that were looked up how often
    each is said by whom; the others are looked for on the sheets.
    """
    sheets = [each.sheet for each in recalled]
    avoided = [(c, found_of(c, sheets, whole, words)) for c in criteria if c.weight == "avoid"]
    kept, excluded = _without_avoided(recalled, avoided) if avoided else (list(recalled), {})
    kept, fits = related(kept, criteria)
    numbers = [each.number for each in kept]
    counts = {word: counts[numbers] for word, counts in (mentions or {}).items()}
    said = Said([each.sheet for each in kept], statistics, counts)
    columns = marked(kept, fits, criteria, said)
    columns += [(name, 1.0, np.ones(len(kept))) for name in ("spread", "version")]
    worths = [worth * weights.get(name, weights["wishes"]) for name, worth, _ in columns]
    full = math.fsum(worths) or 1.0
    worths = [worth / full for worth in worths]
    marks = np.array([column for _, _, column in columns])
    spoilt = _spoilt(kept, avoided)
    order, scores = _placed(kept, marks, worths, spoilt)
    first = order[:LOOKED_AT]
    spread = spread_of([kept[at].sheet for at in first], request_words(criteria), statistics)
    if (spread < 1.0).any():
        marks[-2, first] = spread
        order, scores = _placed(kept, marks, worths, spoilt)
    later = later_versions([kept[at].sheet for at in order[:LOOKED_AT]])
    if later:
        marks[-1] = [each.candidate_id not in later for each in kept]
        order, scores = _placed(kept, marks, worths, spoilt)
    answers = answering(fits, columns, criteria, said)
    order = [at for at in order if answers[at]][:most]
    names = [name for name, _, _ in columns]
    rows = zip(order, marks[:, order].T.tolist(), strict=True)
    return [
        Scored(kept[at].candidate_id, scores[at], tuple(map(Part, names, row, worths)))
        for at, row in rows
    ], excluded


def _placed(
    people: Sequence[Recalled], marks: Marks, worths: Sequence[float], spoilt: Marks
) -> tuple[list[int], list[float]]:
    """Return the people's places in the list, best first, and the score of each of them."""
    scores = weighed(marks, worths, spoilt).tolist()
    ids = [each.candidate_id for each in people]
    return sorted(range(len(ids)), key=lambda at: (-scores[at], ids[at])), scores


def weighed(marks: Marks, worths: Sequence[float], spoilt: Marks) -> Marks:
    """Return the sum of each column of marks, weighed, less what is spoilt, to DECIMALS places.

    It is the exact sum that is rounded: where a quick one is near the edge of two roundings, the
    exact one is made.
    """
    shifted = (np.array(worths) @ marks - spoilt) * 10**DECIMALS
    rounded: Marks = np.rint(shifted) / 10**DECIMALS
    edges = np.abs(shifted - np.floor(shifted) - 0.5) < _EDGE
    for at in np.flatnonzero(edges).tolist():
        exact = math.fsum(map(mul, worths, marks[:, at].tolist())) - float(spoilt[at])
        rounded[at] = round(exact, DECIMALS)
    return rounded


def foresee(criteria: Criteria, sheets: Iterable[Sheet]) -> None:
    """Weigh the titles that some people held ahead of ranking them; it changes no rank."""
    titles = titles_wanted(criteria)
    if titles:
        roles_of(titles).read(sheets)


def bars(wish: Criterion, found: Finding) -> bool:
    """Return whether a finding puts the person out of the list."""
    if wish.weight == "avoid":
        return found.verdict == "met"
    return wish.weight == "must" and wish.kind in EXCLUDING and found.verdict == "missing"


def _without_avoided(
    recalled: Sequence[Recalled], avoided: Sequence[Avoided]
) -> tuple[list[Recalled], dict[str, int]]:
    kept: list[Recalled] = []
    excluded: dict[str, int] = {}
    for each in recalled:
        who = each.candidate_id
        barring = [c.id for c, found in avoided if who in found and bars(c, found[who])]
        for wish_id in barring:
            excluded[wish_id] = excluded.get(wish_id, 0) + 1
        if not barring:
            kept.append(each)
    return kept, excluded


def _spoilt(people: Sequence[Recalled], avoided: Sequence[Avoided]) -> Marks:
    """Return what avoided things that are only partly shown take off each score."""
    most = np.zeros(len(people))
    for _, found in avoided:
        strengths = [found[who].strength if (who := p.candidate_id) in found else 0 for p in people]
        most = np.maximum(most, strengths)
    return AVOIDED * most
