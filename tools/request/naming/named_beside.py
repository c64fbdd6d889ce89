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
_APPS = re.compile(r"\s+(?:mobile )?apps?\b", re.IGNORECASE)
"""What is made for a trade by those who do not work in it: "banking apps"."""


def by_company(text: str, terms: list[Term]) -> list[Term]:
    """Return the terms with general words read as the names beside them tell."""
    return [
        _as_industry(text, term)
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


def _as_industry(text: str, term: Term) -> Term:
    """Read a field of work as an industry where it is that of clients, firms or programs."""
    of_a_trade = _BUSINESSES.match(text, term.end) or _APPS.match(text, term.end)
    if term.kind != "skill" or not of_a_trade:
        return term
    industry = canonical_industry(text[term.start : term.end])
    return term._replace(kind="industry", value=industry) if industry else term
