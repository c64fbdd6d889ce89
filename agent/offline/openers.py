"""How a message begins that goes on from what was said: "no wait, make it …"."""

from __future__ import annotations

import re

_OPENERS = re.compile(
    r"^\W*(?:(?:no(?=\s*[,;:.!–-]|\s+(?:i\b|sorry|wait|actually|make|rather))|and|add|include|"
    r"put in|nope|nah|sorry|oops|wait|actually|correction|hmm+|ah|oh|well|ok(?:ay)?(?! with)|"
    r"please|yes|"
    r"yeah|"
    r"hm|so|but|then|now|i mean|i meant|i wanted|i want|make (?:it|that)|change (?:it|that) to|"
    r"rather|"
    r"scratch that|my mistake|typo|what about|how about|it should (?:be|say)|should be|let's say|"
    r"let's make it|better|(?:go|switch|change|return) back to|back to|return to)\b[\s,:;.!-]*)+",
    re.IGNORECASE,
)


def without_opener(text: str) -> str:
    """Return a message without the words it only begins with."""
    return _OPENERS.sub("", text)
