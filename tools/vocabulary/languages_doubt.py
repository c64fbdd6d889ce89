"""Tells a language that somebody speaks from that of others, and from one still being learned."""

from __future__ import annotations

import re

from tools.pattern_table import patterns

_SAID = patterns(__package__, "languages_doubt.tsv")

_CLOSES = re.compile(
    r"\s*(?:$|[,;:.|/)\]\u2022-]|(?:language|and|or|as|on|at|in|with|through|for|by|to)\b)",
    re.IGNORECASE | re.MULTILINE,
)


def doubt_of(left: str, right: str) -> str:
    """Return why a language may not be spoken by what stands on both sides of it, or nothing."""
    learned = _SAID["learning_before"].search(left) and _CLOSES.match(right)
    if learned or _SAID["learning_after"].match(right):
        return "being learned"
    return "not fluent" if _SAID["not_fluent"].search(left) else ""


def is_of_others(left: str, right: str) -> bool:
    """Return whether a language is that of people served or hired: "Spanish-speaking guests"."""
    if not _SAID["of_others"].match(right):
        return False
    return _SAID["between"].search(left) is None or _SAID["hired"].search(left) is not None
