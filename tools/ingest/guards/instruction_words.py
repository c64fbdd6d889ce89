"""Loads the words by which orders to a machine, forged roles and forged calls are known."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

import msgspec

from tools.ingest.phrases import phrases

_FIRST_WORD = re.compile(r"[^\W\d_][^\W\d]*")
_LONGEST_BEGINNING = 5

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
    """Return the words by which instructions are known, and their anchors."""
    said = phrases("instructions")
    anchors = files("tools.ingest.phrases").joinpath("anchors.txt").read_text(encoding="utf-8")
    led = [(anchor, _beginning(anchor)) for anchor in anchors.rstrip("\n").split("|")]
    return Words(
        re.compile(said["order"], re.IGNORECASE),
        re.compile(said["forged"], re.IGNORECASE),
        tuple((beginning, anchor) for anchor, beginning in led if beginning),
        tuple(anchor for anchor, beginning in led if not beginning),
    )


def _beginning(anchor: str) -> str:
    """Return the BEGINNING every word has that an anchor starts with, or nothing."""
    first = _FIRST_WORD.match(anchor)
    if first is None or (first.end() == len(anchor) and first.end() < _LONGEST_BEGINNING):
        return ""
    return first[0][:_LONGEST_BEGINNING]
