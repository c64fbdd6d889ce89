"""Reads what stands in the place of a wish as one of its kind: "Georgia instead" of Florida."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agent.offline.reading import wishes
from agent.offline.situation import Situation
from agent.offline.wishes import in_one_field
from tools.criteria import Criteria, Criterion
from tools.vocabulary.certifications import canonical_certification
from tools.vocabulary.skills import broader, field_of

IN_PLACE = re.compile(r"\binstead\W*$", re.IGNORECASE)


def as_its_kind(now: Situation, text: str, said: Criteria) -> Criteria:
    """Return the wishes of a message that ends in "instead", as what they may take the place of."""
    if not IN_PLACE.search(now.text) or len(said) != 1:
        return said
    return _as_place(now, text, said[0]) or _as_licence(now, text, said[0]) or said


def nearest(wish: Criterion, held: Sequence[Criterion]) -> Criterion:
    """Return of some wishes the one most like another, the last of several: React for Vue.js."""
    return max(enumerate(held), key=lambda each: (*_likeness(wish, each[1]), each[0]))[1]


def _likeness(wish: Criterion, held: Criterion) -> tuple[int, bool]:
    if wish.kind != "skill":
        return 0, False
    one, other = str(wish.values[0]), str(held.values[0])
    shared = {one, *broader(one)} & {other, *broader(other)}
    return len(shared), field_of(one) == field_of(other)


def _as_place(now: Situation, text: str, wish: Criterion) -> Criteria:
    placed = any(c.kind == "location" and c.weight == "must" for c in now.criteria)
    there = wishes(f"in {text}") if placed and wish.kind == "text" else ()
    return there if all(c.kind == "location" for c in there) else ()


def _as_licence(now: Situation, text: str, wish: Criterion) -> Criteria:
    """Return letters that name a licence as it, where a licence of another trade's job is held.

    "CMA instead" of an accountant's CPA seeks no medical assistant.
    """
    letters = text.strip(" .,!")
    name = canonical_certification(letters) if letters.isupper() and wish.kind == "title" else None
    licensed = any(c.kind == "certification" and c.weight == "must" for c in now.criteria)
    akin = any(in_one_field(wish, c) for c in now.criteria if c.kind == "title")
    if name is None or not licensed or akin:
        return ()
    return (Criterion("certification", name, wish.weight),)
