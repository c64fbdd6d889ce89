"""Finds what a request says of pay, which no résumé shows: "salary up to 60000", "60k"."""

from __future__ import annotations

import re

from tools.request.terms import Span

_AMOUNT = r"(?:\d{1,3}(?:[.,]\d{3})+|\d+(?:[.,]\d{1,2})?)"
_SUM = (
    rf"(?:(?:[$€£₹]|rs\.?|inr)\s?{_AMOUNT}\s?(?:k|lpa|lakhs?|lacs?)?|{_AMOUNT}\s?"
    r"(?:k|[$€£]|usd|eur|gbp|dollars?|euros?|pounds?|lpa|lakhs?|lacs?))"
    r"(?!\w|[.,]\d)"
)
_BOUND = (
    r"(?:of|is|at|for|up ?to|max\.?|maximum|min\.?|minimum|at most|at least|from|around|about"
    r"|approx\.?|between|under|below|over|above|less than|more than|no more than|should be"
    r"|must be|not|expectations?|range|requirements?|paying|we pay|pays|offering)"
)
_RATE = (
    r"(?:\s?(?:/|per|an?|p\.?)\s?(?:hour|hr|h|day|week|month|year|yr|annum|a\.?)(?!\w)"
    r"|\s(?:gross|net|max|tops|lpa|lakhs?|lacs?|doe)\b)"
)
_FROM = rf"(?:(?:{_AMOUNT})\s?(?:-|to|and)\s?)?"
_PAY = re.compile(
    rf"\b(?:salar(?:y|ies)|pay|pays|wages?|compensation|ctc|ote|earning)\b:?(?:\s+{_BOUND}){{0,4}}\s*"
    rf"{_FROM}(?:{_SUM}|{_AMOUNT}(?!\w|[.,]\d))(?:\s?(?:-|to|and)\s?{_SUM})?{_RATE}*"
    rf"|[$€£]\s?{_AMOUNT}\s?k?(?:\s?(?:-|to)\s?[$€£]?\s?{_AMOUNT}\s?k?)?{_RATE}(?:\sDO[EQ]\b)?"
    rf"|(?:(?<=[,;.\n(])|^)\s*(?:{_BOUND}\s+){{0,2}}{_FROM}{_SUM}"
    rf"(?:\s?(?:-|to|and)\s?{_SUM})?{_RATE}*\s*(?=[,;.](?!\d)|[\n)]|$)",
    re.IGNORECASE,
)
_MILLIONS = re.compile(r"(?:[.,]\d{3}){2}")
"""What somebody answers for, as nobody is paid so much."""


def find_pay(text: str) -> list[Span]:
    """Return where the text says what is paid."""
    if not any(letter.isdigit() for letter in text):
        return []
    return [m.span() for m in _PAY.finditer(text) if not _MILLIONS.search(m.group())]
