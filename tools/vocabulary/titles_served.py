"""Cuts from a title whom its holder serves: the Assistant to the CEO is an assistant."""

from __future__ import annotations

import re

from tools.vocabulary.titles_find import title_inside

_SERVES = re.compile(
    r"(?P<own>.{0,60}?\b(?:assistant|asst\.?|secretary|aide|advis[eo]r|deputy|pa|ea|receptionist"
    r"|apprentice|scribe|chauffeur|paralegal|nanny))\s+(?:to|for|under)\s+"
    r"(?P<whom>\S.*)",
    re.IGNORECASE | re.DOTALL,
)


def without_superior(title: str) -> str:
    """Return a title up to the one of somebody else that it serves; what is no title stays."""
    serves = _SERVES.fullmatch(title)
    return serves["own"] if serves and title_inside(serves["whom"]) else title
