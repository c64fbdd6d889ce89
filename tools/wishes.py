"""Settles what a model says a recruiter wishes into criteria the index knows by name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import msgspec

from tools.arguments import MOST_WISHES, CriterionArgument
from tools.criteria import Criteria, Criterion, Kind
from tools.desk import ToolError
from tools.request import find_protected, refuse
from tools.request.seniority import levelled_title
from tools.vocabulary.certifications import canonical_certification
from tools.vocabulary.degrees import degree_rank, find_degrees
from tools.vocabulary.industries import canonical_industry
from tools.vocabulary.languages import canonical_language
from tools.vocabulary.skills import canonical_skill
from tools.vocabulary.titles import canonical_title

_LONGEST = 300
_MOST_YEARS = 80.0


def _degree(value: str) -> str | None:
    if degree_rank(value.casefold()):
        return value.casefold()
    return next((found.level for found in find_degrees(value)), None)


def _title(value: str) -> str | None:
    """Return the name of a job at the level that was said: a junior cook is not any cook."""
    name = canonical_title(value)
    return levelled_title(value, name) if name else None


_CANONICAL: dict[Kind, Callable[[str], str | None]] = {
    "skill": canonical_skill,
    "certification": canonical_certification,
    "industry": canonical_industry,
    "title": _title,
    "language": canonical_language,
    "education": _degree,
}


def settle(arguments: Iterable[CriterionArgument], *, read_by_code: bool = False) -> Criteria:
    """Return the wishes with canonical values, each once.

    Raises ToolError protected for what comes down to a trait of people, and invalid_arguments for
    an empty value, years that are no number, or too many.
    """
    said = [argument.criterion() for argument in arguments]
    if not read_by_code and (attributes := _attributes(said)):
        raise ToolError("protected", refuse(attributes))
    settled = tuple(dict.fromkeys(_settle_one(wish) for wish in said))
    if len(settled) > MOST_WISHES:
        raise ToolError(
            "invalid_arguments",
            f"{len(settled)} wishes are too many to weigh: name the {MOST_WISHES} that matter.",
        )
    return settled


def chosen(criteria: Criteria, names: Sequence[str]) -> tuple[Criteria, Criteria, tuple[str, ...]]:
    """Return (wishes to remove, wishes to put instead, names that fit none).

    A name is an id (`skill:spark`) or a value (`Spark`); naming one alternative of several leaves
    the others. Each name is cut from what the others left: both of "Spark or Go" leave nothing.
    """
    left = criteria
    for name in names:
        left = tuple(rest for wish in left for rest in _without(wish, name))
    unknown = tuple(n for n in names if not any(_is_named(c, n) for c in criteria))
    removed = tuple(c for c in criteria if c not in left)
    return removed, tuple(c for c in left if c not in criteria), unknown


def _without(wish: Criterion, name: str) -> Criteria:
    """Return what a name leaves of a wish: the wish, some of its alternatives, or nothing."""
    if not _is_named(wish, name):
        return (wish,)
    rest = tuple(v for v in wish.any_of if v.casefold() not in _names(wish, name))
    return (wish.of(rest),) if rest and len(rest) < len(wish.any_of) else ()


def _is_named(wish: Criterion, name: str) -> bool:
    words = (str(wish.value), *wish.any_of, wish.id)
    return not _names(wish, name).isdisjoint(word.casefold() for word in words)


def _names(wish: Criterion, name: str) -> set[str]:
    """Return what a name may stand for: itself, and the thing it is an alias or an id of."""
    said = name.strip()
    kind, _, rest = said.partition(":")
    meant = rest.replace("-", " ") if rest and kind == wish.kind else said
    return {word.casefold() for word in (said, meant, _known(wish.kind, meant)) if word}


def _attributes(wishes: Iterable[Criterion]) -> tuple[str, ...]:
    """Return the protected attributes that wishes speak of, read as they would be if typed."""
    words = [w for c in wishes for w in (*map(str, c.values), c.subject, c.said, c.phrase) if w]
    return tuple(dict.fromkeys(found.about for found in find_protected(", ".join(words))))


def _settle_one(wish: Criterion) -> Criterion:
    if wish.kind in ("min_years", "max_years"):
        return msgspec.structs.replace(
            wish, value=_years(wish), any_of=(), subject=_known("skill", wish.subject)
        )
    values = [v.strip() for v in wish.values]
    if not all(values) or any(len(v) > _LONGEST for v in values):
        raise ToolError(
            "invalid_arguments",
            f"A {wish.kind} needs a value of 1 to {_LONGEST} characters: say it in a few words.",
        )
    return wish.of(_known(wish.kind, v) for v in values)


def _known(kind: Kind, value: str) -> str:
    canonical = _CANONICAL.get(kind)
    return (canonical(value) if canonical and value else None) or value


def _years(wish: Criterion) -> int | float:
    try:
        years = float(wish.value)
    except (ValueError, OverflowError):
        years = -1.0
    if not 0 <= years <= _MOST_YEARS:
        raise ToolError(
            "invalid_arguments",
            f"“{str(wish.value)[:40]}” is not a number of years: give one from 0 to 80.",
        )
    return int(years) if years.is_integer() else years
