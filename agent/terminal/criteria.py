"""Criteria as words: one chip each, told apart without colour."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec
from rich.text import Text

from tools.criteria import Criterion
from tools.wording import phrase

Public = Mapping[str, Any]

_MARKS = {"must": "must", "nice": "nice", "avoid": "not"}


def words(criterion: Public) -> str:
    """Return a criterion, as events carry it, in a few words."""
    return phrase(msgspec.convert(criterion, Criterion))


def chips(criteria: Sequence[Public], removed: Sequence[Public] = ()) -> Text:
    """Return the line of chips: `[must] Python  [nice] Docker  [not] Java  dropped: Spark`."""
    line = Text()
    for criterion in criteria:
        weight = str(criterion["weight"])
        line.append(f"[{_MARKS[weight]}]", style=weight)
        line.append(f" {words(criterion)}   ")
    kept = {c["id"] for c in criteria}
    gone = [words(c) for c in removed if c["id"] not in kept]
    if gone:
        line.append(f"dropped: {', '.join(gone)}", style="note")
    line.rstrip()
    return line
