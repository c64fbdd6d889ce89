"""Cuts a long answer where a reader would pause: a paragraph, a line, a sentence, a word."""

from __future__ import annotations

import re

_PAUSES = (re.compile(r"\n\n"), re.compile(r"\n"), re.compile(r"[.!?…]\s"), re.compile(r"\s"))
_LEAST = 0.5
"""How full the first part must be before a better place to pause is preferred."""


def split(text: str, room: int) -> tuple[str, str]:
    """Return the part that fits in `room` UTF-8 bytes, and the rest; the sum is the text."""
    if len(text.encode()) <= room:
        return text, ""
    most = len(text.encode()[: max(room, 0)].decode(errors="ignore"))
    for pause in _PAUSES:
        ends = [found.end() for found in pause.finditer(text, 0, most)]
        if ends and ends[-1] >= most * _LEAST:
            return text[: ends[-1]], text[ends[-1] :]
    return text[:most], text[most:]


def cut(text: str, most: int) -> str:
    """Return text of at most `most` characters; what was cut off shows as an ellipsis."""
    if len(text) <= most:
        return text
    kept = text[: most - 1]
    word = kept.rfind(" ")
    return f"{kept[: word if word > most // 2 else None].rstrip()}…"
