"""Finds whom somebody works with, which asks for no skill of theirs: "with design and sales"."""

from __future__ import annotations

import re

from tools.request.terms import Span

_WITH = (
    r"(?:work(?:s|ed|ing)?|liais(?:e|es|ed|ing)|coordinat(?:e|es|ed|ing)|partner(?:s|ed|ing)?"
    r"|collaborat(?:e|es|ed|ing)|interfac(?:e|es|ed|ing)|interact(?:s|ed|ing)?)"
    r"(?: (?:closely|directly|daily|together|hand in hand|side by side|effectively)){0,2}"
    r" (?:with|alongside)"
)
_LIKES = r"get(?:s|ting)? (?:on|along)(?: (?:really |very )?well)? with "
_OF = r"(?:the|our|other|both|all|internal|external|local|senior)"
_DEPARTMENT = (
    r"(?:sales|marketing|design|engineering|finance|accounting|HR|human resources|legal|operations"
    r"|production|manufacturing|purchasing|procurement|quality|logistics|warehouse|IT|pharmacy"
    r"|product|R&D|customer service|customer success|support|nursing|planning|maintenance|kitchen"
    r"|housekeeping|billing|compliance|merchandising|research|development)"
)
_PEOPLE = (
    r"(?:[a-z-]+ ){0,2}(?:architects|inspectors|physicians|doctors|surgeons|nurses|pharmacists"
    r"|therapists|actuaries|engineers|designers|developers|analysts|scientists|managers|owners"
    r"|buyers|planners|vendors|suppliers|contractors|subcontractors|consultants|agencies|auditors"
    r"|founders|directors|executives|leaders|stakeholders|colleagues|attorneys|lawyers|teachers"
    r"|brokers|carriers|operators|technicians|chefs?|owner|boss|manager|departments?|teams?)"
)
_ITEM = rf"(?:{_OF} )?(?:{_DEPARTMENT}(?: (?:teams?|departments?|staff|colleagues))?|{_PEOPLE})"
_COLLEAGUES = re.compile(
    rf"\b(?:{_WITH} |(?={_LIKES}))(?P<list>(?:{_LIKES})?"
    rf"{_ITEM}(?:(?:, (?:and |or )?|,? (?:and|or|&) |/){_ITEM})*)"
    r"(?=\s*(?:[.,;:)\n]|$|(?:on|to|in|at|for|from|about|across|during|when|who|and)\b))",
    re.IGNORECASE,
)


def find_colleagues(text: str) -> list[Span]:
    """Return where a text names the people and departments that somebody works with."""
    return [match.span("list") for match in _COLLEAGUES.finditer(text)]
