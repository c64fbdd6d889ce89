"""Reads the fields of business a request names, not things of the same words: bank accounts."""

from __future__ import annotations

import re

from tools.request.terms import Cover, Term
from tools.vocabulary.homonyms_industries import is_no_shop
from tools.vocabulary.industries import find_industries
from tools.vocabulary.matcher import Mention
from tools.vocabulary.word_sets import words
from tools.vocabulary.work_settings import named_elsewhere

_PAPERS = re.compile(
    r"\s+(?:accounts?|statements?|reconciliations?|recs?|deposits?|transactions?)\b", re.IGNORECASE
)
"""What is kept at a bank in every trade."""
_KIND = re.compile(r"(?P<kind>[a-z][\w-]*)\s+$")
_MAKING = words(
    """in of from the a an our enterprise makes make making build builds building sells sell selling
    develops develop developing for and or with within at into to cloud commercial"""
)
"""What stands before software where it is a trade and no tool."""
_BEFORE = 20


def read_businesses(text: str, typed: bool) -> list[Term]:
    """Return the fields of business a text names."""
    elsewhere = Cover(len(text), ((m.start, m.end) for m in named_elsewhere(text)))
    return [
        Term("industry", m.name, m.start, m.end)
        for m in find_industries(text, typed)
        if not _PAPERS.match(text, m.end)
        and not _is_a_program(text, m)
        and not is_no_shop(text, m.start, m.end)
        and not elsewhere.touches(m.start, m.end)
    ]


def _is_a_program(text: str, field: Mention) -> bool:
    """Return whether software is a tool of another trade: "diagnostic software"."""
    before = _KIND.search(text, max(0, field.start - _BEFORE), field.start)
    said = text[field.start : field.end].casefold() == "software"
    return said and before is not None and before["kind"] not in _MAKING
