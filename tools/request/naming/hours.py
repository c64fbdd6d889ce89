"""Reads the hours somebody should be willing to work: "nights ok", "happy to do weekends"."""

from __future__ import annotations

import re

from tools.request.terms import Span, Term
from tools.vocabulary.shifts import NUMBERED

_SHORT = 250
"""Characters of a request up to which hours are what is asked of somebody."""
_WORK = r"(?:[- ](?:shifts?|work|duty|duties|hours|driving))?"
_TIMES = {
    "night shifts": rf"(?:over)?nights?{_WORK}|night-?time",
    "weekends": rf"week-?ends?{_WORK}|saturdays|sundays",
    "evenings": rf"evenings?{_WORK}",
    "holidays": rf"(?:bank |public )?holidays{_WORK}",
    "early shifts": r"early (?:shifts?|mornings?)|earlies",
    "late shifts": r"late (?:shifts?|hours)|lates",
    "shift work": r"(?:rotating |rotational )?(?:shifts|shift (?:work|patterns?))|shiftwork",
    "day shifts": r"day(?:time)? shifts?",
    **{name: rf"(?:{names}) shifts?" for name, names in NUMBERED.items()},
    "on-call duty": r"on[- ]call(?: work| duty| shifts?)?",
    "overtime": r"over-?time",
}
_TIME = "|".join(f"(?:{pattern})" for pattern in _TIMES.values())
_LIST = rf"(?:{_TIME})(?:(?:\s*[,/&+]\s*|\s+)(?:(?:and|or|and/or)\s+)?(?:{_TIME}))*"
_DO = r"(?:work(?:ing)?|do(?:ing)?|cover(?:ing)?|tak(?:e|ing)(?: on)?|accept(?:ing)?)"
_WILLING = (
    r"(?:(?:(?:is|are|be|being) )?(?:willing|happy|glad|ready|prepared|available|able|ok(?:ay)?"
    r"|fine|open|comfortable|flexible|up|good|free)(?: (?:to|with|for|about|on|at))?"
    r"|can|could|will|would|must|should|has to|have to|needs? to"
    r"|(?:does|do)(?:n't|es not| not) mind|not afraid of)"
)
_OKAY = (
    r"(?:(?:\s+work)?\s+(?:(?:is|are|would be|must be|should be)\s+)?(?:ok(?:ay)?|fine|possible|"
    r"part of (?:the|this|it)(?: (?:job|role|work))?|involved|included|to be expected|"
    r"no problem|no issue|acceptable|alright|all right|a must|required|needed|expected))"
)
_LED = r"(?!\s+(?:supervis|manag|lead|foreman|forem[ae]n|coordinat|superintend|work))"
_BY_NUMBER = rf"(?:first|second|third|1st|2nd|3rd|swing|graveyard) shifts?\b{_LED}"
"""A shift that is told apart by its place in the day, and nobody who leads one."""
_ALONE = (
    rf"^\W*(?:(?:only|just|also|and|for|on|the|plus)\s+)*(?P<alone>{_LIST})"
    r"(?=(?:\s+(?:only|please|too|as well))*\W*$)"
)
_ASKED = re.compile(
    rf"{_ALONE}|\b(?P<named>{_BY_NUMBER})|\b(?:{_WILLING}\s+(?:{_DO}\s+)?(?:(?:the|some|on|at|during|any)\s+)?(?P<led>{_LIST})\b{_OKAY}?"
    rf"|(?P<let>{_LIST})\b{_OKAY})",
    re.IGNORECASE,
)
_EACH = re.compile("|".join(f"(?P<t{n}>{p})" for n, p in enumerate(_TIMES.values())), re.I)
_NAMES = tuple(_TIMES)
_WAYS = ("alone", "named", "led", "let")
"""How hours are asked for: by themselves, by number, to be willing to, as being fine."""
_REFUSED = re.compile(
    rf"\b(?:no(?: more| working)?|without(?: any| working)?|not(?: on| working| doing)?"
    rf"|(?:does|do|can)(?:n'?t| not) (?:work|do))\s+(?P<hours>{_LIST})"
    r"(?=\s*(?:please\s*)?(?:$|[.,;:!?)\n])|\s+(?:who|in|near|but|and|with)\b)",
    re.IGNORECASE,
)


def read_hours(text: str) -> list[Term]:
    """Return the hours asked for, each by one name; the first and last take the words around.

    A long text tells of the hours of a job, which ask for nothing.
    """
    if len(text) > _SHORT:
        return []
    return [term for asked in _ASKED.finditer(text) for term in _terms(text, asked)]


def asked_hours(text: str) -> tuple[str, ...]:
    """Return the names of the hours that a request asks somebody to be willing to work."""
    return tuple(dict.fromkeys(str(term.value) for term in read_hours(text)))


def refused_hours(text: str) -> dict[str, str]:
    """Return hours that a request refuses, by the words that do: nights of "no nights"."""
    return {text[start:end]: hours for (start, end), hours in find_refused_hours(text).items()}


def find_refused_hours(text: str) -> dict[Span, str]:
    """Return hours that a request refuses, which puts nobody out, by where it does."""
    short = text if len(text) <= _SHORT else ""
    return {m.span(): m["hours"] for m in _REFUSED.finditer(short)}


def _terms(text: str, asked: re.Match[str]) -> list[Term]:
    start, end = asked.span(next(name for name in _WAYS if asked[name]))
    found = list(_EACH.finditer(text, start, end))
    terms = []
    for at, time in enumerate(found):
        first = asked.start() if at == 0 else time.start()
        last = asked.end() if at == len(found) - 1 else time.end()
        name = _NAMES[int(str(time.lastgroup)[1:])]
        terms.append(Term("text", name, first, last))
    return terms
