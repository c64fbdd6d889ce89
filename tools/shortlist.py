"""UpdateShortlist: the people the recruiter keeps."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from tools.arguments import ShortlistArguments
from tools.desk import Desk, Outcome, ToolError
from tools.people import person_mark, resolve
from tools.presenting import shown_name

NAME = "update_shortlist"
MOST_KEPT = 200
"""People a shortlist may hold."""


def update_shortlist(desk: Desk, arguments: ShortlistArguments) -> Outcome:
    """Put people on the shortlist or take them off; with neither, show it.

    Raises ToolError for somebody who is not there, or when the shortlist is full.
    """
    add, remove = resolve(desk, arguments.add), resolve(desk, arguments.remove)
    added = [i for i in add if i not in desk.shortlist]
    removed = [i for i in remove if i in desk.shortlist]
    already = [i for i in add if i in desk.shortlist] + [i for i in remove if i not in removed]
    kept = [i for i in (*desk.shortlist, *added) if i not in removed]
    if len(kept) > MOST_KEPT:
        raise ToolError(
            "shortlist_full", f"A shortlist holds {MOST_KEPT} people: take somebody off first."
        )
    touched = [*added, *removed]
    discussed = touched[0] if len(touched) == 1 else desk.discussed
    after = msgspec.structs.replace(desk, shortlist=tuple(kept), discussed=discussed)
    outcome = _outcome(after, added, removed, already)
    return _exported(outcome) if arguments.export and kept else outcome


def shortlist_event(
    desk: Desk, added: Sequence[str] = (), removed: Sequence[str] = ()
) -> tuple[str, dict[str, Any]]:
    """Return the event that shows the shortlist to doors."""
    people = desk.index.get(desk.tenant, desk.shortlist)
    return "shortlist", {
        "shortlist": [
            {
                "candidate_id": i,
                "name": shown_name(people[i]),
                "headline": people[i].profile.headline,
            }
            for i in desk.shortlist
            if i in people
        ],
        "added": list(added),
        "removed": list(removed),
    }


def _exported(outcome: Outcome) -> Outcome:
    """Return the outcome with word to the doors, and to who words it, that it is taken along."""
    ((name, event),) = outcome.events
    return msgspec.structs.replace(
        outcome,
        payload=outcome.payload | {"export": "a CSV file, which is handed out beside your answer"},
        events=((name, event | {"export": True}),),
    )


def _outcome(desk: Desk, added: list[str], removed: list[str], already: list[str]) -> Outcome:
    people = desk.index.get(desk.tenant, desk.shortlist)

    def marks(ids: Sequence[str]) -> list[str]:
        return [person_mark(desk.view, i) for i in ids]

    payload = {
        "tool": NAME,
        "shortlist": [
            {"ref": person_mark(desk.view, i), "headline": people[i].profile.headline}
            for i in desk.shortlist
            if i in people
        ],
        "added": marks(added),
        "removed": marks(removed),
        "already": marks(already),
    }
    event = shortlist_event(desk, added, removed)
    return Outcome(desk, payload, (event,), f"{len(desk.shortlist)} on the shortlist")
