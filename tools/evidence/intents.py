"""Tells what somebody wants to learn or to become from what they have done."""

from __future__ import annotations

import re

_REACH = 110
_REST = r"[^.,;:!?\n•]{0,50}(?:\n[^.,;:!?\n•]{0,50})?$"
_MEANT = re.compile(
    rf"\b(?:willing|eager|hop(?:e|ing)|want(?:ed|ing)?|wish(?:ing)?|would (?:like|love)|excited"
    rf"|keen|aspir(?:e|ing)|dream(?:ed|t|ing)?|intend(?:ing)?)\s+(?:to|of)\s+(?:[\w/-]+\s+){{0,6}}?"
    rf"(?:learn|be|become|becoming|being|train as|study)\b{_REST}"
    rf"|\binterest(?:ed)? in (?:learning|becoming|studying)\b{_REST}"
    rf"|\b(?:currently|still) (?:learning|studying)\b{_REST}"
    r"|\b(?:in progress|to be learned|learning next)\s*[:–-]\s*(?:[\w+#./ ]+,\s*){0,4}$",
    re.IGNORECASE,
)


def is_only_meant(text: str, start: int) -> bool:
    """Return whether what begins at text[start] is wanted, or being learned, and not yet done."""
    return _MEANT.search(text, max(0, start - _REACH), start) is not None
