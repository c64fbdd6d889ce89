"""Turns events into frames without résumé text for keeping, and frames into events for showing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import msgspec

from agent.events import Event
from tools.compare import comparison_event
from tools.criteria import Criteria, Criterion
from tools.desk import Desk, View
from tools.explain import explain, explanation_event
from tools.index.base import CandidateIndex
from tools.people.placeholders import marked_ids
from tools.presenting import ranked_row, rows
from tools.shortlist import shortlist_event

Frame = dict[str, Any]
Shown = dict[str, Any]


def frames_of(events: Sequence[Event], criteria: list[dict[str, Any]]) -> list[Frame]:
    """Return what must be kept of a turn to show it again; `criteria` are those it ended with."""
    frames: list[Frame] = []
    asked = next((e.data["criteria"] for e in events if e.name == "criteria"), criteria)
    for event in events:
        if event.name == "criteria":
            asked = event.data["criteria"]
        keep = _KEEP.get(event.name)
        if keep:
            frames.append({"name": event.name, **keep(event.data, asked)})
    return frames


def people_of(events: Sequence[Event], answer: str) -> dict[str, bool]:
    """Return everybody a turn showed → whether its answer names or quotes them."""
    people: dict[str, bool] = {}
    for event in events:
        for row in _rows_of(event):
            quoted = any(quote in answer for quote in _quotes(row))
            people[row["candidate_id"]] = people.get(row["candidate_id"], False) or quoted
    return people | dict.fromkeys(marked_ids(answer, ()), True)


def events_of(frames: Sequence[Frame], index: CandidateIndex, tenant: str) -> list[Shown]:
    """Return the events of a kept turn, judged again; people who were removed are left out."""
    shown: list[Shown] = []
    for frame in frames:
        data = {key: value for key, value in frame.items() if key != "name"}
        show = _SHOW.get(frame["name"])
        shown += [
            {"name": name, "data": again}
            for name, again in (show(data, index, tenant) if show else ())
        ]
    return shown


def _keep_candidates(data: Mapping[str, Any], criteria: list[dict[str, Any]]) -> Frame:
    kept = {key: value for key, value in data.items() if key != "shown"}
    shown = [{k: row[k] for k in ("candidate_id", "rank", "score")} for row in data["shown"]]
    return {**kept, "criteria": data.get("asked", criteria), "shown": shown}


def _keep_people(shown: Sequence[Mapping[str, Any]], criteria: list[dict[str, Any]]) -> Frame:
    people = [{"candidate_id": each["candidate_id"], "rank": each["rank"]} for each in shown]
    return {"people": people, "criteria": criteria}


def _keep_shortlist(data: Mapping[str, Any], _: list[dict[str, Any]]) -> Frame:
    ids = [person["candidate_id"] for person in data["shortlist"]]
    return {**data, "shortlist": ids}


_KEEP: dict[str, Callable[[Mapping[str, Any], list[dict[str, Any]]], Frame]] = {
    "criteria": lambda data, _: dict(data),
    "candidates": _keep_candidates,
    "explanation": lambda data, criteria: _keep_people([data], criteria),
    "comparison": lambda data, criteria: _keep_people(data["people"], criteria),
    "shortlist": _keep_shortlist,
}

Again = list[tuple[str, dict[str, Any]]]


def _show_candidates(data: Frame, index: CandidateIndex, tenant: str) -> Again:
    criteria = _criteria(data)
    places = {row["candidate_id"]: row for row in data["shown"]}
    people = rows(index, tenant, View(), list(places), criteria)
    shown = []
    listed = () if data.get("among") else criteria
    for row in people:
        kept = places[row.person.candidate_id]
        shown.append(
            ranked_row(row, listed).public() | {"rank": kept["rank"], "score": kept["score"]}
        )
    return [("candidates", {k: v for k, v in data.items() if k != "criteria"} | {"shown": shown})]


def _show_explanation(data: Frame, index: CandidateIndex, tenant: str) -> Again:
    ranks = {person["candidate_id"]: person["rank"] for person in data["people"]}
    people = index.get(tenant, list(ranks))
    criteria = _criteria(data)
    return [explanation_event(explain(person, criteria, ranks[i])) for i, person in people.items()]


def _show_comparison(data: Frame, index: CandidateIndex, tenant: str) -> Again:
    ranks = {person["candidate_id"]: person["rank"] for person in data["people"]}
    criteria = _criteria(data)
    name, event = comparison_event(rows(index, tenant, View(), list(ranks), criteria), criteria)
    for person in event["people"]:
        person["rank"] = ranks[person["candidate_id"]]
    return [(name, event)]


def _show_shortlist(data: Frame, index: CandidateIndex, tenant: str) -> Again:
    desk = Desk(tenant=tenant, index=index, shortlist=tuple(data["shortlist"]))
    name, event = shortlist_event(desk, data["added"], data["removed"])
    return [(name, data | event)]


_SHOW: dict[str, Callable[[Frame, CandidateIndex, str], Again]] = {
    "criteria": lambda data, _, __: [("criteria", data)],
    "candidates": _show_candidates,
    "explanation": _show_explanation,
    "comparison": _show_comparison,
    "shortlist": _show_shortlist,
}


def _criteria(data: Frame) -> Criteria:
    return tuple(
        msgspec.convert({k: v for k, v in wish.items() if k != "id"}, Criterion)
        for wish in data.get("criteria", ())
    )


def _rows_of(event: Event) -> list[dict[str, Any]]:
    if event.name == "candidates":
        return list(event.data["shown"])
    if event.name == "explanation":
        return [event.data]
    if event.name == "comparison":
        cells = [cell for line in event.data["table"] for cell in line["cells"]]
        return [*event.data["people"], *({**c, "verdicts": [c]} for c in cells)]
    return list(event.data["shortlist"]) if event.name == "shortlist" else []


def _quotes(row: Mapping[str, Any]) -> list[str]:
    verdicts = row.get("verdicts", [])
    quotes = [v.get("quote") for v in verdicts]
    quotes += [e["quote"] for v in verdicts for e in v.get("evidence", ())]
    return [quote for quote in quotes if quote]
