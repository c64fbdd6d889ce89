"""Says who of a page shows every must, and why one who does not stands above them all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import msgspec

from tools.criteria import Criteria
from tools.desk import Desk
from tools.people.placeholders import person_mark
from tools.presenting import Row, musts_of, shown_by
from tools.reasons import between, in_words
from tools.results import Pool

_MOST_SAID = 2
"""Leads that a short line has room for."""


def standing(
    page: Sequence[Row], criteria: Criteria, pool: Callable[[], Pool]
) -> dict[str, dict[str, Any]]:
    """Return, as `musts`, how many of a page show every must and by which marks they are known.

    `above` says why the first of the page stands above the first of them, where it shows less;
    only for that `pool` is asked for the marks of the ranking.
    """
    counted = [(row, musts) for row in page if (musts := musts_of(row, criteria))]
    if not counted:
        return {}
    met = [row for row, musts in counted if musts.all_met]
    told: dict[str, Any] = {"met": [row.mark for row in met], "shown": len(counted)}
    if (
        met
        and met[0] is not page[0]
        and (because := _leads(page[0], _id(met[0]), criteria, pool()))
    ):
        told["above"] = {"above": page[0].mark, "below": met[0].mark, "because": because}
    return {"musts": told}


def above_the_next(desk: Desk, row: Row, criteria: Criteria) -> dict[str, Any]:
    """Return, as `above`, why somebody ranks above the next of the list; nothing for the last."""
    if row.rank is None or row.rank >= len(desk.view.pool):
        return {}
    pool = desk.index.search(desk.tenant, criteria, desk.pool_size)
    below = desk.view.pool[row.rank]
    because = _leads(row, below, criteria, pool)
    mark = person_mark(desk.view, below, row.rank)
    return {"above": {"above": row.mark, "below": mark, "because": because}} if because else {}


def _id(row: Row) -> str:
    return row.person.candidate_id


def _leads(high: Row, low: str, criteria: Criteria, pool: Pool) -> list[str]:
    """Return in words where one person leads another by the marks of the ranking."""
    found = between(pool, _id(high), low)
    leads = [msgspec.to_builtins(lead) for lead in found[2]] if found else []
    return in_words(leads, shown_by(high, criteria))[:_MOST_SAID]
