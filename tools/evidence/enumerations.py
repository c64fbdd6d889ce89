"""Knows lists of key words, whose items say nothing together: "banking, book, client, DBA"."""

from __future__ import annotations

import re

_FEWEST = 4
_WORDS = 2.5
"""Items that make a list, and words an item has on average at most."""
_ITEM = r"[ \t]*[^\s,.;:]+(?:\s[^\s,.;:]+){0,2}[ \t]*"
_LIST = re.compile(rf"(?:(?<=[,\n:])|^){_ITEM}(?:,\s*{_ITEM}){{{_FEWEST},}}", re.MULTILINE)


def is_enumeration(said: str) -> bool:
    """Return whether a passage is items of a list of key words."""
    items = said.split(",")
    return len(items) >= _FEWEST and len(said.split()) <= _WORDS * len(items)


def without_enumerations(text: str) -> str:
    """Return a text of the same length whose lists of key words are blank."""
    return _LIST.sub(lambda found: " " * len(found.group()), text)
