"""Leaves people out of a ranked list: who misses what is insisted on, and whom a recruiter hid."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from typing import Any

import msgspec

from tools.criteria import Change, Criteria
from tools.desk import Desk, ToolError, View
from tools.people.placeholders import person_mark
from tools.presenting import rows
from tools.results import Pool
from tools.wishes import chosen
from tools.wording import counted, phrase

EVERY = "every must"
"""What stands for all musts there are, and those still to come."""
HIDDEN = "hidden"
MOST_HIDDEN = 200
"""People who may be left out of a list one by one."""


class Left(msgspec.Struct, frozen=True):
    """Who is left of a ranking, as its ids and scores.

    `excluded` counts by wish whom it puts out, `alone` whom it puts out and no other wish does.
    """

    ids: tuple[str, ...]
    scores: tuple[float, ...]
    excluded: dict[str, int] = {}
    alone: dict[str, int] = {}


def narrowed(desk: Desk, pool: Pool, only: Sequence[str], hidden: Sequence[str]) -> Left:
    """Return, in the same order, who of a ranking shows all insisted on and is not hidden."""
    insisted = insisted_on(pool.criteria, only)
    out = set(hidden)
    excluded, alone = Counter[str](), Counter[str]()
    for row in rows(desk.index, desk.tenant, View(), pool.ids, insisted) if insisted else ():
        missed = [verdict.criterion for verdict in row.verdicts if verdict.verdict != "met"]
        excluded.update(missed)
        alone.update(missed if len(missed) == 1 else ())
        if missed:
            out.add(row.person.candidate_id)
    kept = [at for at, candidate_id in enumerate(pool.ids) if candidate_id not in out]
    return Left(
        tuple(pool.ids[at] for at in kept),
        tuple(pool.scores[at] for at in kept),
        dict(excluded),
        dict(alone),
    )


def list_id(search_id: str, only: Sequence[str], hidden: Sequence[str]) -> str:
    """Return the name of a list, another one for each way a ranking is narrowed."""
    if not only and not hidden:
        return search_id
    told = "\0".join((search_id, *only, "", *hidden))
    return blake2b(told.encode(), digest_size=8).hexdigest()


def insisted_on(criteria: Criteria, only: Sequence[str]) -> Criteria:
    """Return the musts that whoever is listed has to show."""
    musts = (wish for wish in criteria if wish.weight == "must")
    return tuple(wish for wish in musts if EVERY in only or wish.id in only)


def settings(view: View) -> list[dict[str, str]]:
    """Return, each by id and in words, what leaves people out of a list: chips of every door."""
    return [{"id": name, "words": words} for name, words in _settings(view)]


def _settings(view: View) -> Iterator[tuple[str, str]]:
    if EVERY in view.only:
        yield f"only:{EVERY}", f"only who meets {EVERY}"
    else:
        for wish in insisted_on(view.criteria, view.only):
            yield f"only:{wish.id}", f"only: {phrase(wish)}"
    if view.hidden:
        yield HIDDEN, f"{counted(len(view.hidden), 'person', 'people')} hidden"


def dropped(view: View, names: Sequence[str]) -> tuple[View, list[str]]:
    """Return a view without the settings that are named, and the names that name none.

    A name is the id or the words of a setting, or somebody hidden.
    """
    only, hidden, others = view.only, view.hidden, list[str]()
    known = {name.casefold(): key for key, words in _settings(view) for name in (key, words)}
    for name in names:
        key, person = known.get(name.strip().casefold()), name.strip("⟨⟩@ ")
        if key == HIDDEN:
            hidden = ()
        elif key:
            only = tuple(each for each in only if f"only:{each}" != key)
        elif person in hidden:
            hidden = tuple(each for each in hidden if each != person)
        else:
            others.append(name)
    return msgspec.structs.replace(view, only=only, hidden=hidden), others


def narrowing(view: View, change: Change, only: Sequence[str], hide: Sequence[str]) -> View:
    """Return a view that leaves out whoever misses further wishes, and further people.

    What takes the place of a wish is insisted on as that was. Raises ToolError for a wish that is
    none, and where too many would be hidden.
    """
    criteria = change.criteria
    named, _, strange = chosen(criteria, [each for each in only if each != EVERY])
    if strange:
        raise ToolError(
            "unknown_criterion",
            f"“{strange[0][:60]}” is not among the wishes, so nobody can be left out for it: "
            f"add it too, or say “{EVERY}”.",
        )
    if EVERY in only and not insisted_on(criteria, only):
        raise ToolError(
            "no_musts",
            "Nothing is a must yet, which somebody could miss: make a wish a must first.",
        )
    every = EVERY in only or EVERY in view.only
    held = (heir for each in view.only for heir in _heirs(each, change))
    insisted = (EVERY,) if every else (*held, *(wish.id for wish in named))
    hidden = tuple(dict.fromkeys((*view.hidden, *hide)))
    if len(hidden) > MOST_HIDDEN:
        raise ToolError(
            "too_many_hidden", f"{MOST_HIDDEN} people at most can be hidden: name a wish instead."
        )
    return msgspec.structs.replace(view, only=tuple(dict.fromkeys(insisted)), hidden=hidden)


def _heirs(name: str, change: Change) -> list[str]:
    """Return the id of a wish, or of the one of its kind that came as it went."""
    gone = [wish.kind for wish in change.removed if wish.id == name]
    came = [wish.id for wish in change.added if wish.kind in gone]
    return came if len(came) == 1 else [name]


def told(desk: Desk, before: View) -> dict[str, Any]:
    """Return what leaves people out now, and what of it is new or gone since `before`."""
    was, is_ = dict(_settings(before)), dict(_settings(desk.view))
    hid = [i for i in desk.view.hidden if i not in before.hidden]
    back = [i for i in before.hidden if i not in desk.view.hidden]
    people = desk.index.get(desk.tenant, [*hid, *back])
    marks = {
        i: {"ref": person_mark(desk.view, i), "headline": person.profile.headline}
        for i, person in people.items()
    }
    return {
        "ranked": desk.view.ranked,
        "set": [key for key in is_ if key not in was and key != HIDDEN],
        "unset": [key for key in was if key not in is_ and key != HIDDEN],
        "hid": [marks[i] for i in hid if i in marks],
        "back": [marks[i] for i in back if i in marks],
    }
