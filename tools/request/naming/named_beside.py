"""Reads general words by the name they stand beside: "SAP consulting", "banking apps"."""

from __future__ import annotations

import re

from tools.request.terms import Term
from tools.vocabulary.industries import canonical_industry

_CONSULTING = re.compile(r"\s+(?:functional |technical |business )?", re.IGNORECASE)
_OBJECT = re.compile(r"\s+(?:\w+\s)?", re.IGNORECASE)
_BUSINESSES = re.compile(
    r"(?:(?:,\s*(?:(?:and|or)\s+)?|\s+(?:and|or)\s+|\s*/\s*)\w+){0,3}\s+(?:clients?|customers"
    r"|companies|firms?|business(?:es)?|industr(?:y|ies)|sectors?)\b",
    re.IGNORECASE,
)
"""What shows that fields are those of somebody's clients: "manufacturing and retail clients"."""
_OR = re.compile(r",? or (?:an? |other )?|\s?/\s?", re.IGNORECASE)
_APPS = re.compile(r"\s+(?:mobile )?apps?\b", re.IGNORECASE)
"""What is made for a trade by those who do not work in it: "banking apps"."""


def by_company(text: str, terms: list[Term]) -> list[Term]:
    """Return the terms with general words read as the names beside them tell."""
    return [
        _as_industry(text, terms, at)
        for at, term in enumerate(terms)
        if not _only_colours(text, terms, at)
    ]


def _only_colours(text: str, terms: list[Term], at: int) -> bool:
    """Return whether a skill says no more than its neighbour: "troubleshoot avionics"."""
    term = terms[at]
    before = terms[at - 1] if at else None
    if term.value == "consulting" and before and before.kind == "skill":
        gap = text[before.end : term.start]
        return before.value[:1].isupper() and bool(_CONSULTING.fullmatch(gap))
    after = terms[at + 1] if at + 1 < len(terms) else None
    if term.value == "problem solving" and after and after.kind == "skill":
        verb = text[term.start : term.end].casefold().startswith("troubleshoot")
        return verb and bool(_OBJECT.fullmatch(text[term.end : after.start]))
    return False


def _as_industry(text: str, terms: list[Term], at: int) -> Term:
    """Read a field of work as an industry where it is that of clients, firms or programs.

    So it is where it may be an industry instead: "bakery or restaurant".
    """
    term = terms[at]
    named = canonical_industry(text[term.start : term.end]) if term.kind == "skill" else None
    if named is None:
        return term
    either = any(
        other.kind == "industry"
        and _OR.fullmatch(text, min(term.end, other.end), max(term.start, other.start))
        for other in (*terms[max(0, at - 1) : at], *terms[at + 1 : at + 2])
    )
    of_a_trade = _BUSINESSES.match(text, term.end) or _APPS.match(text, term.end)
    return term._replace(kind="industry", value=named) if either or of_a_trade else term
