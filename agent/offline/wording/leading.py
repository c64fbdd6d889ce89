"""Words how many of a page meet every must, and who comes first on it and why."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from agent.offline.wording.phrases import Public, label, listing, quoted
from agent.offline.wording.unshown import unshown

_TELLING = [
    "certification", "skill", "text", "industry", "title", "language", "min_years", "education",
    "location",
]  # fmt: skip
_SHORT_QUOTE = 130
"""Characters up to which a quote leaves room for a second one."""
_RUN = 3
"""Ranks that follow on each other from which only the first and the last are said."""


def how_many(payload: dict[str, Any]) -> str:
    """Return how many of the people on screen meet every must, and by their ranks which.

    Ranks stand in a sentence of their own: what it says is said of those people.
    """
    musts = payload.get("musts")
    if not musts:
        return ""
    verdicts = payload["rows"][0]["verdicts"]
    what = "it all" if all(v["weight"] == "must" for v in verdicts) else "every must"
    met, shown = len(musts["met"]), musts["shown"]
    if met == shown:
        return f"; the one shown meets {what}" if met == 1 else f"; all shown meet {what}"
    if not met:
        return f"; nobody shown meets {what}"
    which = _ranks([r["rank"] for r in payload["rows"] if r["ref"] in musts["met"]])
    return f". {met} of the {shown} shown {'meets' if met == 1 else 'meet'} {what}: {which}"


def leader(payload: dict[str, Any], role: str = "leads") -> str:
    """Return who comes first, with what shows it, or why they stand above who shows every must."""
    if not payload["rows"]:
        return ""
    row = payload["rows"][0]
    if not any(map(_shows, payload["rows"])):
        return "The résumés shown say nothing of it."
    if (above := (payload.get("musts") or {}).get("above")) is not None:
        return (
            f"#{row['rank']} {row['ref']} {role} even so: {listing(above['because'])}.{_open(row)}"
        )
    best = telling(row["verdicts"])
    if best and len(quoted(best[0])) > _SHORT_QUOTE:
        best = best[:1]
    if not best:
        return f"#{row['rank']} {row['ref']} {role}.{_open(row)}"
    partly = {"partly": "partly "}
    shown = listing([f"{quoted(v)} ({partly.get(v['verdict'], '')}{label(v)})" for v in best])
    return f"#{row['rank']} {row['ref']} {role}: {shown}.{_open(row)}"


def telling(verdicts: Sequence[Public], most: int = 2) -> list[Public]:
    """Return the verdicts whose quotes say most about a person, musts before the rest."""
    carried = [v for v in verdicts if v["quote"] and v["verdict"] in ("met", "partly")]
    wanted = [v for v in carried if v["weight"] != "avoid" and v["kind"] in _TELLING]
    wanted.sort(
        key=lambda v: (v["verdict"] != "met", v["weight"] != "must", _TELLING.index(v["kind"]))
    )
    chosen: list[Public] = []
    for verdict in wanted:
        if all(_begin(verdict) != _begin(c) for c in chosen):
            chosen.append(verdict)
    return chosen[:most]


def _begin(verdict: Public) -> str:
    """Return how a quote begins: of one job the title and the years say little more together."""
    return quoted(verdict).partition(" … ")[0]


def _ranks(ranks: Sequence[int]) -> str:
    """Return ranks in words, runs of them by their ends: "#1 to #4 and #7"."""
    said = []
    for _, run in groupby(enumerate(ranks), key=lambda each: each[1] - each[0]):
        held = [rank for _, rank in run]
        if len(held) >= _RUN:
            said.append(f"#{held[0]} to #{held[-1]}")
        else:
            said += [f"#{rank}" for rank in held]
    return listing(said)


def _shows(row: Public) -> bool:
    """Return whether a row shows a wish, at least in part; with none that could be it may lead."""
    wanted = [v for v in row["verdicts"] if v["weight"] != "avoid"]
    return not wanted or any(v["verdict"] in ("met", "partly") for v in wanted)


def _open(row: Public) -> str:
    """Return which musts the résumé of a row does not show, or shows in part."""
    musts = [v for v in row["verdicts"] if v["weight"] == "must" or v["verdict"] == "met"]
    return "".join(f" {said}" for said in unshown(musts, "Not shown there: ", "or", most=3))
