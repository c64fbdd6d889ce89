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
_DEED = re.compile(r"[a-z-]+(?:ed|ing)", re.IGNORECASE)
_LOOSE = re.compile(r"\s(?:to|for|with|by|in|at|from|as|through|on|into)\s", re.IGNORECASE)
_LISTED = re.compile(r"and|or|&|/", re.IGNORECASE)
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


def is_told_of(text: str, span: Span, name: str) -> bool:
    """Return whether a phrase says another name of a skill as a deed: "organized large events".

    What is done stands first; otherwise the words stand side by side as they do in the name, or
    turned around an "of".
    """
    said = text[slice(*span)]
    if not is_one_phrase(text, span, name) or _LOOSE.search(f"{name} {said}"):
        return False
    words, count = said.split(), len(content_stems(name))
    if len(words) == 1:  # "staffing/recruiting" lists, and tells nothing
        return False
    if _DEED.fullmatch(words[0]):
        return len(words) <= count + _MOST_BETWEEN and not _LISTED.fullmatch(words[-2])
    if _DEED.fullmatch(words[-1]):
        return False
    if len(words) == count + 1 and words[1] == "of":
        return stands_in(words[0], (0, len(words[0])), name.split()[-1])
    return len(words) == count and is_same_words(text, span, name)


def has_object(text: str, span: Span, value: str) -> bool:
    """Return whether a place has what the two deeds or kinds of a wish are of, where it says two.

    Who installs and repairs alarms shows nothing of "install and repair motors". Of two things,
    "prices and delivery", either will do. Words that were looked up have no place to look at.
    """
    shared = _SHARED.search(_BEHIND.split(value)[0])
    return shared is None or span[1] == 0 or stands_in(text, span, shared[1])
