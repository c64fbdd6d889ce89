"""Says how many show the job wherever they live, where nobody in the place asked for does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from tools.criteria import Criteria
from tools.index.base import CandidateIndex
from tools.presenting import verdicts_for
from tools.wording import phrase

_FIRST = 10
"""The best people of a ranking, among whom whoever shows the job stands."""


class Elsewhere(msgspec.Struct, frozen=True):
    """Of the first `of` people anywhere `count` show the job; `criterion` is the place's id."""

    criterion: str
    count: int
    of: int


def elsewhere(
    index: CandidateIndex, tenant: str, criteria: Criteria, ids: Sequence[str]
) -> Elsewhere | None:
    """Return who would lead without the place; None where somebody who lives there shows the job.

    `ids` are the people ranked by the criteria, best first. Other wishes may have put those out
    who live there and do such work.
    """
    places = tuple(c for c in criteria if c.kind == "location" and c.weight == "must")
    if not (places and _sought(criteria)) or any(_show(index, tenant, criteria, ids)):
        return None
    there = index.search(tenant, (*_sought(criteria), *places))
    if any(_show(index, tenant, criteria, there.ids)):
        return None
    anywhere = index.search(tenant, tuple(c for c in criteria if c not in places))
    show = list(_show(index, tenant, criteria, anywhere.ids))
    return Elsewhere(places[0].id, sum(show), len(show)) if any(show) else None


def in_words(found: Elsewhere, criteria: Criteria) -> str:
    """Return it as a clause: "nobody there shows Cook; anywhere, 4 of the first 10 show it"."""
    jobs = " and ".join(phrase(wish) for wish in _sought(criteria))
    shows = f"{found.count} of the first {found.of} {'shows' if found.count == 1 else 'show'} it"
    return f"nobody there shows {jobs}; anywhere, {shows}"


def _show(
    index: CandidateIndex, tenant: str, criteria: Criteria, ids: Sequence[str]
) -> Iterator[bool]:
    """Yield of each of the first people whether they show the job, in part at least."""
    sought = _sought(criteria)
    for person in index.get(tenant, ids[:_FIRST]).values():
        yield all(v.verdict in ("met", "partly") for v in verdicts_for(person, sought))


def _sought(criteria: Criteria) -> Criteria:
    return tuple(c for c in criteria if c.kind == "title" and c.weight == "must")
