"""Undo and StartOver: the former list comes back, or the desk is cleared."""

from __future__ import annotations

import msgspec

from tools.arguments import StartOverArguments, UndoArguments
from tools.criteria import Change
from tools.desk import Desk, Outcome, ToolError, View
from tools.listing import difference, listed, rank_again, remembered, turned
from tools.narrowing import told
from tools.results import Pool

UNDO = "undo"
START_OVER = "start_over"
_NO_UNDO = ("nothing_to_undo", "There is nothing to take back yet.")
_NO_REDO = ("nothing_to_redo", "There is nothing to bring back: nothing was taken back just now.")


def undo(desk: Desk, arguments: UndoArguments) -> Outcome:
    """Bring back a former view, or one that an undo took away, by searching for it again.

    Raises ToolError when there is none.
    """
    line, at = (*desk.past, remembered(desk.view), *desk.undone), len(desk.past)
    to = at + arguments.steps if arguments.redo else at - arguments.steps
    to = max(0, min(to, len(line) - 1))
    if to == at:
        raise ToolError(*(_NO_REDO if arguments.redo else _NO_UNDO))
    view, pool = (View(), None) if not line[to].search_id else _again(desk, line[to])
    discussed = desk.discussed if desk.discussed in view.pool else ""
    back = msgspec.structs.replace(
        desk, view=view, past=line[:to], undone=line[to + 1 :], discussed=discussed
    )
    outcome = listed(UNDO, back, difference(desk.view.criteria, view.criteria), pool)
    outcome.payload["narrowing"] = told(back, desk.view)
    outcome.payload["redo"] = arguments.redo
    return outcome


def start_over(desk: Desk, _: StartOverArguments) -> Outcome:
    """Clear wishes and list; the shortlist stays, and undo brings the list back."""
    removed = desk.view.criteria
    cleared = desk if not desk.view.search_id else turned(desk, View())
    cleared = msgspec.structs.replace(cleared, discussed="")
    return listed(START_OVER, cleared, Change((), removed=removed))


def _again(desk: Desk, former: View) -> tuple[View, Pool]:
    view, pool = rank_again(desk, former.criteria, former)
    shown = view.pool[former.offset : former.offset + len(former.shown)]
    return msgspec.structs.replace(view, offset=former.offset, shown=shown), pool
