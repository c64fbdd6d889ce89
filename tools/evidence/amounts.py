"""Judges a wish for an amount, "60 wpm", by those a résumé tells: a higher one meets it."""

from __future__ import annotations

from tools.candidates import Candidate
from tools.evidence.finding import UNCLEAR, Finding
from tools.vocabulary.amounts import Amount, find_amounts

_ALMOST = 0.75
"""The share of an amount from which somebody is partly there."""


def amount_in(value: str) -> Amount | None:
    """Return the amount that a wish asks for and says nothing beside."""
    amount = next(find_amounts(value), None)
    return amount if amount and (amount.start, amount.end) == (0, len(value)) else None


def judge_amount(person: Candidate, wanted: Amount) -> Finding:
    """Return whether the highest amount told is high enough."""
    told = [a for a in find_amounts(person.text) if a.unit == wanted.unit]
    if not told:
        return UNCLEAR
    best = max(told, key=lambda a: a.number)
    span = ((best.start, best.end),)
    if best.number >= wanted.number:
        return Finding("met", 1.0, span, best.name)
    if best.number >= _ALMOST * wanted.number:
        return Finding("partly", 0.5, span, best.name)
    return Finding("missing", 0.0, span, best.name)
