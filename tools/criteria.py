"""What a recruiter asks for: criterion, criteria and the difference between two sets of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal, get_args

import msgspec

Kind = Literal[
    "title",
    "skill",
    "location",
    "min_years",
    "max_years",
    "education",
    "language",
    "certification",
    "industry",
    "text",
]
Weight = Literal["must", "nice", "avoid"]
KINDS: tuple[Kind, ...] = get_args(Kind)
WEIGHTS: tuple[Weight, ...] = get_args(Weight)
MOST_ALTERNATIVES = 40
"""Values of which one is enough for a wish."""


class Criterion(msgspec.Struct, frozen=True, omit_defaults=True):
    """One wish: a kind, a value and how much it weighs.

    `value` is a number of years for min_years and max_years and a canonical word otherwise;
    `any_of` holds the alternatives of "Python or Go" (then `value` reads "Python or Go");
    `subject` is the skill or title that years are counted for (empty: all experience);
    `level` is the least level of a language; `radius_km` widens a location; `said` is how the
    recruiter put it ("team sales goals"), looked up beside the canonical value; `phrase` is what a
    title was named in ("general manager, health club").
    """

    kind: Kind
    value: str | int | float
    weight: Weight = "must"
    any_of: tuple[str, ...] = ()
    subject: str = ""
    level: str = ""
    radius_km: float | None = None
    said: str = ""
    phrase: str = ""

    @property
    def id(self) -> str:
        """Return the stable name of the wish: the same wish has the same id in every thread."""
        words = re.sub(r"[^\w+#.&]+", "-", str(self.value).casefold()).strip("-")
        about = re.sub(r"[^\w+#.&]+", "-", self.subject.casefold()).strip("-")
        return f"{self.kind}:{words}" + (f"@{about}" if about else "")

    @property
    def values(self) -> tuple[str, ...]:
        """Return the alternatives, of which any one satisfies the wish."""
        return self.any_of or (str(self.value),)

    def of(self, values: Iterable[str]) -> Criterion:
        """Return the wish that any of other values satisfies, each named once."""
        each = tuple(dict.fromkeys(values))
        any_of = each if len(each) > 1 else ()
        return msgspec.structs.replace(self, value=" or ".join(each), any_of=any_of)

    def public(self) -> dict[str, object]:
        """Return the wish as doors see it: id, kind, value, weight and what else is set."""
        shown: dict[str, object] = {
            "id": self.id,
            "kind": self.kind,
            "value": self.value,
            "weight": self.weight,
        }
        extras = msgspec.to_builtins(self)
        return shown | {k: v for k, v in extras.items() if k not in shown}


Criteria = tuple[Criterion, ...]


class Change(msgspec.Struct, frozen=True):
    """What a turn did to the criteria."""

    criteria: Criteria
    added: Criteria = ()
    removed: Criteria = ()


def merge(current: Criteria, added: Criteria, removed_ids: frozenset[str] = frozenset()) -> Change:
    """Return `current` without `removed_ids` and with `added`, a newer wish replacing its like.

    Two wishes are alike when they share an id, or when both set the same bound of years for the
    same subject. Order is that of first mention, so equal requests give equal criteria.
    """
    replaced = {slot(c) for c in added}
    kept = tuple(c for c in current if c.id not in removed_ids and slot(c) not in replaced)
    before, after = {meant(c) for c in current}, {meant(c) for c in (*kept, *added)}
    new = tuple(c for c in added if meant(c) not in before)
    gone = tuple(c for c in current if meant(c) not in after)
    return Change(criteria=kept + tuple(dict.fromkeys(added)), added=new, removed=gone)


def meant(criterion: Criterion) -> Criterion:
    """Return the wish whatever words it was put in."""
    return msgspec.structs.replace(criterion, said="", phrase="")


def slot(criterion: Criterion) -> str:
    """Return the place a wish takes, of which there is one: bounds of years share theirs."""
    if criterion.kind in ("min_years", "max_years"):
        return f"{criterion.kind}@{criterion.subject.casefold()}"
    return criterion.id
