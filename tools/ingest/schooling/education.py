"""Reads degrees and trainings: level, field, institution and year of each, with offsets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import msgspec

from tools.candidates import Education
from tools.ingest.dates.months import MONTH_NAME
from tools.ingest.fragments import Fragment
from tools.ingest.phrases import phrases
from tools.ingest.schooling.degree_words import (
    degree_on_line,
    is_account,
    is_unfinished,
    is_unfinished_remark,
)
from tools.ingest.schooling.schools import field_beside, has_school, school_on_line, untangled
from tools.ingest.sections import Line, Outline, Section
from tools.vocabulary.degree_fields import is_field_word, tidy_field
from tools.vocabulary.degrees import find_degrees, shortened

_SAID = phrases("schooling")

MOST_DEGREES = 20
_QUOTE_LONGEST = 160
_REMARK_LONGEST = 170
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_SUBJECT = re.compile(
    r"[\s.:]*(?:(?:in|of|en|em|for)\s)?[,:\s]*([A-ZÀ-Ý][^,;(\d–|\n]{2,60}?)(?=\s{2}|[,;(\d–|]|$)"
)
_TRUSTED = frozenset({"education", "certifications"})
_ACCOUNTS = frozenset({"experience", "summary", "skills", "honors", "projects", "interests"})
_SERVED = re.compile(rf"\b(?:{_SAID['served']})\b", re.IGNORECASE)
_STATEMENT_END = re.compile(
    r";\s|\.\s(?=[A-Z])(?<!\b[A-Z]\.\s)(?<!\bDr\.\s)"
    r"(?<!\.[A-Z][a-z]\.\s)(?<!\.[A-Z][a-z]{2}\.\s)(?<!\.[A-Z][a-z]{3}\.\s)(?<!-Ing\.\s)"
)
"""No sentence ends within the name of a degree: "M.Sc. Physics", "B.Eng. Design"."""
_PERIOD_LINE = 40
_LETTERS = re.compile(rf"(?!(?:{MONTH_NAME})\b)\b[^\W\d_]{{3,}}", re.IGNORECASE)


class _Named(NamedTuple):
    level: str
    field: str
    at: int  # the number of its line among all lines
    start: int
    end: int
    part: tuple[int, int]
    section: Section


def find_education(outline: Outline, as_of: str) -> tuple[Education, ...]:
    """Return the completed degrees in order; accounts of jobs count only for want of others."""
    text = outline.text
    named = list(_named(outline, told=False)) or list(_named(outline, told=True))
    reader = _Reader(text, outline.lines, named[:MOST_DEGREES])
    found: list[Education] = []
    for name in named[:MOST_DEGREES]:
        degree = reader.degree(name)
        statement = text[slice(*name.part)]
        if degree.year[:4] > as_of[:4] or is_unfinished(statement) or reader.left_open(name):
            continue
        bare = text[degree.start : degree.end].lower() == "diploma"
        if bare and not (degree.institution or degree.year):
            continue
        twin = next((n for n, earlier in enumerate(found) if _same(earlier, degree)), None)
        if twin is None:
            found.append(degree)
        else:
            found[twin] = _fuller(found[twin], degree)
    return tuple(found)


def _named(outline: Outline, *, told: bool) -> Iterator[_Named]:
    """Yield the degrees that stand in accounts of other things, or elsewhere."""
    for section in outline.sections:
        if (section.kind in _ACCOUNTS) is not told:
            continue
        for number in outline.lines_in(section.start, section.end):
            line = outline.lines[number]
            low, high = max(line.start, section.body), min(line.end, section.end)
            for start, end in _parts(outline.text, low, high):
                yield from _on_part(outline.text, number, start, end, section)


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the statements of a line: "BA History, 2012; MA Journalism, 2013"."""
    at = start
    line = text[start:end]
    for mark in _STATEMENT_END.finditer(line):
        if shortened(line, mark.start() + 1):
            continue
        yield at, start + mark.start()
        at = start + mark.end()
    yield at, end


def _on_part(text: str, number: int, start: int, end: int, section: Section) -> Iterator[_Named]:
    part = text[start:end]
    mentions = find_degrees(part)
    for m in mentions:
        low, high = start + m.start, start + m.end
        yield _Named(m.level, m.field or "", number, low, high, (start, end), section)
    if mentions or len(part) > _REMARK_LONGEST or is_account(part):
        return
    if section.kind in _TRUSTED or (has_school(part) and _YEAR.search(part)):
        word = degree_on_line(part)
        if word and word.level == "secondary" and _SERVED.search(part, 0, word.start):
            return  # "Volunteer at Harrow High School" tells of a place of work
        if word and (section.kind != "certifications" or has_school(part)):
            field = _field(part[word.end :])
            low = start + word.start
            yield _Named(word.level, field, number, low, end, (start, end), section)


def _field(rest: str) -> str:
    """Return the subject after a degree's name: "BA Welsh and Sociology, University …"."""
    match = _SUBJECT.match(rest)
    field = tidy_field(match.group(1)) if match else None
    return field if field and not has_school(field) else ""


def _of_subject(word: str) -> bool:
    return is_field_word(word) or word.lower() in {"and", "of", "&", "in"}


def _is_date(line: str) -> bool:
    """Whether a line is a year or a period and nothing else."""
    return len(line) <= _PERIOD_LINE and line[-1].isdigit() and not _LETTERS.search(line)


class _Reader:
    """Reads what belongs to a degree from its line and the lines beside it."""

    def __init__(self, text: str, lines: Sequence[Line], named: Sequence[_Named]) -> None:
        self._text = text
        self._lines = lines
        self._named = frozenset(name.at for name in named)
        self._taken = set(self._named)
        self._upward: dict[int, bool] = {}
        for name in named:
            if name.section.start not in self._upward:
                above = self._beside(name, -1)
                self._upward[name.section.start] = above is not None

    def degree(self, name: _Named) -> Education:
        """Return the degree with its school, its year and, where none is named, its field."""
        text, line = self._text, self._lines[name.at]
        end = min(name.part[1], max(name.end, name.start + _QUOTE_LONGEST))
        years = _YEAR.findall(text, name.start, end) or _YEAR.findall(text, line.start, line.end)
        school = school_on_line(text, line.start, line.end)
        field = name.field or (field_beside(text, line, school) if school else "")
        field = "" if name.level == "secondary" else field or self._field_below(name)
        for step in (-1, 1) if self._upward[name.section.start] else (1, -1):
            at = None if school else self._beside(name, step)
            if at is None:
                continue
            self._taken.add(at)
            beside = self._lines[at]
            school = school_on_line(text, beside.start, beside.end)
            years = years or _YEAR.findall(text, beside.start, beside.end)
        years = years or self._year_beside(name)
        if school and field:
            field, school = untangled(text, field, school)
        return Education(
            level=name.level,
            field=field,
            institution=school.text if school else "",
            year=max(years, default=""),
            start=name.start,
            end=end,
            institution_start=school.start if school else 0,
            institution_end=school.end if school else 0,
        )

    def _field_below(self, name: _Named) -> str:
        """Return the subject that has the line below a degree, or its beginning, to itself."""
        line, at = self._lines[name.at], name.at + 1
        if at >= len(self._lines) or at in self._named or line.text[name.end - line.start :]:
            return ""
        below = self._lines[at]
        subject = _SUBJECT.match(below.text) if below.end <= name.section.end else None
        field = (tidy_field(subject.group(1)) if subject else None) or ""
        return field if field and all(map(_of_subject, field.split())) else ""

    def left_open(self, name: _Named) -> bool:
        """Return whether the line below, if it is a remark, says that the degree is not done."""
        at = name.at + 1
        if at >= len(self._lines) or at in self._named:
            return False
        line = self._lines[at]
        return line.start < name.section.end and is_unfinished_remark(line.text)

    def _beside(self, name: _Named, step: int) -> int | None:
        """Return the line before or after a degree if it names a school that is still free."""
        at = name.at + step
        if 0 <= at < len(self._lines) and _is_date(self._lines[at].text):
            at += step
        if at in self._taken or not 0 <= at < len(self._lines):
            return None
        line = self._lines[at]
        inside = name.section.body <= line.start < name.section.end
        return at if inside and school_on_line(self._text, line.start, line.end) else None

    def _year_beside(self, name: _Named) -> list[str]:
        """Return the years of a line that is a date and stands by the degree."""
        for at in (name.at - 1, name.at + 1):
            if 0 <= at < len(self._lines) and at not in self._taken:
                line = self._lines[at]
                inside = name.section.body <= line.start < name.section.end
                if inside and _is_date(line.text):
                    return _YEAR.findall(line.text)
        return []


def _same(earlier: Education, later: Education) -> bool:
    """Whether a degree was just read already: "Bachelor of Science (B.Sc.)", or said again."""
    if earlier.level != later.level:
        return False
    if earlier.start <= later.start < earlier.end:
        return True
    one, other = _subject(earlier), _subject(later)
    if not (one.startswith(other) or other.startswith(one)):
        return False
    schools = {e.institution for e in (earlier, later) if e.institution}
    years = {e.year for e in (earlier, later) if e.year}
    return len(schools) < 2 and len(years) < 2


def _subject(degree: Education) -> str:
    return degree.field.casefold()


def _fuller(earlier: Education, later: Education) -> Education:
    """Return the earlier degree with what only the later one says."""
    whole = msgspec.structs.replace(
        earlier, field=earlier.field or later.field, year=earlier.year or later.year
    )
    if whole.institution or not later.institution:
        return whole
    school = Fragment(later.institution, later.institution_start, later.institution_end)
    return msgspec.structs.replace(
        whole, institution=school.text, institution_start=school.start, institution_end=school.end
    )
