"""Finds the words by which a recruiter weighs a wish: "must", "ideally", "not necessarily"."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, NamedTuple

import msgspec

from tools.criteria import Weight
from tools.pattern_table import pattern_runs

Effect = Literal["must", "nice", "avoid", "drop"]
Side = Literal["left", "right"]


class Cue(NamedTuple):
    """Words that weigh their neighbours: those on `side`, or on either when `either` is true."""

    start: int
    end: int
    effect: Effect
    side: Side
    either: bool
    plural: bool


_Kind = tuple[Effect, Side, Literal["either", "only"]]


@cache
def _table() -> tuple[re.Pattern[str], list[_Kind]]:
    """Return the expression whose groups are the words of the table, and how each group weighs."""
    runs = pattern_runs("tools.request", "cues.tsv")
    groups = (rf"((?<![\w-])(?:{words})(?![\w]))" for _, words in runs)
    kinds = [msgspec.convert(cells, _Kind) for cells, _ in runs]
    return re.compile("|".join(groups), re.IGNORECASE), kinds


_WORD = re.compile(r"(?<![\w-])\w")
_DENIED = re.compile(r"no\b[^,;.]{1,40}", re.IGNORECASE)
_SPARED = re.compile(r"(?:even )?without\b[^,;.]{1,40}", re.IGNORECASE)
_PLURAL = re.compile(r"are\b", re.IGNORECASE)
WEIGHTS: dict[Effect, Weight] = {"must": "must", "nice": "nice", "avoid": "avoid"}
"""The effects that weigh a wish; "drop" takes it away."""


def find_cues(text: str, start: int = 0, end: int | None = None) -> list[Cue]:
    """Return the weighing words of text[start:end] in order, without overlap."""
    found: list[Cue] = []
    stop = len(text) if end is None else end
    cue, kinds = _table()
    for word in _WORD.finditer(text, start, stop):
        match = cue.match(text, word.start(), stop)
        if match is None or (found and match.start() < found[-1].end):
            continue
        effect, side, sides = kinds[(match.lastindex or 1) - 1]
        between = text[found[-1].start : match.end()] if found else ""
        if effect == "must" and _DENIED.fullmatch(between):
            continue
        if effect == "nice" and found and found[-1].effect == "drop" and _SPARED.match(between):
            continue
        plural = bool(_PLURAL.match(match.group()))
        found.append(Cue(match.start(), match.end(), effect, side, sides == "either", plural))
    return found


def read_weight(text: str) -> Weight | None:
    """Return the weight the words express ("just a nice to have"), or None when they say none."""
    for cue in find_cues(text):
        if cue.effect in WEIGHTS:
            return WEIGHTS[cue.effect]
    return None
