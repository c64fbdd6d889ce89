"""Tells dates that head no job: those of a break, of versions of a tool, of one duty more."""

from __future__ import annotations

import re

from tools.ingest.dates.periods import Period
from tools.ingest.phrases import phrases
from tools.ingest.sections import Line, Section

_SAID = phrases("career")

_SKILLS = "skills"
_FEW = 2
_BREAK = re.compile(rf"{_SAID['break']}", re.IGNORECASE)
_AWARD = re.compile(
    r"[^\w(]*(?:(?!head )[^ ,(]+ ){1,4}of the (month|quarter|year)\b(?! club)", re.I
)
_ALSO = re.compile(r"(?:also|auch|additionally|zusätzlich|également|también|também|ook)\b", re.I)
_VERSION = re.compile(rf"\b(?:{_SAID['versioned']})$", re.IGNORECASE)
"""What has years for the names of its versions: "Windows Server 2016 bis 2022"."""


def tells_no_job(
    line: Line, period: Period, section: Section, prefix: str, suffix: str, *, titled: bool
) -> bool:
    """Return whether the date of a line is that of a break, of a version or of one duty more.

    `prefix` and `suffix` stand around the date, `titled` says that a known title is on the line.
    """
    if _AWARD.match(prefix) or (not prefix and suffix[:1].islower() and suffix[-1] == ":"):
        return True
    if titled:
        return False
    if _BREAK.search(line.text) or (any(period.vague) and _VERSION.search(prefix)):
        return True
    beside = f"{prefix} {suffix}".split()
    if line.text[0] == "(" and line.text[-1] == ")" and len(beside) > _FEW:
        return True
    if not period.since:
        return False
    return section.kind == _SKILLS or bool((prefix and suffix[:1].isalnum()) or _ALSO.match(suffix))
