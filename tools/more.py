"""ShowMore: the next page of the same ranking."""

from __future__ import annotations

import msgspec

from tools.arguments import MoreArguments
from tools.criteria import Change
from tools.desk import Desk, Outcome, ToolError
from tools.listing import listed, turned

NAME = "show_more"


def show_more(desk: Desk, arguments: MoreArguments) -> Outcome:
    """Show the people ranked next; raises ToolError before a search and at the end of the list."""
    view = desk.view
    if not view.search_id:
        raise ToolError(
            "no_search_yet", "There is no list yet: say whom you are looking for first."
        )
    offset = view.offset + len(view.shown)
    shown = view.pool[offset : offset + (arguments.count or desk.page_size)]
    if not shown:
        raise ToolError("no_more", _ended(view.total))
    further = msgspec.structs.replace(view, offset=offset, shown=shown)
    outcome = listed(NAME, turned(desk, further), Change(view.criteria))
    return msgspec.structs.replace(outcome, events=outcome.events[1:])


def _ended(total: int) -> str:
    if not total:
        return "The list is empty: drop a wish to see people."
    return f"That was everybody, {total} in all: drop a wish to see more people."
