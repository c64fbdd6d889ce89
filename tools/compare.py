"""CompareCandidates: several people side by side, wish by wish, without a winner."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from tools.arguments import CompareArguments
from tools.criteria import Criteria
from tools.desk import Desk, Outcome, ToolError
from tools.people import resolve
from tools.presenting import Row, model_person, quoted, ranked_row, rows, shown_by, spelt
from tools.reasons import between, in_words

NAME = "compare_candidates"


def compare_candidates(desk: Desk, arguments: CompareArguments) -> Outcome:
    """Set two to five people side by side; raises ToolError before a search or for one person."""
    criteria = desk.view.criteria
    if not criteria:
        raise ToolError(
            "no_search_yet", "There is nothing to compare by yet: say what you are looking for."
        )
    ids = resolve(desk, arguments.people)
    if len(ids) < 2:
        raise ToolError(
            "invalid_arguments", "A comparison needs two different people: name another."
        )
    people = rows(desk.index, desk.tenant, desk.view, ids, criteria)
    order = _order(desk, people)
    by_id = {row.person.candidate_id: row for row in people}
    payload = {
        "tool": NAME,
        "people": [_without_rank(model_person(row)) for row in people],
        "table": _table(people, criteria, "ref"),
        "order": [_led(lead, by_id, criteria) for lead in order],
    }
    event = comparison_event(people, criteria, order)
    return Outcome(desk, payload, (event,), f"{len(people)} people")


def comparison_event(
    people: list[Row], criteria: Criteria, order: Sequence[dict[str, Any]] = ()
) -> tuple[str, dict[str, Any]]:
    """Return the event that shows the comparison to doors; `order` says who ranks above whom."""
    shown = [ranked_row(row) for row in people]
    return "comparison", {
        "people": [
            {
                "candidate_id": r.candidate_id,
                "rank": r.rank,
                "name": r.name,
                "headline": r.headline,
                "location": r.location,
                "years_experience": r.years_experience,
            }
            for r in shown
        ],
        "table": _table(people, criteria, "candidate_id"),
        "order": list(order),
    }


def _order(desk: Desk, people: list[Row]) -> list[dict[str, Any]]:
    """Return why the first of the ranked ones stands above each of the others."""
    ranked = sorted((row for row in people if row.rank), key=lambda row: row.rank or 0)
    if len(ranked) < 2:
        return []
    pool = desk.index.search(desk.tenant, desk.view.criteria, desk.pool_size)
    found = (
        between(pool, ranked[0].person.candidate_id, low.person.candidate_id) for low in ranked[1:]
    )
    return [
        {"above": one, "below": two, "because": [msgspec.to_builtins(r) for r in reasons]}
        for one, two, reasons in filter(None, found)
    ]


def _led(lead: Mapping[str, Any], people: Mapping[str, Row], criteria: Criteria) -> dict[str, Any]:
    """Return why one of two people ranks above the other, by their marks and in words alone."""
    above = people[lead["above"]]
    return {
        "above": above.mark,
        "below": people[lead["below"]].mark,
        "because": in_words(lead["because"], shown_by(above, criteria)),
    }


def _table(people: list[Row], criteria: Criteria, key: str) -> list[dict[str, Any]]:
    return [
        {
            **spelt(wish),
            "cells": [
                {
                    key: row.mark if key == "ref" else row.person.candidate_id,
                    "verdict": row.verdicts[at].verdict,
                    "note": row.verdicts[at].note,
                    **quoted(row.verdicts[at]),
                }
                for row in people
            ],
        }
        for at, wish in enumerate(criteria)
    ]


def _without_rank(person: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in person.items() if key != "rank"}
