"""Judges the fields somebody worked in: a workplace shows one, a school or a heading does not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from tools.candidates import Candidate
from tools.criteria import Criterion
from tools.evidence.deeds import by_field
from tools.evidence.finding import UNCLEAR, Finding, Span
from tools.evidence.held_jobs import names_a_job
from tools.evidence.wording import READ, Words
from tools.vocabulary.homonyms import means_another
from tools.vocabulary.industries import canonical_industry, workplace_names

_STUDIES = (
    r"(?:education\w*|academic|certificat\w+|licen[sc]es?|licensure|training|courses?|coursework"
    r"|degrees?|credentials)"
)
_HEADING = re.compile(
    rf"^[ \t]*(?=(?-i:[A-Z]))(?:(?P<studies>{_STUDIES}"
    rf"(?:[ \t]*(?:and|[&/,]|background|history|{_STUDIES}))*)"
    r"|(?:(?:professional|work|career|core|key|technical|military)[ \t])*(?:experience|summary"
    r"|profile|objective|overview|history|skills?|highlights|strengths|employment|military"
    r"|qualifications|accomplishments|achievements|affiliations|memberships?|interests|awards"
    r"|languages|additional|volunteer\w*|community|activities|publications|references)\b"
    r"[^\n.,;:]{0,25})[ \t]*:?[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
_SCHOOL = re.compile(
    r"[ \t]+(?:(?:[Mm]anagement|[Aa]dministration|[Ss]tudies|[Aa]rts|and|&|[A-Z]\w+)[ \t]+){0,2}"
    r"(?:Institute|College|University|Academy|School|[Dd]egree|[Dd]iploma|[Mm]ajor|[Ss]tudent)\b"
)
_DEGREE = re.compile(
    r"\b(?:Bachelor|Master|Associate|Doctor)(?:['’]?s)?(?: Degree)?(?: of| in| [A-Z]\w+){1,4}"
    r"[\s:,-]+$"
    r"|\b(?:[Dd]egree|[Dd]iploma|[Mm]ajor(?:ed)?|[Cc]ertificat(?:e|ion))(?: in|:)\s(?:\w+\s){0,2}$"
    r"|\b(?:Institute|College|University|Academy|School) (?:of|for) (?:\w+ ){0,2}$"
)
_OF_OTHERS = re.compile(
    r"\b(?:(?:vendor|supplier|client|customer)s?|partners)(?: (?:companies|firms|brands))?"
    r"[,:]?[ \n](?:such as|like|includ(?:ing|ed?|es):?|(?:with)?in(?: the)?)[ \n](?!an?\b)"
    r"(?:[\w&'’.-]+(?:,? and|,? or|[,/]|(?= (?:and|or)\b))?[ \n]){0,10}$",
    re.IGNORECASE,
)
_ARE_OTHERS = re.compile(
    r"(?:,? (?:and|&|or) [\w-]+)?(?: industry| sector)?[ \n](?:(?:national|key|major|global) )?"
    r"(?:accounts\b(?! (?:receivable|payable|clerk|assistant|manager))"
    r"|vendors?|suppliers?|partners?|clients?)\b",
    re.IGNORECASE,
)
_REACH = 60
_THERE = re.compile(
    r"\b(?:(?:at|in|within|around|throughout|of)|for(?=[ \n](?:the|an?|our)\b))"
    r"[ \n](?:[\w&'’.-]+[ \n]){0,3}$",
    re.IGNORECASE,
)
_ENDS_THERE = re.compile(
    r"\s*(?:$|[.,;:()\n–—-]|(?-i:[A-Z\d])|(?:and|or|to|with|in|on|at|for|by|as|that|which|who"
    r"|where|is|was|settings?|environments?|industry|chain|staff|guests?|operations|departments?"
    r"|floor|kitchen|lobby)\b)",
    re.IGNORECASE,
)


def judge_industry(person: Candidate, wish: Criterion, words: Words = READ) -> Finding:
    """Return whether one of the fields is named where somebody worked; a study of it is no work.

    Where none is named, a trade that works in it shows one in part.
    """
    named = _worked_in(person, wish.values)
    if own := [place for place in named if not _is_served(person, place)]:
        return Finding("met", min(1.0, 0.7 + 0.1 * len(own)), tuple(own))
    if named:
        return Finding("partly", 0.6, tuple(named), "the field of clients or partners")
    for value in wish.values:
        written = _worked(person, words.phrase(person, value))
        if written and canonical_industry(value) is None:
            return Finding("met", 0.9, tuple(written))
        if (found := _by_workplace(person, value, written, words)) is not UNCLEAR:
            return found
    return by_field(person, wish.values)


def own_fields(person: Candidate, fields: Sequence[str]) -> list[Span]:
    """Return where one of the fields is named as one's own, never as studied."""
    return [s for s in _worked_in(person, fields) if not _is_served(person, s)]


def _worked_in(person: Candidate, fields: Sequence[str]) -> list[Span]:
    """Return where one of the fields is named and not as studied, be it that of others."""
    named = [(f.start, f.end) for f in person.profile.industries if f.value in fields]
    return _worked(person, named)


def _by_workplace(person: Candidate, value: str, written: Sequence[Span], words: Words) -> Finding:
    """Return whether a workplace of a field is named: who manages a hotel works in one."""
    text = person.text
    places = [s for name in workplace_names(value) for s in words.phrase(person, name)]
    meant = [s for s in _worked(person, places) if not means_another(value, text, *s)]
    if held := [s for s in meant if names_a_job(person, s)]:
        return Finding("met", 0.9, tuple(held))
    passing = [*written, *(s for s in meant if _is_where_work_is_done(text, s))]
    return Finding("partly", 0.6, tuple(passing), "named in passing") if passing else UNCLEAR


def _is_served(person: Candidate, place: Span) -> bool:
    """Return whether a field is that of others dealt with: "vendors such as Boeing Aerospace"."""
    before = person.text[max(0, place[0] - 2 * _REACH) : place[0]]
    told = _OF_OTHERS.search(before) or _ARE_OTHERS.match(person.text, place[1])
    return told is not None and not names_a_job(person, place)


def _is_where_work_is_done(text: str, place: Span) -> bool:
    """Return whether something is done at a place: "in the hotel", and no bank reconciliation."""
    before = text[max(0, place[0] - _REACH) : place[0]]
    return bool(_THERE.search(before) and _ENDS_THERE.match(text, place[1]))


def _worked(person: Candidate, places: Iterable[Span]) -> list[Span]:
    return [place for place in places if not _is_studied(person, place)]


def _is_studied(person: Candidate, place: Span) -> bool:
    """Return whether a place tells of a school, a degree or a course and not of work."""
    if any(d.start <= place[0] < d.end for d in person.profile.education):
        return True
    text = person.text
    before = text[max(0, place[0] - _REACH) : place[0]]
    if _SCHOOL.match(text, place[1]) or _DEGREE.search(before):
        return True
    jobs = [p.start for p in person.profile.positions if p.start <= place[0] < p.end]
    headings = list(_HEADING.finditer(text, max(jobs, default=0), place[0]))
    return bool(headings) and headings[-1]["studies"] is not None
