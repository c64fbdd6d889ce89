"""Tells dates in a sentence from those that head a job whose title is not said."""

from __future__ import annotations

import re

from tools.ingest.career.title_shapes import is_duty
from tools.ingest.dates.periods import Period
from tools.ingest.fragments import is_bullet
from tools.ingest.sections import Line
from tools.ingest.templates import MASKED_EMPLOYER

_FEW = 3
_MANY = 6
_FULL_LINE = 50
_RUNS_ON = re.compile(r"[)\]]?,? (?:[a-z]+ [a-z]|and |by |in |of )|\)?,? \d{4}\b|, [a-z]")
_YEARS = re.compile(r"[,\s]\d{4}$")
_TWO_YEARS = re.compile(r"\d{4},? and \d{4}")
_AS = re.compile(r"[)\]]?,? as (?:an?|the|its|their) ")
_LEADS_ON = re.compile(r"\b(?:from|through|during|since|until)\s*$", re.IGNORECASE)


def dated_in_prose(text: str, line: Line, period: Period) -> bool:
    """Return whether a period belongs to a sentence: "Raised sales by 9% from 2010 to 2012"."""
    if MASKED_EMPLOYER in line.text or _AS.match(text, period.end):
        return False
    before = text[line.start : period.start].strip(" \t([,;:|-\u2013\u2014")
    told = before.split()
    if not told:
        return False
    if is_duty(before) or (before[0].islower() and _is_wrapped(text, line)):
        return True
    leads_on = bool(_LEADS_ON.search(text[line.start : period.start]))
    listed = bool(_YEARS.search(before) or _TWO_YEARS.fullmatch(text, period.start, period.end))
    if len(told) < _FEW or listed:
        return listed or (leads_on and len(told) > 1)
    after = text[period.end : max(period.end, line.end)]
    small = sum(word[0].islower() for word in told)
    closes = len(told) > _MANY and after.strip() == ")."
    runs_on = leads_on or closes or bool(_RUNS_ON.match(after)) or is_bullet(line.text)
    return runs_on and small > 0


def _is_wrapped(text: str, line: Line) -> bool:
    """Whether a line goes on with the sentence of a full line above it."""
    above = text[text.rfind("\n", 0, max(0, line.start - 1)) + 1 : line.start].rstrip()
    return not line.after_blank and len(above) >= _FULL_LINE and above[-1] not in ".!?:"
