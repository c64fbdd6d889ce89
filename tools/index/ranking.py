"""Ranks people: a pure function of criteria and index, whose every weight is in `weights`.

Each person gets a few marks between 0 and 1: how often the request's own words are said, how near
the meaning is, how well the jobs held fit the role and for how long, how much is said of what such
a job does, and how well each wish is shown. The score is their weighted mean; ties end at the
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
from tools.index.roles import Fits, roles_of
from tools.index.said import Counts, Said, Statistics
from tools.index.sheet import Sheet
from tools.index.shown import shown_by_all
from tools.index.spread import spread_of
from tools.index.tally import Marks
from tools.index.versions import later_versions
from tools.index.wanted import WORDED, duty_words, request_words, setting_words, titles_wanted
from tools.index.weights import (
    AVOIDED,
    DECIMALS,
    KIND_WEIGHT,
    LENGTH,
    LOOKED_AT,
    NICE,
    PART_WEIGHT,
    RELATED,
    SATURATION,
    SHORT_TEXT,
    WRITTEN,
)
from tools.results import Part

TELLING: frozenset[Kind] = frozenset(("skill", "certification", "industry", "text"))
"""Wishes that tell, like a title, what the work is, be it only nicely."""
HELD: frozenset[Kind] = frozenset(("certification", "language", "location"))
"""Wishes that are met or not: to be near them in words is worth nothing to a recruiter."""
EXCLUDING: frozenset[Kind] = frozenset({"location", "min_years", "max_years"})
"""Musts that put a person out when the résumé says the opposite; silence never does."""

Column = tuple[str, float, Marks]
_EDGE = 1e-4
"""How near the middle of two roundings a sum is made exactly; quick sums are off by far less."""
Avoided = tuple[Criterion, dict[str, Finding]]
"""A thing to avoid, and what was found of it, by id."""


class Recalled(msgspec.Struct, frozen=True, gc=False):
    """A person whom retrieval brought up; `near` is the cosine of the best passage, 0 unknown.

    `number` is where `mentions` count this person's words.
    """

    sheet: Sheet
    near: float
    number: int = 0

    @property
    def candidate_id(self) -> str:
        """Return who it is."""
        return self.sheet.candidate_id


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
    kept, fits = _related(kept, criteria)
    numbers = [each.number for each in kept]
    counts = {word: counts[numbers] for word, counts in (mentions or {}).items()}
    said = Said([each.sheet for each in kept], statistics, counts)
    columns = [*_general(kept, fits, criteria, said), *_wishes(kept, criteria, said)]
    columns += [(name, 1.0, np.ones(len(kept))) for name in ("spread", "version")]
    worths = [worth * weights[_part(name)] for name, worth, _ in columns]
    full = math.fsum(worths) or 1.0
    worths = [worth / full for worth in worths]
    marks = np.array([column for _, _, column in columns])
    spoilt = _spoilt(kept, avoided)
    order, scores = _placed(kept, marks, worths, spoilt)
    first = order[:LOOKED_AT]
    marks[-2, first] = spread_of(
        [kept[at].sheet for at in first], request_words(criteria), statistics
    )
    order, scores = _placed(kept, marks, worths, spoilt)
    later = later_versions([kept[at].sheet for at in order[:LOOKED_AT]])
    if later:
        marks[-1] = [each.candidate_id not in later for each in kept]
        order, scores = _placed(kept, marks, worths, spoilt)
    names = [name for name, _, _ in columns]
    rows = zip(order[:most], marks[:, order[:most]].T.tolist(), strict=True)
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


def _related(people: list[Recalled], criteria: Criteria) -> tuple[list[Recalled], Fits | None]:
    """Return those who held a job like the title, where that is all the request asks of them.

    With them comes how their jobs fit, or nothing where no title is asked for. Who was only near
    in place or wording is no answer to "hotel managers in Germany". Where nobody held such a job,
    all are returned: the vocabulary may not know the title.
    """
    titles = titles_wanted(criteria)
    if not titles:
        return people, None
    fits = roles_of(titles).of([each.sheet for each in people])
    wanted = [c for c in criteria if c.weight == "must" or c.kind in TELLING]
    asked = {c.kind for c in wanted if c.weight != "avoid" and c.kind in WORDED}
    near = np.flatnonzero(fits.nearest >= RELATED)
    if asked != {"title"} or not len(near):
        return people, fits
    return [people[at] for at in near.tolist()], Fits(*(marks[near] for marks in fits))


def _general(
    people: Sequence[Recalled], fits: Fits | None, criteria: Criteria, said: Said
) -> list[Column]:
    """Return the marks of the request as a whole, each against the best of the people."""
    columns = [
        ("words", said.bm25(request_words(criteria), SATURATION, LENGTH, SHORT_TEXT)),
        ("meaning", np.array([p.near for p in people])),
    ]
    if fits is not None:
        columns.append(("titles", fits.words))
        columns.append(("duties", said.weighed(duty_words(criteria), SATURATION, LENGTH)))
    if settings := setting_words(criteria):
        columns.append(("setting", said.weighed(settings, SATURATION, LENGTH)))
    general = [(name, 1.0, _against_best(marks)) for name, marks in columns]
    return [*general, *_in_role(fits)] if fits is not None else general


def _in_role(fits: Fits) -> list[Column]:
    """Return how the jobs fit; where nobody held such a job, the best of them are no measure.

    What was held is then only as good as it is alike, and a job of a mere rank is none at all.
    """
    if fits.nearest.max(initial=0.0) >= RELATED:
        return [
            ("role", 1.0, _against_best(fits.best)),
            ("tenure", 1.0, _against_best(fits.tenure)),
        ]
    return [("role", 1.0, fits.nearest), ("tenure", 1.0, np.zeros(len(fits.nearest)))]


def _wishes(people: Sequence[Recalled], criteria: Criteria, said: Said) -> list[Column]:
    """Return the marks of each wish but titles, which have marks of their own."""
    wanted = [c for c in criteria if c.weight != "avoid" and c.kind != "title"]
    full = math.fsum(_weight(c) for c in wanted)
    sheets = [p.sheet for p in people]
    shown = [(c, np.array(shown_by_all(sheets, c, said))) for c in wanted]
    columns = [(c.id, _weight(c) / full, marks) for c, marks in shown]
    held = [marks > WRITTEN for c, marks in shown if c.weight == "must" and c.kind in HELD]
    return [*columns, ("held", 1.0, np.mean(held, axis=0))] if held else columns


def _weight(wish: Criterion) -> float:
    return KIND_WEIGHT[wish.kind] * (NICE if wish.weight == "nice" else 1.0)


def _part(name: str) -> str:
    return name if name in PART_WEIGHT else "wishes"


def _against_best(marks: Marks) -> Marks:
    best = marks.max(initial=0.0)
    against: Marks = np.maximum(0.0, marks) / best if best > 0 else np.zeros(len(marks))
    return against


def _spoilt(people: Sequence[Recalled], avoided: Sequence[Avoided]) -> Marks:
    """Return what avoided things that are only partly shown take off each score."""
    most = np.zeros(len(people))
    for _, found in avoided:
        strengths = [found[who].strength if (who := p.candidate_id) in found else 0 for p in people]
        most = np.maximum(most, strengths)
    return AVOIDED * most
