"""Undo and StartOver: the former list comes back, or the desk is cleared."""

from __future__ import annotations

import msgspec

from tools.arguments import StartOverArguments, UndoArguments
from tools.criteria import Change
from tools.desk import Desk, Outcome, ToolError, View
from tools.listing import difference, listed, rank_again, turned
from tools.results import Pool

UNDO = "undo"
START_OVER = "start_over"


def undo(desk: Desk, arguments: UndoArguments) -> Outcome:
    """Bring back a former view by searching for it again; raises ToolError when there is none."""
    if not desk.past:
        raise ToolError("nothing_to_undo", "There is nothing to take back yet.")
    steps = min(arguments.steps, len(desk.past))
    former = desk.past[-steps]
    view, pool = (View(), None) if not former.search_id else _again(desk, former)
    change = difference(desk.view.criteria, view.criteria)
    discussed = desk.discussed if desk.discussed in view.pool else ""
    back = msgspec.structs.replace(desk, view=view, past=desk.past[:-steps], discussed=discussed)
    return listed(UNDO, back, change, pool)


def start_over(desk: Desk, _: StartOverArguments) -> Outcome:
    """Clear wishes and list; the shortlist stays, and undo brings the list back."""
    removed = desk.view.criteria
    cleared = desk if not desk.view.search_id else turned(desk, View())
    cleared = msgspec.structs.replace(cleared, discussed="")
    return listed(START_OVER, cleared, Change((), removed=removed))


def _again(desk: Desk, former: View) -> tuple[View, Pool]:
    view, pool = rank_again(desk, former.criteria)
    shown = view.pool[former.offset : former.offset + len(former.shown)]
    return msgspec.structs.replace(view, offset=former.offset, shown=shown), pool
