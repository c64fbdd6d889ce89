"""Reads a choice of places to work as one of fields of business: "hotel, bakery or restaurant"."""

from __future__ import annotations

import re

from tools.request.terms import Term
from tools.vocabulary.industries import canonical_industry

_OR = re.compile(r"\s*,?\s+or\s+(?:an? |other )?|\s?/\s?", re.IGNORECASE)
_OR_OTHER = re.compile(r"(?:, [\w-]+)?,? or (?:an)?other\b", re.IGNORECASE)
_COMMA = re.compile(r"\s*,\s*(?:an? )?")


def chosen_fields(text: str, terms: list[Term]) -> list[Term]:
    """Return the terms, those of a choice among fields of business each as such a field.

    A choice ends in "or" and has a field in it; who also names a skill names the field here.
    """
    read = list(terms)
    for at in range(1, len(read)):
        pair = (read[at - 1], read[at])
        if {t.kind for t in pair} not in ({"skill", "industry"}, {"industry"}):
            continue
        gap = text[pair[0].end : pair[1].start]
        open_ended = _COMMA.fullmatch(gap) and _OR_OTHER.match(text, pair[1].end)
        if not (_OR.fullmatch(gap) or open_ended):
            continue
        for place in _fields(text, read, at):
            read[place] = _as_field(text, read[place])
    return read


def _fields(text: str, terms: list[Term], last: int) -> list[int]:
    """Return the places of the items of a choice up to its last one, [] where one is no field."""
    first = last - 1
    while first and terms[first - 1].kind == "industry":
        if not _COMMA.fullmatch(text[terms[first - 1].end : terms[first].start]):
            break
        first -= 1
    items = list(range(first, last + 1))
    ends = _is_field(text, terms[first]) and _is_field(text, terms[last])
    inner = [i for i in items[1:-1] if not _is_field(text, terms[i])]
    return items if ends and len(inner) <= 1 else []


def _is_field(text: str, term: Term) -> bool:
    return term.kind == "industry" or canonical_industry(text[term.start : term.end]) is not None


def _as_field(text: str, term: Term) -> Term:
    """Return a term as the field its words name, or as its words where no field has that name."""
    words = text[term.start : term.end]
    if term.kind == "industry":
        return term
    return term._replace(kind="industry", value=canonical_industry(words) or words)
