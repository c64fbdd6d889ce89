"""Tells further versions of one person's résumé from the best of them: the same jobs and dates."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import chain

from tools.index.sheet import Sheet
from tools.index.weights import SAME_JOBS, SAME_JOBS_SHARE


def later_versions(ranked: Sequence[Sheet]) -> frozenset[str]:
    """Return who, of a ranked list, has the dated jobs of somebody above in other words.

    Résumés that agree to the word stay together: they may be one under two names, and a name must
    not matter.
    """
    holders: defaultdict[int, list[int]] = defaultdict(list)
    known = [sheet.career.dated() for sheet in ranked]
    counts = Counter(chain.from_iterable(known))
    common = {job for job, people in counts.items() if people > 1}
    later = set()
    for at, (sheet, jobs) in enumerate(zip(ranked, known, strict=True)):
        shared = [other for job in jobs & common for other in holders[job]]
        for other in set(shared):
            count = shared.count(other)
            fewer = min(len(jobs), len(known[other]))
            same = count >= SAME_JOBS and count >= SAME_JOBS_SHARE * fewer
            if same and ranked[other].words != sheet.words:
                later.add(sheet.candidate_id)
        for job in jobs & common:
            holders[job].append(at)
    return frozenset(later)
