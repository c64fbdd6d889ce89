"""Reads a title from which the account of a job runs on: "Truck Driver Maintained the logs …"."""

from __future__ import annotations

import re

from tools.ingest.career.deeds import begins_an_account
from tools.ingest.career.entries import titles_in
from tools.ingest.career.title_shapes import is_fragment, is_title_sized, leads, names_a_job
from tools.ingest.fragments import Fragment, is_company, split_header, trimmed
from tools.vocabulary.places import resolve
from tools.vocabulary.word_sets import words

_REACH = 110
_MOST_WORDS = 9
_WORD = re.compile(r"\S+")
_GRADE = re.compile(r" (?:[IVX]{1,3}|\d)(?= ?$| [A-Z]|[.,;:])")
_SMALL = words("& - / a and at for in of on the und de la et y")
_STOPS = (".", ";", ":", "|", "!", "?")
_SHORT = re.compile(r"(?:Sr|Jr|Asst|Dir|Mgr|Dept|Sgt|Lt|Dr|Exec|Assoc)\.$")
_FOLLOWING = re.compile(r"\s*(?:$|[.;:|,(\u2013\u2014]|[-/]\s|\W?[A-Z\d]|(?:in|of|for)\s\w)")
_CLOSED = re.compile(r"\s*[|;]")
_AS = re.compile(
    r"(?:I\s)?(?:(?:was|am|have\sbeen|been|(?:pre|cur)\w+ly|first|initially)\s)*"
    r"(?:work|serv|hir|employ|start|appoint|engag)(?:e|ed|ing|s)?\s(?:out\s)?as\s(?:an?\s|the\s)?",
    re.IGNORECASE,
)
_AS_FOLLOWING = re.compile(r"\b")


def leading_title(text: str, start: int, end: int) -> Fragment | None:
    """Return the title with which text[start:end] begins, or None if it begins with other words.

    It ends where a sentence ends or a verb begins the account, or with what is a known title. In
    small letters it is one if "|" or ";" follows.
    """
    if served := _AS.match(text, start, end):
        return _known(text, Fragment("", served.end(), end), end, _AS_FOLLOWING)
    if text[start].islower():
        return _known(text, Fragment("", start, start), end, _CLOSED)
    line_end, end = end, min(end, start + _REACH)
    head, closed = _head(text, start, end)
    closed = closed or (head is not None and head.end == line_end)
    if head is None or not head.text[0].isupper():
        return None
    known = _known(text, head, end, _FOLLOWING)
    if closed and _is_whole(text, head) and (known is None or known.end < head.end):
        return head
    return known


def _is_whole(text: str, head: Fragment) -> bool:
    """Whether the words say a job in their first or last word and no firm or place before it."""
    if not is_title_sized(head.text) or " " not in head.text or is_fragment(head.text):
        return False
    *before, last = split_header(text, head.start, head.end)
    stopped = text.startswith(".", head.end)
    firm = is_company(last.text) and not names_a_job(last.text) and not stopped
    elsewhere = any(is_company(p.text) or resolve(p.text) is not None for p in before)
    return not firm and not elsewhere and (names_a_job(head.text) or leads(head.text))


def _head(text: str, start: int, end: int) -> tuple[Fragment | None, bool]:
    """Return the words before the account, and whether something told where they end."""
    high = start
    for number, word in enumerate(_WORD.finditer(text, start, end)):
        if number and (begins_an_account(word[0]) or "\n" in text[high : word.start()]):
            return trimmed(text, start, high), True
        if number >= _MOST_WORDS or (word[0][0].islower() and word[0] not in _SMALL):
            return trimmed(text, start, high), False
        high = word.end()
        if word[0].endswith(_STOPS) and not _SHORT.search(word[0]):
            return trimmed(text, start, high), True
    return trimmed(text, start, high), False


def _known(text: str, head: Fragment, end: int, following: re.Pattern[str]) -> Fragment | None:
    """Return the words to the end of the first known title among them, with its grade."""
    for mention in titles_in(text, head.start, end):
        lead = text[head.start : mention.start]
        plain = all(_is_name(word) for word in lead.split())
        if mention.start > head.end or not plain:
            return None
        if is_company(lead) and not names_a_job(lead):
            return None
        if not following.match(text, mention.end, end):
            return None
        grade = _GRADE.match(text, mention.end, end)
        high = grade.end() if grade else mention.end
        return Fragment(text[head.start : high], head.start, high)
    return None


def _is_name(word: str) -> bool:
    return word[0].isupper() and word[-1].isalnum()
