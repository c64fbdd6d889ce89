"""SearchCandidates: a new search, which replaces what was asked before."""

from __future__ import annotations

from tools.alike import wishes_like
from tools.arguments import MOST_WISHES, SearchArguments
from tools.criteria import Criteria
from tools.desk import Desk, Outcome, ToolError
from tools.listing import difference, listed, rank_again, turned
from tools.people import person_mark, resolve
from tools.request import read_request
from tools.wishes import settle

NAME = "search_candidates"


def search_candidates(desk: Desk, arguments: SearchArguments) -> Outcome:
    """Rank everybody against new wishes, or for others like somebody by what their résumé shows.

    Raises ToolError when nothing was wished for.
    """
    alike = resolve(desk, [arguments.like])[0] if arguments.like else ""
    criteria = _alike(desk, arguments, alike) if alike else _wishes(desk, arguments)
    view, pool = rank_again(desk, criteria, desk.view if alike else None)
    change = difference(desk.view.criteria, criteria)
    outcome = listed(NAME, turned(desk, view), change, pool)
    if alike:
        outcome.payload["like"] = person_mark(outcome.desk.view, alike)
    return outcome


def _alike(desk: Desk, arguments: SearchArguments, candidate_id: str) -> Criteria:
    held = (
        settle(arguments.criteria, read_by_code=desk.read_by_code)
        if arguments.criteria
        else desk.view.criteria
    )
    person = desk.index.get(desk.tenant, [candidate_id])[candidate_id]
    return (*held, *wishes_like(person, held))[:MOST_WISHES]


def _wishes(desk: Desk, arguments: SearchArguments) -> Criteria:
    if arguments.criteria:
        return settle(arguments.criteria, read_by_code=desk.read_by_code)
    criteria = read_request(arguments.request).criteria
    if not criteria:
        raise ToolError(
            "nothing_asked",
            "I found no wish to search by: name a title, a skill, a place or years of experience.",
        )
    return criteria
