"""Tells how a credential stands: held, in doubt (still to come, or run out), or lost."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

Standing = Literal["held", "to come", "run out", "lost"]

_REACH = 90
_CARD = (
    r"(?:card|licen[cs](?:e|ed|ure|ing)|certificat(?:e|ion)|certified|cert|clearance|examination"
    r"|exam|credential|registration|status|designation|permit|endorsement|commission)s?\b"
)
_BESIDE = (
    r"[)\]]?(?:[ \t]?[/&][ \t]?[A-Z]\w*(?:[ \t][A-Z]\w*)?)?"
    r"(?:(?:,|[ \t]and|[ \t]?&)[ \t]\d{1,3}){0,6}(?:[ \t]?\([\w.]{2,10}\))?"
    rf"(?:[ \t]{{1,3}}{_CARD}){{0,3}}(?::?[ \t]?#?[ \t]?[A-Z]{{0,3}}-?\d{{4,}}\b)?"
    r"[ \t]?[,:;(\[*\u2013\u2014-]{0,2}[ \t]?"
)
"""What may stand between a credential and its state: "CPR/First Aid (", "RN license #12345 - "."""
_IS = (
    r"(?:(?:was|were|is|are|has|have|had|been|got|now|currently|temporarily|voluntarily"
    r"|permanently|recently|since|later|certs?|which|but|just)[ \t]{1,3}){0,4}"
)
_ENDS = (
    r"(?=[ \t]{0,3}(?:$|[\]),.;:\n\d\u2022\u2013\u2014-]"
    r"|(?:in|on|since|as of|due|after|by|for|during|because|and|but)\b"
    rf"|{_CARD}|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\b))"
)
"""What follows the word for a state, which may speak of something else: "suspended ceilings"."""
_LOST_AFTER = re.compile(
    rf"{_BESIDE}{_IS}(?:revoked|suspended|surrendered|cancell?ed|forfeited|relinquished|rescinded"
    rf"|taken away|failed|lost|denied|refused|not (?:held|granted|issued|obtained|passed)){_ENDS}",
    re.IGNORECASE | re.MULTILINE,
)
_LOST_BEFORE = re.compile(
    r"\b(?:los(?:t|ing)|loss of|surrender(?:ed|ing)?|forfeited|relinquished|gave up|revoked"
    r"|revocation of|suspended|suspension of|fail(?:ed|ing)|denied|stripped of)[ \t]+"
    r"(?:(?:my|his|her|their|the|an?|of|old|active|state|to|pass|obtain|get|keep)[ \t]+){0,4}$",
    re.IGNORECASE,
)
_RAN_OUT_AFTER = re.compile(
    rf"{_BESIDE}{_IS}(?:expired|lapsed|in-?active|dormant|outdated|out of date|overdue"
    r"|unrenewed|non-?current|not (?:active|current|renewed|valid|up to date|maintained)"
    r"|no longer (?:active|current|valid|held|licen[cs]ed|certified|maintained)"
    r"|needs? (?:to be )?renew\w*|(?:to be|being|awaiting|due for|up for) renew\w*"
    r"|renewal (?:pending|due|in progress|overdue)"
    r"|previously (?:held|certified|registered|licen[cs]ed)|formerly(?: held)?"
    rf"|in (?:the )?past){_ENDS}",
    re.IGNORECASE | re.MULTILINE,
)
_RAN_OUT_BEFORE = re.compile(
    r"(?:\b(?:expired|lapsed|in-?active|dormant|former(?:ly)?|previous(?:ly)?|(?<!and )past"
    r"|unrenewed|outdated|no longer|used to (?:hold|be|have))[: \t]+"
    r"(?:(?:member|held|certified|licen[cs]ed|registered|an?|as|my|the|hold|in|state)\b:?[ \t]*)"
    r"{0,4}"
    r"|\bex-[ \t]?"
    r"|\b(?:in-?active|expired|lapsed|previous|past|former)[ \t]+(?:licen[cs]es|certifications"
    r"|credentials|clearances)\b[^.;\n]{0,60})$",
    re.IGNORECASE,
)
_WORK = re.compile(r"[ \t]{1,3}(?:experience|duties|work|positions?|roles?|jobs?)\b", re.IGNORECASE)
_UNTIL = re.compile(
    rf"{_BESIDE}(?:issued[ \t][\w/.,' -]{{4,20}}?[ \t,-]{{1,3}})?(?:{_CARD}[ \t]{{1,3}})?"
    r"(?:current[ \t]{1,3})?"
    r"(?:(?:valid[ \t]{1,3}|good[ \t]{1,3})?(?:until|till|through|thru|up[ \t]?to)"
    r"|exp(?:ires?|ired|iration|iry|\.)?(?:[ \t]{1,3}(?:date|in|on|as of))?)[ \t:.]{0,4}"
    r"(?:[a-z]{3,9}\.?,?[ \t]{0,3})?(?:\d{1,2}(?:st|nd|rd|th)?[ \t/.,-]+){0,2}"
    r"(?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_YEARS = re.compile(
    r"[)\]]?[ \t]?(?:registration|licen[cs]e|certification)?[ \t,:(-]{0,4}(?:19|20)\d\d"
    r"[ \t]{0,2}[-–][ \t]{0,2}(?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_AGAIN = re.compile(
    r"\b(?<!not )(?<!be )(?:reinstated|renewed|restored|regained|re-?certified|re-?issued"
    r"|active again)\b",
    re.IGNORECASE,
)
_NOW = re.compile(r"\b(?<!in)(?<!in-)(?:active|current|valid|unrestricted)(?:ly)?\b", re.IGNORECASE)
_TO_COME_BEFORE = re.compile(
    r"\b(?:pursuing|working (?:on|towards?)|studying (?:for|towards?)|preparing for|pending"
    r"|will (?:be|become|obtain|sit|take)|eligible (?:for|to)|plan(?:s|ning)? to|goal (?:is )?to"
    r"|to (?:obtain|become|be|earn)|in (?:the )?process of|attempting|preparation for"
    r"|curriculum (?:for|to)|enrolled(?: in)?|candidate(?: for|:)|sit(?:ting)? for|in pursuit of"
    r"|aspiring|interested in (?:becoming|obtaining)|pre-?\s?nursing|scheduled (?:to|for)"
    r"|(?:society|association) (?:of|for)(?=[ \t]+$)"
    r"|(?:in progress|planned|upcoming)[ \t]*[:\u2013-]|(?:registered|registering) for the"
    r"|(?:\d|one|two|three) (?:of|out of) (?:\d|three|four)\b)[^.;\n]{0,40}$",
    re.IGNORECASE,
)
_SOUGHT = re.compile(
    r"\b(?:seeking|looking for|awaiting|waiting (?:for|on)|appl(?:y|ied|ying) for)[ \t]+"
    r"(?:(?:for|an?|my|the|state)[ \t]+){0,2}$",
    re.IGNORECASE,
)
_CLOSED = re.compile(rf"[)\]]?[ \t]*(?:$|[.,;:)\n]|{_CARD})", re.IGNORECASE | re.MULTILINE)
_TO_COME_AFTER = re.compile(
    r"[^\w\n]{0,3}(?:(?<=\()[\w.]{2,8}\)[^\w\n]{0,3})?"
    r"(?:\n(?:[(\[]|(?=(?-i:[a-z])|[\w ]{1,20}$)))?"
    r"(?:(?:licen[cs]e|certifications?|exam\w*)[^\w\n]+)?(?:certs )?"
    r"(?:(?:SPHR\W+)?prep\w*|(?:(?:qualified|excel|board|becker)\s)?(?:review|candidate)"
    r"|in (?:process|progress)|pending|learner\w*|eligible|(?<=\w )(?:student|school)|expected"
    r"|anticipated|planned|scheduled|underway|training in progress|appli(?:ed for|cation))\b",
    re.IGNORECASE | re.MULTILINE,
)
_CANDIDATE = re.compile(r"\b(?:candidate|eligible)$", re.IGNORECASE)
_BY_COURSE = re.compile(
    r"OSHA|CPR|BLS|ACLS|PALS|First Aid|HAZWOPER|Forklift|ServSafe|Food|Belt|Clearance|Certificate"
    r"|Microsoft Office",
    re.IGNORECASE,
)
"""Credentials that a course gives."""
_COURSE_BEFORE = re.compile(
    r"\b(?:(?:training )?courses? (?:attended|taken|in|for|on)|training (?:in|for)|studying for"
    r"|trained (?:in|for)(?!.*\b(?:hold|have|as an?)\b)"
    r"|learn(?:ed|t) (?:the )?(?:concepts|basics|fundamentals) of"
    r"|coursework (?:in|for)|classes (?:in|for)|willing to|plan(?:ning)? to"
    r"|certifications such as)\b[^.,;:\n]{0,60}\Z",
    re.IGNORECASE,
)
_COURSE_AFTER = re.compile(
    r"[)\]]?(?:[ \t]?\([\w.-]{2,10}\))?[ \t]{0,3}(?:[-–(][ \t]{0,3})?"
    r"(?:(?-i:[A-Z])\w*[ \t]{1,3}){0,3}(?:(?:certification |exam )?"
    r"(?:coursework|course\b|classes|boot ?camp|camp\b|prep\b)"
    r"|tentative|eligible|previously\b)|[ \t]{1,3}certificate after graduation",
    re.IGNORECASE,
)


class Named(NamedTuple):
    """A credential named at text[start:end]; `person` says that its name is a holder's: "RN"."""

    text: str
    name: str
    start: int
    end: int
    person: bool = False


def standing(named: Named, as_of: str) -> Standing:
    """Return how a credential stands by the words around it, on the day the résumé was read."""
    text, end = named.text, named.end
    before = text[max(0, named.start - _REACH) : named.start]
    line = before[before.rfind("\n") + 1 :]
    lost = bool(_LOST_AFTER.match(text, end) or _LOST_BEFORE.search(line))
    if lost or _has_run_out(named, line, as_of):
        again = _AGAIN.search(line) or _AGAIN.search(text, end, _end_of_line(text, end))
        return "held" if again else "lost" if lost else "run out"
    return "to come" if _is_to_come(named, line) else "held"


def is_said_to_hold_now(text: str, start: int, end: int) -> bool:
    """Return whether a line says of a credential that it is in force."""
    low = max(text.rfind("\n", 0, start) + 1, start - _REACH)
    return any(_NOW.search(text, *part) for part in ((low, start), (end, _end_of_line(text, end))))


def _end_of_line(text: str, end: int) -> int:
    line_end = text.find("\n", end)
    return min(line_end if line_end >= 0 else len(text), end + _REACH)


def _has_run_out(named: Named, line: str, as_of: str) -> bool:
    text, end = named.text, named.end
    until = _UNTIL.match(text, end) or (None if named.person else _YEARS.match(text, end))
    if until:
        return until["year"] < (as_of[:4] or "9999")
    if _RAN_OUT_AFTER.match(text, end):
        return True
    return bool(_RAN_OUT_BEFORE.search(line)) and not _WORK.match(text, end)


def _is_to_come(named: Named, line: str) -> bool:
    text, start, end = named.text, named.start, named.end
    if _TO_COME_BEFORE.search(line) or _TO_COME_AFTER.match(text, end):
        return True
    if _CANDIDATE.search(text, start, end) or (_SOUGHT.search(line) and _CLOSED.match(text, end)):
        return True
    if _BY_COURSE.search(named.name):
        return False
    return bool(_COURSE_AFTER.match(text, end) or _COURSE_BEFORE.search(line))
