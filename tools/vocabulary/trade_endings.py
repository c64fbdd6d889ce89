"""Tells a word that ends as the names of trades do: "luthier", "glaciologist", "wheelwright"."""

from __future__ import annotations

import re

_ENDING = re.compile(
    r"[^\W\d_]{0,30}?[aeiouyáéíóúäöü][^\W\d_]{0,20}?"
    r"(?:er|or|ist|ian|eur|ier|smith|wright|m[ae]n|wom[ae]n|maker|hand|jack|monger)s?",
    re.IGNORECASE,
)


def ends_as_trade(word: str) -> bool:
    """Return whether the word ends as a trade does, whatever stands before the ending."""
    return _ENDING.fullmatch(word) is not None
