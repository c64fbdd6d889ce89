"""Finds what a request says of permits, records and bodily strain, which no résumé shows."""

from __future__ import annotations

import re

from tools.request.protected.wish import DEMONYM
from tools.request.terms import Span

_VISA = r"(?:h-?1-?b|opt|cpt|ead|tn|visa)s?"
_HELD = (
    r"(?:\b(?:with|has|have|having|holds?|holding|needs?|requires?|no|without|must have)\s+"
    rf"(?:(?:an?|valid|current|full|{DEMONYM})\s+){{0,4}}|\bvalid\s+|\b{DEMONYM}\s+)"
)
_ABLE = r"\b(?:(?:must|should|can|could|be|is|are|able|ability|to|who|needs?|has|have)\s+){0,5}"
_POSE = r"stand|sit|walk|kneel|bend|standing|sitting|walking|kneeling|be on (?:your|their) feet"
_FORMALITY = re.compile(
    rf"{_HELD}work(?:ing)?[- ](?:permit|visa|authori[sz]ation)\b"
    r"|\b(?:(?:must|should|to|who|is|are|be)\s+){0,4}(?:legally\s+)?(?:authori[sz]ed|eligible"
    r"|entitled"
    r"|(?:with|have|has)\s+(?:the\s+)?(?:right|eligibility|authori[sz]ation|permission))\s+to\s+"
    r"(?:legally\s+)?work\b"
    r"|\b(?:no|not|without|(?:ca|do|does|wo|is|are)n'?t|(?:can|do|does|will|are|is)\s*not"
    r"|unable\s+to)\s+"
    r"(?:(?:able\s+to|offer\w*|provid\w*|need\w*|requir\w*|any|visa)\s+){0,4}sponsor(?:ship|s"
    r"|ed)?\b"
    rf"(?:\s+(?:{_VISA}|candidates?|available|offered|provided|possible|needed|required)){{0,4}}"
    rf"|\b(?:visa|{_VISA})\s+sponsorship\b(?:\s+(?:(?:is|are|not)\s+){{0,2}}(?:un)?(?:available"
    rf"|offered|provided"
    r"|possible|needed|required))?(?!\s+(?:spec|coord|manag|case|appl|proc))"
    rf"|\b(?:no|not|without)\s+(?:any\s+)?{_VISA}\b(?:\s*(?:,|/|or|and|&)\s*{_VISA}\b){{0,4}}"
    r"(?:\s+(?:candidates?|holders?|transfers?))?"
    rf"|\b{_VISA}(?:\s*(?:,|/|or|and|&)\s*{_VISA}){{0,4}}\s+(?:candidates?\s+"
    rf"|holders?\s+)?(?:(?:are"
    rf"|is)\s+)?"
    r"(?:only|ok(?:ay)?|welcome|fine|not\s+(?:allowed|accepted|considered|eligible))\b"
    r"|\b(?:(?:with|have|has|having|must\s+have)\s+)?(?:an?\s+)?(?:clean|clear|no|spotless|without"
    r"(?:\s+an?)?)\s+(?:criminal|police|arrest)\s+(?:records?|history|background|convictions?)\b"
    r"|\bpolice\s+(?:checks?|clearance)\b"
    r"|\bno\s+(?:(?:ex-?|former\s+)?(?:felons?|convicts?|offenders?|criminals?)|felon(?:y|ies)"
    r"|(?:felony\s+|criminal\s+)?convictions?)\b"
    r"|\b(?:(?:must|should|can|able|to|be|will|need\w*|has)\s+){0,4}(?:pass|clear|undergo|complete"
    r"|submit\s+to)\s+(?:(?:an?|our|the|pre-employment)\s+){0,2}(?:\w+\s+)?(?:background|drug"
    r"|criminal|credit|medical|physical)"
    r"(?:\s+(?:and|&|/)\s+\w+)?\s+(?:checks?|tests?|screen(?:ing)?s?|exams?|investigations?)\b"
    r"|\b(?:background|criminal|drug)\s+(?:checks?|tests?|screen(?:ing)?s?)\s+(?:(?:is|are"
    r"|will\s+be)"
    r"\s+)?(?:required|needed|mandatory|performed|done|a\s+must)\b"
    rf"|{_ABLE}(?:lift|carry|push|pull)(?:ing)?\b[^,;.\n]{{0,25}}?\b\d{{1,3}}\s?(?:-\s?\d+\s?)?"
    r"(?:\+\s?)?(?:lbs?|pounds?|#|kgs?|kilos?)(?!\w)(?:\s+(?:regularly|unassisted|frequently))?"
    rf"|{_ABLE}(?:{_POSE})(?:(?:,\s+|\s+(?:and|or)\s+|/)(?:{_POSE})){{0,4}}\s+(?:for\s+)?"
    r"(?:(?:up\s+to|at\s+least|an?|the)\s+){0,2}"
    r"(?:\d{1,2}\+?[\s-]*(?:hours?|hrs?)\b"
    r"(?:\s+(?:shifts?|days?|a day|per (?:day|shift)|at a time))*"
    r"|(?:long|extended|prolonged|entire|full|whole)\s+(?:periods?|hours|shifts?)(?:\s+of\s+time)?)"
    r"|\b(?:able to|ability to|must)\s+climb\s+(?:\w+\s+)?(?:ladders?|stairs)"
    r"|\bclimb ladders\b"
    r"|\b(?:(?:no|not|fewer|less|more|than|max\w*|at|most|\d{1,2}|any|two|three)\s+){1,4}"
    r"(?:moving\s+(?:traffic\s+)?violations?|(?:major\s+)?(?:traffic|driving)\s+(?:violations?|offen[cs]es?)|points|du?wis?|duis?|dui/dwi"
    r"|preventable\s+accidents?)\b[^,;.\n]{0,30}"
    r"|\b(?:(?:must|should|is|are|be|who)\s+){0,4}(?:willing|able|open|ready|happy"
    r"|prepared)\s+to\s+(?:relocate|commute|travel)\b(?:\s+(?:inter\w+|a lot))?"
    r"|(?:(?<=[,;.\n])|^)[^\S\n]?(?:(?:good|excellent|checkable|strong|two|three|\d)\s+)?references"
    r"(?:\s+(?:required|essential|needed))?(?=\s*(?:[,;.\n]|$))",
    re.IGNORECASE,
)


def find_formalities(text: str) -> list[Span]:
    """Return where the text asks for a permit, a record, strength or a move: to be asked."""
    return [m.span() for m in _FORMALITY.finditer(text)]
