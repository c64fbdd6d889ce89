"""Puts a ranking on the desk: what the tools that change the list have in common."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from tools.asides import asides
from tools.criteria import Change, Criteria, meant
from tools.desk import Desk, Outcome, View
from tools.elsewhere import elsewhere
from tools.narrowing import EVERY, list_id, narrowed, settings
from tools.presenting import model_row, public, ranked_row, rows
from tools.results import Pool
from tools.standing import standing
from tools.wording import counted

MOST_PAST = 20
"""Former views kept for undo."""
_MOST_RELAXED = 3

Event = tuple[str, dict[str, Any]]


def rank_again(desk: Desk, criteria: Criteria, kept: View | None = None) -> tuple[View, Pool]:
    """Return the first page of everybody ranked by `criteria`, and the ranking itself.

    Whom the settings of `kept` leave out is not on the list.
    """
    pool, kept = _pool(desk, criteria), kept or View()
    left = narrowed(desk, pool, kept.only, kept.hidden)
    known = {EVERY, *(wish.id for wish in criteria if wish.weight == "must")}
    only = tuple(each for each in kept.only if each in known)
    view = View(
        criteria=criteria,
        search_id=list_id(pool.search_id, only, kept.hidden),
        total=len(left.ids),
        pool=left.ids,
        scores=left.scores,
        shown=left.ids[: desk.page_size],
        ranked=len(pool.ids),
        only=only,
        hidden=kept.hidden,
    )
    return view, msgspec.structs.replace(pool, excluded=pool.excluded | left.excluded)


def turned(desk: Desk, view: View) -> Desk:
    """Return the desk with another view on it; the present one can be taken back."""
    past = (*desk.past, remembered(desk.view))[-MOST_PAST:]
    discussed = desk.discussed if desk.discussed in view.pool else ""
    return msgspec.structs.replace(desk, view=view, past=past, undone=(), discussed=discussed)


def remembered(view: View) -> View:
    """Return a view without its pool, which the same search brings back."""
    return msgspec.structs.replace(view, pool=(), scores=())


def listed(tool: str, desk: Desk, change: Change, pool: Pool | None = None) -> Outcome:
    """Return the outcome that shows the desk's page: payload, criteria and candidates events.

    `pool` is the ranking the page is of, where it was just made.
    """
    view = desk.view
    page = rows(desk.index, desk.tenant, view, view.shown, view.criteria)
    wishes = criteria_event(change, settings(view))
    payload = {
        "tool": tool,
        "total": view.total,
        "offset": view.offset,
        "rows": [model_row(row, view.criteria) for row in page],
        **wishes[1],
        **standing(page, view.criteria, lambda: pool or _pool(desk, view.criteria)),
        **_exclusions(desk, pool),
        **_elsewhere(desk),
        **_bound(desk),
    }
    shown = [ranked_row(row, view.criteria).public() for row in page]
    candidates = candidates_event(view, shown)
    events = (wishes, candidates)
    return Outcome(
        desk, payload, events, f"{counted(view.total, 'person', 'people')}, {len(page)} shown"
    )


def criteria_event(change: Change, set_: Sequence[dict[str, str]] = ()) -> Event:
    """Return the event that shows the wishes, what became of them, and what else is weighed.

    `set_` are the settings that leave people out of the list.
    """
    return "criteria", {
        "criteria": public(change.criteria),
        "added": public(change.added),
        "removed": public(change.removed),
        "weighs": list(asides(change.criteria)),
        "settings": list(set_),
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
    """Say of how many the ranking keeps only the nearest, or that there is nobody to rank."""
    ranked = max(desk.view.ranked, desk.view.total)
    if 0 < ranked < desk.pool_size:
        return {}
    everybody = desk.index.count(desk.tenant)
    if not everybody:
        return {"nobody_yet": True}
    return {"nearest_of": everybody} if 0 < ranked < everybody else {}


def _elsewhere(desk: Desk) -> dict[str, Any]:
    found = elsewhere(desk.index, desk.tenant, desk.view.criteria, desk.view.pool)
    return {"elsewhere": msgspec.to_builtins(found)} if found else {}


def _exclusions(desk: Desk, pool: Pool | None) -> dict[str, Any]:
    """Say which wish put out how many, the strictest first, and what to relax on an empty list.

    Of wishes that are insisted on those are relaxed which alone put somebody out.
    """
    view, excluded = desk.view, pool.excluded if pool else {}
    values = {wish.id: wish.value for wish in view.criteria}
    counted = sorted(((i, n) for i, n in excluded.items() if n), key=lambda e: (-e[1], e[0]))
    return {
        "excluded": [
            {"criterion": i, "value": values.get(i, i), "count": count} for i, count in counted
        ],
        "relax": _relaxed(desk, pool, [i for i, _ in counted]) if not view.total else [],
    }


def _relaxed(desk: Desk, pool: Pool | None, strictest: Sequence[str]) -> Sequence[str]:
    if pool is None or not desk.view.ranked:
        return strictest[:_MOST_RELAXED]
    alone = narrowed(desk, pool, desk.view.only, desk.view.hidden).alone
    return sorted(alone, key=lambda wish: (-alone[wish], wish))[:_MOST_RELAXED]
