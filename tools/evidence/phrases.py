"""Tells whether words that stand near each other say one thing together."""

from __future__ import annotations

import re

from tools.evidence.finding import Span
from tools.evidence.wording import content_stems, stands_in

_APART = re.compile(r"[.!?](?=\s)|[,;:•▪●|(]|\n(?![a-z])")
_OF_ONE_HEAD = re.compile(r"[\w-]+(?:,\s[\w-]+)*,?\s(?:and|or|&)\s[\w-]+\s[\w-]+")
"""A list whose last word belongs to each of its items: "CPT, and DRG codes"."""
_MOST_BETWEEN = 3
"""Further words that may stand among those of a skill said in another order."""
_BEHIND = re.compile(r"\s(?:for|in|of|with|to|on|at|from|by|as|during|under)\s")
_SHARED = re.compile(r"\b(?:and|or)\s+\S+\s+(?:\S+\s+)*?([^\W\d_]+)$")


def is_same_words(text: str, span: Span, value: str) -> bool:
    """Return whether a place says the words of a skill in their order, however bent.

    A Delivery Driver drives, and a cake decorator decorates.
    """
    wanted, said = value.split(), text[slice(*span)].split()
    alike = (
        stands_in(word, (0, len(word)), want) for word, want in zip(said, wanted, strict=False)
    )
    return 1 < len(wanted) == len(said) and all(alike)


def is_one_phrase(text: str, span: Span, value: str) -> bool:
    """Return whether the words of a skill stand in one phrase; apart they say other things."""
    said = text[span[0] : span[1]]
    most = len(content_stems(value)) + _MOST_BETWEEN
    whole = _APART.search(said) is None or _OF_ONE_HEAD.fullmatch(said)
    return bool(whole) and len(said.split()) <= most


def is_one_statement(text: str, span: Span, value: str) -> bool:
    """Return whether no more words stand among those of a wish than a statement of it takes."""
    return len(text[slice(*span)].split()) <= 2 * len(content_stems(value)) + _MOST_BETWEEN


def has_object(text: str, span: Span, value: str) -> bool:
    """Return whether a place has what the two deeds or kinds of a wish are of, where it says two.

    Who installs and repairs alarms shows nothing of "install and repair motors". Of two things,
    "prices and delivery", either will do. Words that were looked up have no place to look at.
    """
    shared = _SHARED.search(_BEHIND.split(value)[0])
    return shared is None or span[1] == 0 or stands_in(text, span, shared[1])
