"""Matches people to a job: its description read into criteria, people ranked and explained."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from tools.criteria import Criteria, Criterion, merge
from tools.explain import explain
from tools.index.base import CandidateIndex
from tools.presenting import ranked
from tools.reasons import above_next
from tools.request import read_request
from tools.results import Explanation, RankedCandidate
from tools.vocabulary.skills import canonical_skill


class Job(msgspec.Struct, frozen=True):
    """A vacancy; `location` and `required_skills` are musts whatever the description says."""

    description: str
    job_id: str = ""
    location: str = ""
    required_skills: tuple[str, ...] = ()


class Match(msgspec.Struct, frozen=True):
    """The criteria that were read and the best people for them, each with an explanation.

    `above_next` says of each why they rank above the next one.
    """

    criteria: Criteria
    total: int
    people: tuple[tuple[RankedCandidate, Explanation], ...]
    excluded: dict[str, int] = {}
    above_next: tuple[list[dict[str, Any]], ...] = ()


def criteria_of(job: Job) -> Criteria:
    """Return what the job asks for: required skills and place first, then its description."""
    stated = [Criterion("skill", canonical_skill(s) or s.strip()) for s in job.required_skills]
    if job.location.strip():
        stated += [
            c for c in read_request(f"in {job.location}").criteria if c.kind == "location"
        ] or [Criterion("location", job.location.strip())]
    return merge(read_request(job.description).criteria, tuple(stated)).criteria


def match(index: CandidateIndex, tenant: str, job: Job, top_k: int) -> Match:
    """Return the `top_k` best people for a job; empty when it names nothing to search for."""
    criteria = criteria_of(job)
    pool = index.search(tenant, criteria)
    page = ranked(index, tenant, pool, 0, top_k)
    return Match(
        criteria,
        len(pool.ids),
        _explained(index, tenant, page, criteria),
        pool.excluded,
        tuple(above_next(pool, at) for at in range(len(page))),
    )


def _explained(
    index: CandidateIndex, tenant: str, page: Sequence[RankedCandidate], criteria: Criteria
) -> tuple[tuple[RankedCandidate, Explanation], ...]:
    people = index.get(tenant, [row.candidate_id for row in page])
    return tuple(
        (row, explain(people[row.candidate_id], criteria, row.rank))
        for row in page
        if row.candidate_id in people
    )
