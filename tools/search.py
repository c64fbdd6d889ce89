"""SearchCandidates: a new search, which replaces what was asked before."""

from __future__ import annotations

from tools.arguments import SearchArguments
from tools.criteria import Criteria
from tools.desk import Desk, Outcome, ToolError
from tools.listing import difference, listed, rank_again, turned
from tools.request import read_request
from tools.wishes import settle

NAME = "search_candidates"


def search_candidates(desk: Desk, arguments: SearchArguments) -> Outcome:
    """Rank everybody against new wishes; raises ToolError when nothing was wished for."""
    criteria = _wishes(arguments)
    view, pool = rank_again(desk, criteria)
    change = difference(desk.view.criteria, criteria)
    return listed(NAME, turned(desk, view), change, pool)


def _wishes(arguments: SearchArguments) -> Criteria:
    if arguments.criteria:
        return settle(arguments.criteria)
    criteria = read_request(arguments.request).criteria
    if not criteria:
        raise ToolError(
            "nothing_asked",
            "I found no wish to search by: name a title, a skill, a place or years of experience.",
        )
    return criteria
