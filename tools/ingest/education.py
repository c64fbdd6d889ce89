"""Reads degrees and trainings: level, field, institution and year of each, with offsets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from tools.candidates import Education
from tools.ingest.degree_words import degree_on_line, is_unfinished
from tools.ingest.fragments import split_header
from tools.ingest.sections import Line, Section
from tools.vocabulary.degrees import find_degrees

MOST_DEGREES = 20
_QUOTE_LONGEST = 160
_INSTITUTION_LONGEST = 90
_REMARK_LONGEST = 170
_INSTITUTION = re.compile(
    r"\b(?:universi\w*|college|school|institut\w*|academy|polytechnic|hochschule|schule|gymnasium"
    r"|lycée|lycee|école|ecole|escuela|escola|faculdade|faculty|centro|conservatory|seminary|iut"
    r"|akademie|kolleg|berufskolleg|liceo|politechnika|akademia|colegio|cégep|szkoła|technikum|technikon)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_TRUSTED = frozenset({"education", "certifications"})
_ACCOUNTS = frozenset({"experience", "summary", "skills"})


class _Named(NamedTuple):
    level: str
    field: str
    line: Line
    start: int
    end: int
    part: tuple[int, int]


def find_education(
    text: str, lines: Sequence[Line], sections: Sequence[Section], as_of: str
) -> tuple[Education, ...]:
    """Return the completed degrees in order; accounts of jobs count only for want of others."""
    named = list(_named(text, lines, [s for s in sections if s.kind not in _ACCOUNTS]))
    named = named or list(_named(text, lines, [s for s in sections if s.kind in _ACCOUNTS]))
    following = {line.start: after for line, after in pairwise(lines)}
    found: list[Education] = []
    for name in named[:MOST_DEGREES]:
        degree = _degree(text, name, following.get(name.line.start))
        statement = text[slice(*name.part)]
        ahead = degree.year[:4] > as_of[:4]
        if not ahead and not is_unfinished(statement) and not _repeats(found, degree):
            found.append(degree)
    return tuple(found)


def _named(text: str, lines: Sequence[Line], sections: Sequence[Section]) -> Iterator[_Named]:
    for section in sections:
        inside = [line for line in lines if section.start <= line.start < section.end]
        for line in inside:
            low, high = max(line.start, section.body), min(line.end, section.end)
            for part_start, part_end in _parts(text, low, high):
                yield from _on_part(text, line, part_start, part_end, section.kind)


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the statements of a line: "BA History, 2012; MA Journalism, 2013"."""
    at = start
    for mark in re.finditer(r";\s|\.\s(?=[A-Z])(?<!\b[A-Z]\.\s)(?<!\bDr\.\s)", text[start:end]):
        yield at, start + mark.start()
        at = start + mark.end()
    yield at, end


def _on_part(text: str, line: Line, start: int, end: int, kind: str) -> Iterator[_Named]:
    part = text[start:end]
    mentions = find_degrees(part)
    for mention in mentions:
        low, high = start + mention.start, start + mention.end
        yield _Named(mention.level, mention.field or "", line, low, high, (start, end))
    if mentions or len(part) > _REMARK_LONGEST:
        return
    if kind in _TRUSTED or (_INSTITUTION.search(part) and _YEAR.search(part)):
        word = degree_on_line(part)
        if word and (kind != "certifications" or _INSTITUTION.search(part)):
            field = _field(part[word.end :])
            yield _Named(word.level, field, line, start + word.start, end, (start, end))


def _field(rest: str) -> str:
    """Return the subject after a degree's name: "BA Welsh and Sociology, University …"."""
    match = re.match(r"[\s.]*(?:in|en|em|of)?[,\s]*([A-ZÀ-Ý][^,;(\d–|]{2,60})", rest)
    field = match.group(1).strip() if match else ""
    return "" if _INSTITUTION.search(field) else field


def _degree(text: str, name: _Named, following: Line | None) -> Education:
    line = name.line
    end = min(name.part[1], max(name.end, name.start + _QUOTE_LONGEST))
    institution = _institution(text, line)
    years = _YEAR.findall(text, name.start, end) or _YEAR.findall(text, line.start, line.end)
    if not institution and following is not None and not find_degrees(following.text):
        institution = _institution(text, following)
        years = years or _YEAR.findall(text, following.start, following.end)
    return Education(
        level=name.level,
        field=name.field,
        institution=institution,
        year=max(years, default=""),
        start=name.start,
        end=end,
    )


def _institution(text: str, line: Line) -> str:
    for piece in split_header(text, line.start, min(line.end, line.start + 300)):
        if _INSTITUTION.search(piece.text) and len(piece.text) <= _INSTITUTION_LONGEST:
            return piece.text
    return ""


def _repeats(found: Sequence[Education], degree: Education) -> bool:
    """Whether the degree is the one just read, said twice: "Bachelor of Science (B.Sc.)"."""
    return any(
        earlier.level == degree.level and earlier.start <= degree.start < earlier.end
        for earlier in found
    )
