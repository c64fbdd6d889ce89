"""Counts who of the people ranked, or of all, meets some wishes, each judged as on screen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from tools.criteria import Criteria
from tools.desk import Desk, Outcome, ToolError
from tools.presenting import Row, answered, public, rows
from tools.results import Verdict

NAME = "filter_candidates"
_WORST_FIRST: tuple[Verdict, ...] = ("missing", "unclear", "partly", "met")


def count_ranked(desk: Desk, asked: Criteria) -> Outcome:
    """Return how many of the ranked meet every wish asked about, and how many in part.

    `capped` tells that the ranking ends at its limit, behind which there may be others.
    """
    view = desk.view
    if not view.pool:
        raise ToolError(
            "no_search_yet", "There is nobody ranked to count: say whom you look for first."
        )
    graded = _graded(desk, view.pool, asked)
    count = Counter(graded.values())
    payload = {
        "tool": NAME,
        "among": "ranked",
        "asked": public(asked),
        "met": count["met"],
        "partly": count["partly"],
        "met_on_screen": sum(graded.get(who) == "met" for who in view.shown),
        "on_screen": len(view.shown),
        "of": len(graded),
        "capped": _ranked(desk) >= desk.pool_size,
    }
    return Outcome(desk, payload, (), f"{count['met']} of {len(graded)} ranked")


def count_indexed(desk: Desk, asked: Criteria) -> Outcome:
    """Return how many of everybody meet every wish asked about, or how many there are at all.

    Those a ranking for the wishes keeps are judged; `capped` tells that it ends at its limit.
    """
    everybody = desk.index.count(desk.tenant)
    if not asked:
        payload = {
            "tool": NAME,
            "among": "index",
            "asked": [],
            "of": everybody,
            "ranked": _ranked(desk),
        }
        return Outcome(desk, payload, (), f"{everybody} people")
    pool = desk.index.search(desk.tenant, asked, desk.pool_size)
    count = Counter(_graded(desk, pool.ids, asked).values())
    payload = {
        "tool": NAME,
        "among": "index",
        "asked": public(asked),
        "met": count["met"],
        "partly": count["partly"],
        "of": everybody,
        "capped": len(pool.ids) >= desk.pool_size,
    }
    return Outcome(desk, payload, (), f"{count['met']} of {payload['of']}")


def _ranked(desk: Desk) -> int:
    return max(desk.view.ranked, desk.view.total)


def _graded(desk: Desk, ids: Sequence[str], asked: Criteria) -> dict[str, Verdict]:
    """Return by id how each of the people does by all the wishes."""
    judged = rows(desk.index, desk.tenant, desk.view, ids, asked)
    return {row.person.candidate_id: _grade(row, asked) for row in judged}


def _grade(row: Row, asked: Criteria) -> Verdict:
    """Return the worst that a person does by any wish, as they fail by one."""
    held = set(answered(row, asked))
    return next(grade for grade in _WORST_FIRST if grade in held)
