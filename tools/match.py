"""Matches people to a job: its description read into criteria, people ranked and explained."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from tools.criteria import Criteria, Criterion, Weight, merge
from tools.desk import View
from tools.elsewhere import Elsewhere, elsewhere
from tools.explain import evidence_of, explain
from tools.index.base import CandidateIndex
from tools.presenting import ranked, rows
from tools.reasons import above_next
from tools.request import Reading, as_seen, find_protected, prepared, read_request, unprotected
from tools.results import Explanation, RankedCandidate
from tools.vocabulary.skills import canonical_skill


class Job(msgspec.Struct, frozen=True):
    """A vacancy; `location`, `required_skills` and `must` are musts whatever the description says.

    `must` and `nice` are lists of wishes in plain words; `title` is the job sought, where the
    description does not name it. None is needed as long as another says whom to look for.
    """

    description: str = ""
    job_id: str = ""
    location: str = ""
    required_skills: tuple[str, ...] = ()
    title: str = ""
    must: tuple[str, ...] = ()
    nice: tuple[str, ...] = ()


class Match(msgspec.Struct, frozen=True):
    """The criteria that were read and the best people for them, each with an explanation.

    `above_next` says of each why they rank above the next one; `protected` are the wishes about
    age, sex, origin and the like that are not searched for, as they were said; `beyond` are the
    values of the description that are too many to weigh, `unused` words of wishes that nothing was
    made of; `elsewhere` says who would lead without the place, where nobody there shows the job.
    """

    criteria: Criteria
    total: int
    people: tuple[tuple[RankedCandidate, Explanation], ...]
    excluded: dict[str, int] = {}
    above_next: tuple[list[dict[str, Any]], ...] = ()
    protected: tuple[str, ...] = ()
    beyond: tuple[str, ...] = ()
    unused: tuple[str, ...] = ()
    elsewhere: Elsewhere | None = None


def read_job(job: Job) -> tuple[Criteria, tuple[str, ...], tuple[str, ...]]:
    """Return what the job asks for, the values too many to weigh, and words that are not used."""
    job = _unprotected(job)
    stated = [
        Criterion("skill", canonical_skill(s) or s.strip())
        for s in job.required_skills
        if s.strip()
    ]
    if job.location.strip():
        stated += [
            c for c in read_request(f"in {job.location}").criteria if c.kind == "location"
        ] or [Criterion("location", job.location.strip())]
    titled = (Criterion("title", job.title.strip()),) if job.title.strip() else ()
    reading = read_request(job.description, known=titled)
    read = reading.criteria
    known = {wish.id for wish in (*read, *stated)}
    # What is done in the job says nothing of another job, whatever it is called.
    must, nice = ([read_request(w, known=titled) for w in ws] for ws in (job.must, job.nice))
    listed = [*_weighed(must, "must"), *_weighed(nice, "nice")]
    further = [*_titled(job, read), *(c for c in listed if c.id not in known)]
    unused = [w for r in (reading, *must, *nice) for w in r.unused]
    return merge(read, (*stated, *further)).criteria, reading.beyond, tuple(dict.fromkeys(unused))


def _unprotected(job: Job) -> Job:
    """Return the job without protected wishes where unknown words are taken as they stand."""
    skills = tuple(unprotected(as_seen(skill).text) for skill in job.required_skills)
    title, location = (unprotected(as_seen(said).text) for said in (job.title, job.location))
    return msgspec.structs.replace(job, title=title, location=location, required_skills=skills)


def protected_of(job: Job) -> tuple[str, ...]:
    """Return the job's wishes about protected attributes, in the words they were said in."""
    read = [w for text in (job.description, *job.must, *job.nice) for w in _told(text)]
    stated = [w for text in (job.title, job.location) for w in _found(text)]
    skills = [w for skill in job.required_skills for w in _found(skill)]
    return tuple(dict.fromkeys([*stated, *read, *skills]))


def _found(text: str) -> list[str]:
    return [wish.words for wish in find_protected(as_seen(text).text)]


def _told(text: str) -> tuple[str, ...]:
    """Return the protected wishes of a text but for what a firm tells in it of itself."""
    return tuple(w.words for w in prepared(text).protected) if _found(text) else ()


def _weighed(wishes: Sequence[Reading], weight: Weight) -> list[Criterion]:
    """Return what a list of wishes asks for; the list they stand in weighs them."""
    found = [c for wish in wishes for c in wish.criteria]
    return [c if c.weight == "avoid" else msgspec.structs.replace(c, weight=weight) for c in found]


def _titled(job: Job, read: Criteria) -> list[Criterion]:
    """Return the job's title as a wish, unless the description names one."""
    if not job.title.strip() or any(c.kind == "title" for c in read):
        return []
    named = [c for c in read_request(job.title).criteria if c.kind == "title"]
    return named or [Criterion("title", job.title.strip())]


def match(index: CandidateIndex, tenant: str, job: Job, top_k: int) -> Match:
    """Return the `top_k` best people for a job; empty when it names nothing to search for."""
    criteria, beyond, unused = read_job(job)
    pool = index.search(tenant, criteria)
    page = ranked(index, tenant, pool, 0, top_k)
    return Match(
        criteria,
        len(pool.ids),
        _explained(index, tenant, page, criteria),
        pool.excluded,
        tuple(above_next(pool, at) for at in range(len(page))),
        protected_of(job),
        beyond,
        unused,
        elsewhere(index, tenant, criteria, pool.ids),
    )


def evidence(index: CandidateIndex, tenant: str, found: Match) -> list[dict[str, Any]]:
    """Return what a model may know of each person of a match, best first, by placeholder."""
    why = {row.candidate_id: explanation for row, explanation in found.people}
    view = View(criteria=found.criteria, pool=tuple(why))
    judged = rows(index, tenant, view, list(why), found.criteria)
    return [evidence_of(r, why[r.person.candidate_id], found.criteria) for r in judged]


def _explained(
    index: CandidateIndex, tenant: str, page: Sequence[RankedCandidate], criteria: Criteria
) -> tuple[tuple[RankedCandidate, Explanation], ...]:
    people = index.get(tenant, [row.candidate_id for row in page])
    return tuple(
        (row, explain(people[row.candidate_id], criteria, row.rank))
        for row in page
        if row.candidate_id in people
    )
