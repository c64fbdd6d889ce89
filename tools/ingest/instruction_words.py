"""Loads the words by which orders to a machine, forged roles and forged calls are known."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

import msgspec

_NAMED = re.compile(r"([A-Z]+) = (.+)")


class Words(msgspec.Struct, frozen=True):
    """`orders` finds sentences that order a machine about, `forged` marks that are ours alone.

    Whatever one of them finds has one of the small-letter `anchors` in it.
    """

    orders: re.Pattern[str]
    forged: re.Pattern[str]
    anchors: tuple[str, ...]


@cache
def words() -> Words:
    """Return the words of `instructions.txt`, which says how it is written."""
    text = files("tools.ingest").joinpath("instructions.txt").read_text(encoding="utf-8")
    orders, _, rest = text.partition("[forged]\n")
    forged, _, anchors = rest.partition("[anchors]\n")
    return Words(_pattern(orders), _pattern(forged), tuple(anchors.rstrip("\n").split("|")))


def _pattern(lines: str) -> re.Pattern[str]:
    named: dict[str, str] = {}
    patterns: list[str] = []
    for line in lines.splitlines():
        if not line or line.startswith("# "):
            continue
        name = _NAMED.fullmatch(line)
        for known, words in named.items():
            line = line.replace(f"<{known}>", words)
        if name:
            named[name[1]] = name[2]
        else:
            patterns.append(f"(?:{line})")
    return re.compile("|".join(patterns), re.IGNORECASE)
