"""Finds the school on a line about education, and the subject that stands beside it."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from tools.ingest.dates.months import MONTH_NAME
from tools.ingest.fragments import Fragment, is_bullet, split_header
from tools.ingest.phrases import phrases
from tools.ingest.sections import Line
from tools.vocabulary.degree_fields import is_field_word
from tools.vocabulary.degrees import find_degrees
from tools.vocabulary.places import resolve
from tools.vocabulary.word_sets import words

_SAID = phrases("schooling")

_SCHOOL = re.compile(rf"\b(?:{_SAID['school']})\b", re.IGNORECASE)
_KIND = re.compile(r"cent(?:re|er)|college|school|institut\w*|academy|hospital|clinic|library")
"""What a university may be: its centre or college."""
_APART = re.compile(
    rf"(?:(?<!\w)(?:{MONTH_NAME})\.?\s*)?(?:(?<!\d)\d{{1,2}}[/.])?(?<!\d)(?:19|20)\d\d(?!\d)"
    r"|\s:\s|\bgpa\b|(?<!\d)\d{1,3}(?!\w)|[()]",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"\s*\([^()\n]*\)?")
_WORD = re.compile(r"[^\s,;:()|]+")
_ENGLISH = words("university college school institute academy polytechnic conservatory seminary hs")
_LEADS_ON = words("of at for in")
_JOINS = words("of the at and & for in de la las los y du des d di et do da für fur der van")
_LONGEST = 90
_REACH = 300
_SUBJECT_WORDS = 7
_TORN = 2
_NO_SUBJECT = re.compile(r"\d|\bgpa\b|honou?rs|cum laude|\bstate\b|\bcity\b", re.IGNORECASE)


class _Word(NamedTuple):
    text: str
    start: int
    end: int

    @property
    def small(self) -> str:
        return self.text.lower()

    @property
    def of_a_name(self) -> bool:
        return self.text[0].isupper() or not self.text[0].isalpha()


def has_school(text: str) -> bool:
    """Return whether the words name a school by its kind."""
    return bool(_SCHOOL.search(text))


_SENTENCE = re.compile(r"[^\W\d_]{3}\.\s[A-ZÀ-Þ]")
"""A sentence that ends among words, which are no subject: "Ulm. Thesis"."""


def school_on_line(text: str, start: int, end: int) -> Fragment | None:
    """Return the name of the school on a line, without degree, subject and date; None on a bullet.

    "Bachelor of Arts : History 1987 Iona College City" gives "Iona College".
    """
    end = min(end, start + _REACH)
    if is_bullet(text[start:end]) or not has_school(text[start:end]):
        return None
    for piece in split_header(text, start, end):
        for low, high in _stretches(piece):
            mark = _SCHOOL.search(text, low, high)
            named = _name(text, low, mark, high) if mark else None
            if named and len(named.text) <= _LONGEST:
                return named
    return None


def field_beside(text: str, line: Line, school: Fragment) -> str:
    """Return the subject that follows the school: "PhD, Princeton University, Physics"."""
    short = _BRACKETS.match(text, school.end)
    start = short.end() if short else school.end
    pieces = split_header(text, start, min(line.end, start + _REACH))
    first = pieces[0].text if pieces else ""
    if _SENTENCE.search(first):
        return ""
    found = first.split()
    if not found or not first[0].isupper() or len(found) > _SUBJECT_WORDS:
        return ""
    if _NO_SUBJECT.search(first) or has_school(first) or resolve(first) or find_degrees(first):
        return ""
    return first


def untangled(text: str, field: str, school: Fragment) -> tuple[str, Fragment]:
    """Return the field and the school of a line that repeats the field behind the school's name.

    "BSc : Human Resources Elm College Human Resources", whose "Elm" was taken for the subject.
    """
    told = field.split()
    for count in range(len(told), 0, -1):
        again, torn = " ".join(told[:count]), told[count:]
        name = school.text.removesuffix(f" {again}")
        if name == school.text or " " not in name or name.split()[-1].lower() in _JOINS:
            continue
        if len(torn) > _TORN or any(word.lower() in _JOINS for word in torn):
            continue
        end = school.start + len(name.removesuffix(" State").removesuffix(" City"))
        start = text.rfind(torn[0], 0, school.start) if torn else school.start
        return again, Fragment(text[start:end], start, end)
    return field, school


def _stretches(piece: Fragment) -> list[tuple[int, int]]:
    """Return what is left of a piece between its degrees, dates and colons."""
    degrees = ((d.start, d.end) for d in find_degrees(piece.text))
    dates = (m.span() for m in _APART.finditer(piece.text))
    taken = sorted((piece.start + low, piece.start + high) for low, high in (*degrees, *dates))
    edges = [(piece.start, piece.start), *taken, (piece.end, piece.end)]
    return [(before[1], after[0]) for before, after in pairwise(edges) if before[1] < after[0]]


def _name(text: str, low: int, mark: re.Match[str], high: int) -> Fragment | None:
    found = [_Word(m.group(), m.start(), m.end()) for m in _WORD.finditer(text, low, high)]
    at = next((n for n, word in enumerate(found) if word.end > mark.start()), None)
    if at is None:
        return None
    while at + 1 < len(found) and found[at + 1].of_a_name and _KIND.match(found[at + 1].small):
        at += 1  # "University Centre of Svalbard", "University College"
    first, last = _first(found, at), _last(found, at)
    start, end = found[first].start, found[last].end
    while end > start and text[end - 1] in ".-–,'":
        end -= 1
    return Fragment(text[start:end], start, end)


def _first(found: list[_Word], at: int) -> int:
    """Return where a name begins: capitals, without the subject that may stand before it."""
    first = at
    while first > 0 and (found[first - 1].of_a_name or found[first - 1].small in _JOINS):
        first -= 1
    while first < at and found[first].small in _JOINS - {"the"}:
        first += 1
    subject = first
    while subject < at and (is_field_word(found[subject].small) or found[subject].small in _JOINS):
        subject += 1
    if subject < at:
        return subject
    whole = at + 1 < len(found) and found[at + 1].small in _LEADS_ON
    return at if whole and first < at and found[first].small != "the" else first


def _last(found: list[_Word], at: int) -> int:
    """Return where a name ends: at "College", or with what "University of …" leads on to."""
    last = at
    english = found[at].small.strip("'’s.") in _ENGLISH
    if english and not (at + 1 < len(found) and found[at + 1].small in _LEADS_ON):
        return last
    while last + 1 < len(found) and (
        found[last + 1].of_a_name or found[last + 1].small in _JOINS or found[last].small == "of"
    ):
        last += 1
    while last > at and found[last].small in _JOINS:
        last -= 1
    return last
