"""Presents people: rows for a model that knows placeholders only, and rows for doors with names."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import msgspec

from tools.candidates import Candidate
from tools.criteria import Criteria, Criterion
from tools.desk import View
from tools.evidence import judge
from tools.index.base import CandidateIndex
from tools.people.placeholders import person_mark
from tools.results import CriterionVerdict, Musts, Pool, RankedCandidate, Verdict

_JUDGED = 8192
_DENIED: dict[Verdict, Verdict] = {
    "met": "missing",
    "partly": "missing",
    "unclear": "met",
    "missing": "met",
}
"""What a verdict on a thing says of the wish that somebody shows nothing of it."""
_SHORT = 60
"""Characters to which no quote is cut further."""


class Row(msgspec.Struct, frozen=True):
    """A person judged against some wishes; `rank` is None for somebody outside the ranking."""

    person: Candidate
    mark: str
    rank: int | None
    score: float
    verdicts: tuple[CriterionVerdict, ...]


def rows(
    index: CandidateIndex, tenant: str, view: View, ids: Sequence[str], criteria: Criteria
) -> list[Row]:
    """Return the known people among `ids`, in that order, judged against `criteria`."""
    people = index.get(tenant, ids)
    places = {candidate_id: at for at, candidate_id in enumerate(view.pool)}
    return [_row(people[i], view, places.get(i), criteria) for i in ids if i in people]


def ranked(
    index: CandidateIndex, tenant: str, pool: Pool, offset: int = 0, count: int = 10
) -> list[RankedCandidate]:
    """Return one page of a pool as doors see it, `count` people from `offset` on."""
    ids = pool.ids[offset : offset + count]
    view = View(criteria=pool.criteria, pool=pool.ids, scores=pool.scores)
    found = rows(index, tenant, view, ids, pool.criteria)
    return [ranked_row(row, pool.criteria) for row in found]


def verdicts_for(person: Candidate, criteria: Criteria) -> tuple[CriterionVerdict, ...]:
    """Return one verdict per wish; what no verbatim quote carries is not claimed."""
    if not person.content_hash:
        return tuple(_proven(person, wish) for wish in criteria)
    return tuple(_remembered(_Judged(person, wish)) for wish in criteria)


def shown_name(person: Candidate) -> str:
    """Return the name people see: the full name, or the id where a résumé has none."""
    return person.identity.name or person.candidate_id


def place_of(person: Candidate) -> str:
    """Return where the person lives, as written; empty when unsaid."""
    return person.profile.location.name if person.profile.location else ""


def musts_of(row: Row, criteria: Criteria) -> Musts | None:
    """Return how many of the musts among `criteria` a person shows who is judged by them."""
    judged = zip(criteria, row.verdicts, strict=True)
    musts = [verdict.verdict == "met" for wish, verdict in judged if wish.weight == "must"]
    return Musts(sum(musts), len(musts)) if musts else None


def answered(row: Row, criteria: Criteria) -> list[Verdict]:
    """Return how a person does by each wish: who shows what is not wanted does not meet that."""
    judged = zip(criteria, row.verdicts, strict=True)
    return [
        _DENIED[verdict.verdict] if wish.weight == "avoid" else verdict.verdict
        for wish, verdict in judged
    ]


def shown_by(row: Row, criteria: Criteria) -> list[str]:
    """Return the ids of the wishes that a person shows, in part at least."""
    judged = zip(criteria, row.verdicts, strict=True)
    return [wish.id for wish, verdict in judged if verdict.verdict in ("met", "partly")]


def ranked_row(row: Row, criteria: Criteria = ()) -> RankedCandidate:
    """Return the row of the `candidates` event; a person outside the ranking has rank 0.

    `criteria` are the wishes of the list, where the row is judged by all of them.
    """
    person = row.person
    return RankedCandidate(
        rank=row.rank or 0,
        candidate_id=person.candidate_id,
        name=shown_name(person),
        headline=person.profile.headline,
        location=place_of(person),
        years_experience=person.profile.years_experience,
        score=row.score,
        verdicts=row.verdicts,
        musts=musts_of(row, criteria) if criteria else None,
        warnings=person.warnings,
    )


def model_row(row: Row, criteria: Criteria) -> dict[str, Any]:
    """Return the row as a model may see it: a placeholder, facts of the profile, verdicts."""
    return {
        **model_person(row),
        "verdicts": [
            model_verdict(wish, verdict)
            for wish, verdict in zip(criteria, row.verdicts, strict=True)
        ],
    }


def model_person(row: Row) -> dict[str, Any]:
    """Return who it is as a model may see it: placeholder, rank, headline, place, years."""
    return {
        "ref": row.mark,
        "rank": row.rank,
        "headline": row.person.profile.headline,
        "location": place_of(row.person),
        "years_experience": row.person.profile.years_experience,
    }


def model_verdict(wish: Criterion, verdict: CriterionVerdict) -> dict[str, Any]:
    """Return one verdict as a model may see it, with the wish spelt out.

    What a quote denies is apart, under `against`, since it proves nothing of the person.
    """
    told = {**spelt(wish), "verdict": verdict.verdict, "note": verdict.note}
    if verdict.is_denied:
        return {**told, "quote": None, "against": verdict.quote}
    return {**told, **quoted(verdict)}


def quoted(verdict: CriterionVerdict) -> dict[str, Any]:
    """Return the first quote of a verdict, of a long one also the words that prove something."""
    quote, proof = verdict.quote, verdict.proof
    is_long = quote is not None and (len(quote) > _SHORT or "\n" in quote)
    return {"quote": quote, "proof": proof} if is_long and proof != quote else {"quote": quote}


def spelt(wish: Criterion) -> dict[str, Any]:
    """Return the wish of a verdict: its id and what its words need, as the subject of years."""
    said = wish.public()
    words = ("kind", "value", "weight", "subject", "level", "radius_km")
    return {"criterion": wish.id, **{key: said[key] for key in words if said.get(key)}}


def public(criteria: Criteria) -> list[dict[str, Any]]:
    """Return wishes as doors and models see them."""
    return [wish.public() for wish in criteria]


def _row(person: Candidate, view: View, at: int | None, criteria: Criteria) -> Row:
    return Row(
        person=person,
        mark=person_mark(view, person.candidate_id, at),
        rank=None if at is None else at + 1,
        score=view.scores[at] if at is not None and at < len(view.scores) else 0.0,
        verdicts=verdicts_for(person, criteria),
    )


def _proven(person: Candidate, wish: Criterion) -> CriterionVerdict:
    """Judge, and drop every quote that does not stand verbatim at its offsets."""
    verdict = judge(person, wish)
    evidence = tuple(e for e in verdict.evidence if person.text[e.start : e.end] == e.quote)
    if not evidence and verdict.verdict in ("met", "partly"):
        return CriterionVerdict(wish.id, "unclear")
    if len(evidence) == len(verdict.evidence):
        return verdict
    return msgspec.structs.replace(verdict, evidence=evidence)


class _Judged:
    """A cache key: the same content and the same wish get the same verdict."""

    __slots__ = ("key", "person", "wish")

    def __init__(self, person: Candidate, wish: Criterion) -> None:
        self.person: Candidate | None = person
        self.wish = wish
        self.key = (person.candidate_id, person.content_hash, person.profile.as_of, wish)

    def taken(self) -> Candidate:
        """Return the person and forget them: a key is kept for long, a whole résumé need not be."""
        person, self.person = self.person, None
        assert person is not None
        return person

    def __hash__(self) -> int:
        return hash(self.key)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Judged) and self.key == other.key


@lru_cache(_JUDGED)
def _remembered(judged: _Judged) -> CriterionVerdict:
    return _proven(judged.taken(), judged.wish)
