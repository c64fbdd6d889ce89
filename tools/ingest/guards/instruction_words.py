"""Loads the words by which orders to a machine, forged roles and forged calls are known."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

import msgspec

_FIRST_WORD = re.compile(r"[^\W\d_][^\W\d]*")
_LONGEST_BEGINNING = 5
_NAMED = re.compile(r"([A-Z]+) = (.+)")


BEGINNING = re.compile(r"\b\w{1,5}")
"""The first letters of a word: a set of them tells quickly what a text has not."""


class Words(msgspec.Struct, frozen=True):
    """`orders` finds sentences that order a machine about, `forged` marks that are ours alone.

    Whatever one of them finds has a small-letter anchor in it. Those in `anchors` are found by the
    BEGINNING of their first word, those in `anywhere` have none or may stand within a word.
    """

    orders: re.Pattern[str]
    forged: re.Pattern[str]
    anchors: tuple[tuple[str, str], ...]
    anywhere: tuple[str, ...]


@cache
def words() -> Words:
    """Return the words of `instructions.txt`, which says how it is written."""
    text = files("tools.ingest.guards").joinpath("instructions.txt").read_text(encoding="utf-8")
    orders, _, rest = text.partition("[forged]\n")
    forged, _, anchors = rest.partition("[anchors]\n")
    led = [(anchor, _beginning(anchor)) for anchor in anchors.rstrip("\n").split("|")]
    return Words(
        _pattern(orders),
        _pattern(forged),
        tuple((beginning, anchor) for anchor, beginning in led if beginning),
        tuple(anchor for anchor, beginning in led if not beginning),
    )


def _beginning(anchor: str) -> str:
    """Return the BEGINNING every word has that an anchor starts with, or nothing."""
    first = _FIRST_WORD.match(anchor)
    if first is None or (first.end() == len(anchor) and first.end() < _LONGEST_BEGINNING):
        return ""
    return first[0][:_LONGEST_BEGINNING]


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
