"""Criteria as words: one chip each, told apart without colour."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec
from rich.text import Text

from tools.criteria import Criterion
from tools.wording import MANY_WISHES, phrase

Public = Mapping[str, Any]

_LONGEST_LINE = 60
_BETWEEN = " · "
_KINDS = {
    "title": "job",
    "min_years": "years",
    "location": "place",
    "certification": "licences",
    "education": "degree",
    "language": "languages",
    "skill": "skills",
    "industry": "field",
    "text": "words",
}
_WIDEST = max(map(len, _KINDS.values()))
_BOUNDS = {"max_years": "min_years"}
_MARKS = {"must": "must", "nice": "nice", "avoid": "not"}


def words(criterion: Public) -> str:
    """Return a criterion, as events carry it, in a few words."""
    return phrase(msgspec.convert(criterion, Criterion))


def chips(
    criteria: Sequence[Public],
    removed: Sequence[Public] = (),
    added: Sequence[Public] = (),
    weighs: Sequence[str] = (),
    settings: Sequence[Public] = (),
) -> Text:
    """Return the line of chips: `[must] Python  [nice] Docker  [not] Java  dropped: Spark`.

    `weighs` is what raises people and is no wish: `also weighs: furniture store`; `settings` leave
    people out: `{only who meets every must}`.
    Many are listed by weight and kind, wrapped; of a change among many only what is new is shown.
    """
    fresh = [c for c in criteria if c["id"] in {a["id"] for a in added}]
    if len(criteria) <= MANY_WISHES:
        line = _one_by_one(criteria)
    elif len(fresh) < len(criteria) and (fresh or removed):
        line = _one_by_one(fresh)
        rest = f"{len(criteria) - len(fresh)} {'other ' if fresh else ''}wishes as before   "
        line.append(rest, style="note")
    else:
        line = _by_weight(criteria)
    for each in settings:
        line.append(f"{{{each['words']}}}   ", style="partly")
    if weighs:
        line.append(f"also weighs: {', '.join(weighs)}   ", style="note")
    kept = {c["id"] for c in criteria}
    gone = [words(c) for c in removed if c["id"] not in kept]
    if gone:
        line.append(f"dropped: {', '.join(gone)}", style="note")
    line.rstrip()
    return line


def _one_by_one(criteria: Sequence[Public]) -> Text:
    line = Text()
    for criterion in criteria:
        weight = str(criterion["weight"])
        line.append(f"[{_MARKS[weight]}]", style=weight)
        line.append(f" {words(criterion)}   ")
    return line


def _by_weight(criteria: Sequence[Public]) -> Text:
    lines = Text()
    for weight, mark in _MARKS.items():
        for kind, name in _KINDS.items():
            alike = [
                words(c)
                for c in criteria
                if c["weight"] == weight and _BOUNDS.get(c["kind"], c["kind"]) == kind
            ]
            for at, line in enumerate(_wrapped(alike)):
                lines.append(f"[{mark}]", style=weight)
                lines.append(f" {'' if at else name:<{_WIDEST}} ", style="note")
                lines.append(f"{line}\n")
    return lines


def _wrapped(wishes: Sequence[str]) -> list[str]:
    """Return the wishes of a kind in lines that a person can read down, none cut in two."""
    lines: list[str] = []
    for wish in wishes:
        if lines and len(lines[-1]) + len(wish) + len(_BETWEEN) <= _LONGEST_LINE:
            lines[-1] += f"{_BETWEEN}{wish}"
        else:
            lines.append(wish)
    return lines
