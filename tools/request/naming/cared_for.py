"""Reads care named by whom it is for: "looks after old people" asks for geriatric care."""

from __future__ import annotations

import re

from tools.request.terms import Cover, Term

_ELDERLY = "geriatric care"
_OLD = (
    r"(?:(?:the|our|my|an?|some|frail)\s+){0,2}(?:(?:old|older|elderly|aged|aging|ageing)\s+"
    r"(?:and\s+\w+\s+)?(?:people|persons?|folks?|residents|patients|clients|relatives|adults"
    r"|m[ae]n|wom[ae]n|lad(?:y|ies)|gentlem[ae]n|mother|father|parents?)"
    r"|(?<=the )elderly|(?<=for )seniors|pensioners)\b"
)
_CARE = re.compile(
    r"\b(?:look(?:s|ed|ing)?\s+after|tak(?:es?|ing)\s+(?:good\s+)?care\s+of"
    rf"|car(?:e|es|ed|ing)\s+(?:of|for|to))\s+{_OLD}",
    re.IGNORECASE,
)
_CARER = re.compile(
    r"\b(?:aides?|carers?|caregivers?|companions?|nurses?|care assistants?|care workers?|sitters?"
    rf"|(?:home|live-in|personal) (?:care|help))\s+(?:for|to|with)\s+(?P<whom>{_OLD})",
    re.IGNORECASE,
)


def read_care(text: str, named: list[Term]) -> list[Term]:
    """Return the care of old people that a text asks for, unless it names a skill there."""
    taken = Cover(len(text), ((t.start, t.end) for t in named))
    spans = [m.span() for m in _CARE.finditer(text)]
    spans += [m.span("whom") for m in _CARER.finditer(text)]
    return [Term("skill", _ELDERLY, *s) for s in spans if not taken.touches(*s)]
