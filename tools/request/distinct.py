"""Keeps one wish of each kind and value, and none that another one asks for already."""

from __future__ import annotations

from tools.criteria import slot
from tools.request.draft import Found

BEHIND = {"must": 0, "avoid": 0, "nice": 4}
"""How far behind a wish of a weight stands, beside how telling its kind is."""
_ASKED_APART = frozenset({"skill", "certification", "language"})
"""Kinds of which a must may be named again beside its alternatives."""
_COVERS = {("must", "must"), ("must", "nice"), ("nice", "nice"), ("avoid", "avoid")}
"""Weights of a wish and of another that it asks for already."""


def distinct(found: list[Found], *, posting: bool) -> list[Found]:
    """Keep one wish of each kind and value, the weightier and earlier one.

    A skill of a posting keeps its own place: it is required in other words than a duty named it.
    """
    best: dict[str, Found] = {}
    for item in sorted(found, key=lambda f: (f.start, f.end)):
        place = slot(item.criterion)
        held = best.get(place)
        if held is None:
            best[place] = item
        elif BEHIND[item.criterion.weight] < BEHIND[held.criterion.weight]:
            at = item if posting and item.criterion.kind == "skill" else held
            best[place] = item._replace(start=at.start, end=at.end)
    return _without_lesser_years(_without_covered(list(best.values())))


def _without_covered(found: list[Found]) -> list[Found]:
    """Drop a wish that is one of the alternatives of another, unless it weighs otherwise.

    Where a posting lists again as useful what it asks for as alternatives, it says nothing new.
    Of "Python or Go, must have Python" the must is kept: it says more than the alternatives do.
    """
    found = [f for f in found if not _is_met_by_another(f, found)]
    kept = []
    for item in found:
        wish = item.criterion
        covered = any(
            o.criterion.kind == wish.kind
            and wish.value in o.criterion.any_of
            and (o.criterion.weight, wish.weight) in _COVERS
            for o in found
            if o is not item
        )
        if not covered:
            kept.append(item)
    return kept


def _is_met_by_another(item: Found, found: list[Found]) -> bool:
    """Return whether one of some alternatives is a must by itself, not but by the job's name."""
    if item.criterion.weight != "must" or item.criterion.kind not in _ASKED_APART:
        return False
    titles = [f for f in found if f.criterion.kind == "title"]
    alone = (f.criterion for f in found if not any(t.start <= f.start < t.end for t in titles))
    return any(
        c.kind == item.criterion.kind and c.weight == "must" and c.value in item.criterion.any_of
        for c in alone
    )


def _without_lesser_years(found: list[Found]) -> list[Found]:
    """Drop years of all experience that whoever has the other years asked for has anyway."""
    years = [f.criterion for f in found if f.criterion.kind == "min_years"]
    covered = {
        c
        for c in years
        if not c.subject
        and any((o.weight, c.weight) in _COVERS and float(o.value) > float(c.value) for o in years)
    }
    return [f for f in found if f.criterion not in covered]
