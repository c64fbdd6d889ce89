"""Fits new wishes among those on the desk: what each joins, and what it takes the place of."""

from __future__ import annotations

import re

import msgspec

from agent.offline.in_place import IN_PLACE, nearest
from agent.offline.phrasebook import phrasebook
from agent.offline.reading import wishes
from agent.offline.situation import Situation
from agent.offline.wishes import either, same_role
from tools.criteria import Criteria, Criterion, Kind
from tools.request import tools_of_titles
from tools.vocabulary.titles import canonical_title

_SAID = phrasebook("fitting")

_I = re.IGNORECASE
_ADDS = re.compile(r"\b(?:also|too|as well|widen|expand|extend|add|include|including|plus)\b", _I)
"""What says that alternatives join the wish there is: "widen to Austria or Switzerland"."""
_ASKS_INSTEAD = re.compile(r"^\W*and (?:what about |how about )?(?:in|for|near|around) .*\?$", _I)
_ALONE: tuple[Kind, ...] = ("title", "location", "education")
_FIELDS: tuple[Kind, ...] = ("industry", "text")
LISTED: tuple[Kind, ...] = ("skill", "language", "certification", "industry", "text")


def fit(now: Situation, text: str, said: Criteria) -> tuple[Criteria, list[str]]:
    """Return the wishes as they join the current ones, and the ids they take the place of."""
    add: list[Criterion] = []
    replaced: list[str] = []
    for wish in said:
        fitted, gone = _fit_one(now, text, wish)
        add.append(fitted)
        replaced.extend(i for i in gone if i != fitted.id)
    return tuple(dict.fromkeys(add)), replaced


def _fit_one(now: Situation, text: str, wish: Criterion) -> tuple[Criterion, list[str]]:
    alike = [c for c in now.criteria if c.kind == wish.kind]
    known = next((c for c in alike if set(wish.values) <= set(c.values)), None)
    widened = [c.id for c in alike if c.weight == wish.weight and set(c.values) < set(wish.values)]
    if widened and wish.kind in LISTED:
        return wish, widened
    one_of = known and len(wish.values) < len(known.values)
    if known and one_of and wish.weight == known.weight == "must" and _SAID["insists"].search(text):
        return wish, [known.id]
    if known and wish.weight != known.weight and len(wish.values) == len(known.values):
        return msgspec.structs.replace(known, weight=wish.weight), []
    if known and known.id == wish.id:
        return _filled(wish, known), []
    if wish.weight == "avoid":
        return _fit_unwanted(wish, alike)
    if wish.kind in _ALONE:
        return _fit_alone(text, wish, [c for c in alike if c.weight != "avoid"])
    chosen = _chosen_from(now, text, wish, alike)
    if chosen is not None:
        return either(chosen, wish), [chosen.id]
    if wish.kind in LISTED and _corrects(text):
        return wish, _last_said(now, text, wish, alike) or _akin(now, text, wish, alike)
    return wish, []


def _chosen_from(
    now: Situation, text: str, wish: Criterion, alike: list[Criterion]
) -> Criterion | None:
    """Return the wish beside which another will do as well: "or Go", "French is ok too".

    The tools of a job that is sought beside another are as much a choice as the two jobs.
    """
    musts = [c for c in alike if c.weight == "must"]
    if wish.kind not in LISTED or not musts:
        return None
    if re.match(r"^\W*or\b", text, _I) or (_SAID["fine"].search(text) and _ADDS.search(text)):
        return musts[-1]
    jobs = " ".join(str(c.value) for c in now.criteria if c.kind == "title")
    if (
        wish.kind == "skill"
        and _ADDS.search(text)
        and set(wish.values) & set(tools_of_titles(text))
    ):
        held = set(tools_of_titles(jobs))
        return next((c for c in musts if held & set(c.values)), None)
    return None


def _fit_alone(text: str, wish: Criterion, alike: list[Criterion]) -> tuple[Criterion, list[str]]:
    """Return a wish of a kind of which there is one: it replaces its like unless both may stand."""
    if not alike or (wish.weight == "nice" and not _SAID["fine"].search(text)):
        return wish, []
    if any(c.weight == "must" and set(c.values) < set(wish.values) for c in alike):
        wish = msgspec.structs.replace(wish, weight="must")  # a wider choice weighs what it did
    related = wish.kind == "title" and _one_job(str(alike[-1].value), str(wish.value))
    if (
        _SAID["wider"].search(text)
        and not (_corrects(text) or _ASKS_INSTEAD.match(text))
        and (not wish.any_of or _ADDS.search(text))
        and not related
    ):
        return either(alike[-1], wish), [alike[-1].id]
    return wish, [c.id for c in alike if c.weight == "must" or c is alike[-1]]


def _one_job(one: str, other: str) -> bool:
    """Return whether two titles are one job said more or less closely, and no two to choose from.

    "Python Developer" beside "Ruby Developer" is another; "Senior Chef" beside "Chef" is not.
    """
    names = canonical_title(one), canonical_title(other)
    apart = None not in names and names[0] != names[1] and not _within(one, other)
    return same_role(one, other) and not apart


def _within(one: str, other: str) -> bool:
    left, right = one.casefold(), other.casefold()
    return left in right or right in left


def _fit_unwanted(wish: Criterion, alike: list[Criterion]) -> tuple[Criterion, list[str]]:
    """Return the alternatives that stay where one of several is no longer wanted."""
    for held in alike:
        rest = tuple(v for v in held.any_of if v not in wish.values)
        if held.any_of and len(rest) < len(held.any_of) and rest:
            return held.of(rest), [held.id]
    return wish, []


def _filled(wish: Criterion, known: Criterion) -> Criterion:
    level = wish.level or known.level
    radius = wish.radius_km if wish.radius_km is not None else known.radius_km
    # Said again in other words it is the same wish, and the list must stay as it is.
    return msgspec.structs.replace(
        wish, level=level, radius_km=radius, said=known.said, phrase=known.phrase
    )


def _corrects(text: str) -> bool:
    return bool(_SAID["corrects"].search(text)) and not re.search(
        r"\b(?:also|too|as well|add)\b", text, _I
    )


def _akin(now: Situation, text: str, wish: Criterion, alike: list[Criterion]) -> list[str]:
    """Return the last wish in words for a field of work, which another field takes the place of.

    "Heavy civil instead" of "commercial" names an industry, where no vocabulary knew the other.
    """
    if alike or wish.kind not in _FIELDS or not IN_PLACE.search(text):
        return []
    akin = [c for c in now.criteria if c.kind in _FIELDS and c.weight == wish.weight]
    return [akin[-1].id] if akin else []


def _last_said(now: Situation, text: str, wish: Criterion, alike: list[Criterion]) -> list[str]:
    """Return the wish a correction replaces: the likest of its kind in the previous message.

    "CPA instead" replaces the only certificate there is, whenever it was asked for.
    """
    values = {v for c in wishes(now.asked) for v in c.values}
    said = [c for c in alike if values & set(c.values) and c.id != wish.id]
    if not said and IN_PLACE.search(text):
        said = [c for c in alike if c.weight == "must" and c.id != wish.id]
        said = said if len(said) == 1 else []
    return [nearest(wish, said).id] if said else []
