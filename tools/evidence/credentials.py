"""Tells a credential that is held from a course for it, a plan of it and one that has run out."""

from __future__ import annotations

import re

_BY_COURSE = re.compile(
    r"OSHA|CPR|BLS|ACLS|PALS|First Aid|HAZWOPER|Forklift|ServSafe|Food|Belt|Clearance|Certificate"
    r"|Microsoft Office",
    re.IGNORECASE,
)
"""Credentials that a course gives."""
_REACH = 90
_BEFORE = re.compile(
    r"\b(?:(?:training )?courses? (?:attended|taken|in|for|on)|training (?:in|for)|studying for"
    r"|coursework (?:in|for)|classes (?:in|for)|willing to|plan(?:ning)? to"
    r"|certifications such as)\b[^.,;:\n]{0,60}\Z",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"[)\]]?[ \t]*(?:[-–(][ \t]*)?(?:(?-i:[A-Z])\w*[ \t]+){0,3}"
    r"(?:(?:certification |exam )?(?:coursework|course\b|classes|boot ?camp|camp\b|prep\b)"
    r"|tentative|eligible|previously\b)|[ \t]+certificate after graduation",
    re.IGNORECASE,
)
_RAN_OUT = re.compile(
    r"[)\]]?[ \t]*(?:registration|licen[sc]e|certification)?[ \t,:(-]*(?:19|20)\d\d[ \t]*[-–][ \t]*"
    r"(?:19|20)\d\d\b",
    re.IGNORECASE,
)


def is_in_doubt(text: str, name: str, start: int, end: int) -> bool:
    """Return whether text[start:end] names a credential by a course, a plan or years gone by."""
    if _RAN_OUT.match(text, end):
        return True
    if _BY_COURSE.search(name):
        return False
    return bool(_AFTER.match(text, end) or _BEFORE.search(text, max(0, start - _REACH), start))
