"""Knows what a template or an anonymiser left in a résumé: "[Job Title]", "Company Name"."""

from __future__ import annotations

import re

from tools.ingest.phrases import phrases

_SAID = phrases("career")

PLACEHOLDER = re.compile(
    rf"\[\s?(?:(?:insert|your|describe) )?(?:{_SAID['blank']})\s?\d?\s?\]", re.IGNORECASE
)
"""A blank that was never filled in; "[phone]" is no blank but what an anonymiser put."""

MASKED_EMPLOYER = "Company Name"
"""An anonymised corpus has these words where the employer stood."""

MASK = re.compile(
    rf"\b{MASKED_EMPLOYER}\b(?:[ \t]*[\u2013-]?[ \t]*(?:City|State)\b(?![ \t]*,[ \t]*State))?"
    r"|\bCity\s*,\s*State\b(?:\s*,\s*(?:USA?|Country)\b)?"
)
"""What stands where the employer and the place stood."""


def left_blank(text: str, start: int, end: int) -> bool:
    """Return whether the line of text[start:end] is a template's, its blanks not filled in.

    "Registered Nurse in [State], license number [number]" is nobody's licence.
    """
    low = text.rfind("\n", 0, start) + 1
    high = text.find("\n", end)
    if text.find("[", low, high if high >= 0 else len(text)) < 0:
        return False
    return bool(PLACEHOLDER.search(text, low, high if high >= 0 else len(text)))
