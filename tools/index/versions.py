"""Tells further versions of one person's résumé from the best of them: the same jobs and dates."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from tools.index.sheet import Sheet
from tools.index.weights import SAME_JOBS, SAME_JOBS_SHARE

_Job = tuple[str, int, float]


def later_versions(ranked: Sequence[Sheet]) -> frozenset[str]:
    """Return who, of a ranked list, has the dated jobs of somebody above in other words.

    Résumés that agree to the word stay together: they may be one under two names, and a name must
    not matter.
    """
    holders: defaultdict[_Job, list[int]] = defaultdict(list)
    known: list[frozenset[_Job]] = []
    later = set()
    for at, sheet in enumerate(ranked):
        jobs = frozenset((h.title.casefold(), h.months, h.recency) for h in sheet.held if h.months)
        shared = [other for job in jobs for other in holders.get(job, ())]
        for other in set(shared):
            count = shared.count(other)
            fewer = min(len(jobs), len(known[other]))
            same = count >= SAME_JOBS and count >= SAME_JOBS_SHARE * fewer
            if same and ranked[other].words != sheet.words:
                later.add(sheet.candidate_id)
        known.append(jobs)
        for job in jobs:
            holders[job].append(at)
    return frozenset(later)
