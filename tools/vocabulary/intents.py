"""Tells what somebody wants to learn or to become from what they have done."""

from __future__ import annotations

import re

_REACH = 110
_REST = r"[^.,;:!?\n•]{0,50}(?:\n[^.,;:!?\n•]{0,50})?\Z"
_MEANT = re.compile(
    r"\b(?:(?:willing|eager|hop(?:e|ing)|want(?:ed|ing)?|wish(?:ing)?|would (?:like|love)|excited"
    r"|plan(?:s|ning)?|looking|goals?(?: is)?|objectives?(?: is)?|aim(?:s|ing)?|keen|aspir(?:e|ing)"
    r"|dream(?:ed|t|ing)?|intend(?:ing)?)\s+(?:to|of)\s+(?:[\w/-]+\s+){0,6}?"
    r"(?:learn|be|become|becoming|being|train as|study)"
    r"|(?:interest(?:ed)? in|looking forward to|in (?:the )?process of)"
    r" (?:learning|becoming|studying)|(?:currently|still) (?:learning|studying)"
    rf"|(?:goals?|objectives?|plans?|wanted|next)\s*:\s*(?:to )?(?:learn|study))\b{_REST}"
    r"|\b(?:in progress|to be learned|learning next)\s*[:–-]\s*(?:[\w+#./ ]+,\s*){0,4}\Z",
    re.IGNORECASE,
)


def is_only_meant(text: str, start: int) -> bool:
    """Return whether what begins at text[start] is wanted, or being learned, and not yet done."""
    return _MEANT.search(text, max(0, start - _REACH), start) is not None
