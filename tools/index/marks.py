"""Marks each person for a request, between 0 and 1: a ranking is made of them.

How often the request's own words are said, how near the meaning is, how well the jobs held fit the
role and for how long, how much is said of what such a job does, and how well each wish is shown.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import msgspec
import numpy as np

from tools.criteria import Criteria, Criterion, Kind
from tools.index.bm25 import Said
from tools.index.filters import Mask
from tools.index.query_terms import duty_words, request_words, setting_words, titles_wanted
from tools.index.roles import Fits, roles_of
from tools.index.sheet import Sheet, stems_of
from tools.index.tally import Marks
from tools.index.weights import (
    DUTIES_DONE,
    KIND_WEIGHT,
    LENGTH,
    NICE,
    RELATED,
    SATURATION,
    SHORT_TEXT,
    WRITTEN,
)
from tools.index.wish_marks import shown_by_all
from tools.vocabulary.titles import occupation_of

TELLING: frozenset[Kind] = frozenset(("skill", "certification", "industry", "text"))
"""Wishes that tell, like a title, what the work is, be it only nicely."""
HELD: frozenset[Kind] = frozenset(("certification", "language", "location"))
"""Wishes that are met or not: to be near them in words is worth nothing to a recruiter."""

Column = tuple[str, float, Marks]
"""The name of a mark, what it is worth among those of its part, and the mark of each person."""


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


def marked(
    people: Sequence[Recalled], fits: Fits | None, criteria: Criteria, said: Said
) -> list[Column]:
    """Return the marks of people: those of the request as a whole, then those of each wish."""
    return [*_general(people, fits, criteria, said), *_wishes(people, criteria, said)]


def related(people: list[Recalled], criteria: Criteria) -> tuple[list[Recalled], Fits | None]:
    """Return those who held a job like the title, where nothing else tells what the work is.

    With them comes how their jobs fit, or nothing where no title is asked for. Who was only near
    in place or wording is no answer to "hotel managers in Germany". Where nobody held such a job,
    all are returned: the vocabulary may not know the title.
    """
    titles = titles_wanted(criteria)
    if not titles:
        return people, None
    fits = roles_of(titles).of([each.sheet for each in people])
    wanted = (c for c in criteria if c.weight != "avoid")
    telling = any(c.kind in TELLING or (c.kind == "education" and c.subject) for c in wanted)
    near = np.flatnonzero(fits.nearest >= RELATED)
    if telling or not len(near):
        return people, fits
    return [people[at] for at in near.tolist()], Fits(*(marks[near] for marks in fits))


def answering(fits: Fits | None, columns: Sequence[Column], criteria: Criteria, said: Said) -> Mask:
    """Return who is any answer: to a job in a place, whoever shows nothing of the work is none.

    Such people would fill the list of those who live in a small town. To show the work is to have
    held such a job, to say its whole name or enough of its duties anywhere, or to show a wish that
    tells what it is. Where nobody there held a job that no vocabulary knows, everybody stays.
    """
    musts = tuple(c for c in criteria if c.weight == "must")
    titles = titles_wanted(musts)
    everybody = np.ones(said.people, dtype=bool)
    if fits is None or not titles or all(c.kind != "location" for c in musts):
        return everybody
    related = fits.nearest >= RELATED
    if not related.any() and not any(map(occupation_of, titles)):
        return everybody
    telling = {c.id for c in criteria if c.weight != "avoid" and c.kind in TELLING}
    shown = [marks > 0 for name, _, marks in columns if name in telling]
    named = [said.all_of(stems_of(title)) for title in titles]
    done = said.share(duty_words(musts), SATURATION, LENGTH) >= DUTIES_DONE
    answers: Mask = np.any([related, done, *named, *shown], axis=0)
    return answers


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


def _against_best(marks: Marks) -> Marks:
    best = marks.max(initial=0.0)
    against: Marks = np.maximum(0.0, marks) / best if best > 0 else np.zeros(len(marks))
    return against
