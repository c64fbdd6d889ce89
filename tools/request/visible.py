"""Makes a text what it looks like: without what nobody sees, each letter with its marks."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from tools.request.text_edits import Edited, replaced

_UNSEEN = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\u3164\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e01ef"
)
"""Soft hyphens, joiners, marks of direction and order, selectors and tags."""
_MARK = "\u0300-\u036f"
_MOST_MARKS = 3
_ODD = re.compile(
    rf"(?P<unseen>[{_UNSEEN}]+)|(?P<joined>[\ufb00-\ufb06])"
    rf"|(?P<letter>[^\W\d_])(?P<marks>[{_MARK}{_UNSEEN}]*[{_MARK}][{_MARK}{_UNSEEN}]*)"
    rf"|(?P<loose>[{_MARK}]+)"
)


def as_seen(text: str) -> Edited:
    """Return the text as it looks: "nur\u00adse" is a nurse, u with two dots the one letter ü."""
    return Edited(text) if text.isascii() else replaced(text, _mends(text))


def _mends(text: str) -> Iterator[tuple[int, int, str]]:
    for odd in _ODD.finditer(text):
        yield *odd.span(), _seen(odd)


def _seen(odd: re.Match[str]) -> str:
    if odd["joined"]:
        return unicodedata.normalize("NFKC", odd["joined"])
    if not odd["letter"]:
        return ""
    marks = re.sub(rf"[{_UNSEEN}]", "", odd["marks"])[:_MOST_MARKS]
    return unicodedata.normalize("NFC", odd["letter"] + marks)[0]
