"""Puts a ranking on the desk: what the tools that change the list have in common."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from tools.asides import asides
from tools.criteria import Change, Criteria, meant
from tools.desk import Desk, Outcome, View
from tools.presenting import Row, model_row, public, ranked_row, rows
from tools.results import Pool
from tools.standing import standing
from tools.wording import counted

MOST_PAST = 20
"""Former views kept for undo."""
_MOST_RELAXED = 3

Event = tuple[str, dict[str, Any]]


def rank_again(desk: Desk, criteria: Criteria) -> tuple[View, Pool]:
    """Return the first page of everybody ranked by `criteria`, and the ranking itself."""
    pool = _pool(desk, criteria)
    view = View(
        criteria=criteria,
        search_id=pool.search_id,
        total=len(pool.ids),
        pool=pool.ids,
        scores=pool.scores,
        shown=pool.ids[: desk.page_size],
    )
    return view, pool


def turned(desk: Desk, view: View) -> Desk:
    """Return the desk with another view on it; the present one can be taken back."""
    past = (*desk.past, remembered(desk.view))[-MOST_PAST:]
    discussed = desk.discussed if desk.discussed in view.pool else ""
    return msgspec.structs.replace(desk, view=view, past=past, discussed=discussed)


def remembered(view: View) -> View:
    """Return a view without its pool, which the same search brings back."""
    return msgspec.structs.replace(view, pool=(), scores=())


def listed(tool: str, desk: Desk, change: Change, pool: Pool | None = None) -> Outcome:
    """Return the outcome that shows the desk's page: payload, criteria and candidates events.

    `pool` is the ranking the page is of, where it was just made.
    """
    view = desk.view
    page = rows(desk.index, desk.tenant, view, view.shown, view.criteria)
    wishes = criteria_event(change)
    payload = {
        "tool": tool,
        "total": view.total,
        "offset": view.offset,
        "rows": [model_row(row, view.criteria) for row in page],
        **wishes[1],
        **standing(page, view.criteria, lambda: pool or _pool(desk, view.criteria)),
        **_exclusions(view, pool.excluded if pool else {}),
        **_beyond(desk, page),
        **_bound(desk),
    }
    shown = [ranked_row(row, view.criteria).public() for row in page]
    candidates = candidates_event(view, shown)
    events = (wishes, candidates)
    return Outcome(
        desk, payload, events, f"{counted(view.total, 'person', 'people')}, {len(page)} shown"
    )


def criteria_event(change: Change) -> Event:
    """Return the event that shows the wishes, what became of them, and what else is weighed."""
    return "criteria", {
        "criteria": public(change.criteria),
        "added": public(change.added),
        "removed": public(change.removed),
        "weighs": list(asides(change.criteria)),
    }


def candidates_event(view: View, shown: list[dict[str, Any]]) -> Event:
    """Return the event that shows a page of the list."""
    return "candidates", {
        "search_id": view.search_id,
        "total": view.total,
        "offset": view.offset,
        "shown": shown,
    }


def difference(before: Criteria, after: Criteria) -> Change:
    """Return what is new in `after` and what of `before` is gone."""
    return Change(
        criteria=after,
        added=tuple(c for c in after if meant(c) not in map(meant, before)),
        removed=tuple(c for c in before if meant(c) not in map(meant, after)),
    )


def _pool(desk: Desk, criteria: Criteria) -> Pool:
    return desk.index.search(desk.tenant, criteria, desk.pool_size)


def _bound(desk: Desk) -> dict[str, Any]:
    """Say of how many the ranking keeps only the nearest, where it ends at its limit."""
    if desk.view.total < desk.pool_size:
        return {}
    everybody = desk.index.count(desk.tenant)
    return {"nearest_of": everybody} if everybody > desk.view.total else {}


def _beyond(desk: Desk, page: Sequence[Row]) -> dict[str, Any]:
    """Say who would lead without the place, where nobody on the page shows the title sought."""
    wishes = desk.view.criteria
    places = [c for c in wishes if c.kind == "location" and c.weight == "must"]
    sought = [at for at, c in enumerate(wishes) if c.kind == "title" and c.weight == "must"]
    if not places or not sought or any(_shows(row, sought) for row in page):
        return {}
    anywhere = tuple(c for c in wishes if c not in places)
    view, _ = rank_again(desk, anywhere)
    first = rows(desk.index, desk.tenant, view, view.shown, wishes)
    count = sum(_shows(row, sought) for row in first)
    return (
        {"beyond": {"criterion": places[0].id, "count": count, "of": len(first)}} if count else {}
    )


def _shows(row: Row, wishes: Sequence[int]) -> bool:
    return all(row.verdicts[at].verdict in ("met", "partly") for at in wishes)


def _exclusions(view: View, excluded: Mapping[str, int]) -> dict[str, Any]:
    """Say which wish put out how many, the strictest first, and what to relax on an empty list."""
    values = {wish.id: wish.value for wish in view.criteria}
    counted = sorted(((i, n) for i, n in excluded.items() if n), key=lambda e: (-e[1], e[0]))
    return {
        "excluded": [
            {"criterion": i, "value": values.get(i, i), "count": count} for i, count in counted
        ],
        "relax": [i for i, _ in counted[:_MOST_RELAXED]] if not view.total else [],
    }
