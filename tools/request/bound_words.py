"""The words that make a number a least or a most: "at least", "no more than"."""

from __future__ import annotations

AT_LEAST = (
    r"(?:at least|at minimum|(?:a )?min(?:imum)?\.?:?(?: of)?|(?:no|not) (?:less|fewer) than|over"
    r"|more than|above|greater than|from|>=?|≥|\bmindestens|au moins)"
)
AT_MOST = (
    r"(?:at most|at maximum|(?:a )?max(?:imum)?\.?:?(?: of)?|(?:no|not) (?:more|longer) than"
    r"|not over|up to|under|(?:less|fewer) than|below|within|<=?|≤|höchstens)"
)
