"""Leaves out of a posting the lines above it that speak to its reader: "please see below:"."""

from __future__ import annotations

import re

from tools.request.naming.name_terms import name_terms
from tools.vocabulary.titles import find_titles

_LINE = re.compile(r"[^#\s,][^\n]*")
_TALK = re.compile(
    r"[?:]\s*$|\b(?:below|attached|here(?:'s| is| are)|please|pls|can (?:you|we)|could you|find|see"
    r"|following|thanks|hi|hello|hey|this (?:role|one|job|position|req)|(?:next|another|new)"
    r" (?:one|role|req|vacancy|job)|for (?:you|us)|candidates?|people)\b",
    re.IGNORECASE,
)
_HEADING = re.compile(
    r"\s*(?:job|position|title|vacancy|role|hiring|wanted|about|location|company|summary|overview)\b",
    re.IGNORECASE,
)
_MOST = 5
"""Lines that speak to the reader before the posting begins."""


def without_lead_in(text: str) -> str:
    """Return the posting with commas for the lines of talk above it that wish for nothing."""
    for at, line in enumerate(_LINE.finditer(text)):
        said = line.group()
        if at == _MOST or _HEADING.match(said) or not _TALK.search(said) or find_titles(said):
            return text
        # A JD that lies below is no degree.
        if all(term.kind == "education" for term in name_terms(said)):
            text = text[: line.start()] + "," * len(said) + text[line.end() :]
    return text
