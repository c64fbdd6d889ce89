"""Finds the jobs of a résumé that dates none: a title and its employer under a heading."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tools.ingest.career.entries import Anchor, titles_in
from tools.ingest.career.lone_dates import heads_hidden, is_titled
from tools.ingest.career.title_shapes import is_duty, names_a_job
from tools.ingest.dates.periods import Period
from tools.ingest.fragments import Fragment, is_company, split_header
from tools.ingest.headings import heading_kind
from tools.ingest.sections import Line, Outline
from tools.ingest.templates import MASKED_EMPLOYER
from tools.vocabulary.places import resolve

_JOBS = "experience"
_EMPLOYER_LONGEST = 80
_MOST_PIECES = 4


def with_undated(outline: Outline, anchors: Sequence[Anchor]) -> list[Anchor]:
    """Return the anchors with those of jobs that have no dates, if no job of the résumé has any.

    Under a heading of experience, an employer that is hidden tells itself; another looks like a
    firm or says a place, and a known title stands above it or before it on the line. The periods of
    such jobs are empty.
    """
    if any(anchor.period.begin for anchor in anchors):
        return list(anchors)
    taken = {near for anchor in anchors for near in (anchor.line, anchor.line + 1)}
    find = _hidden if MASKED_EMPLOYER in outline.text else _employers
    found = list(anchors)
    for section in outline.sections:
        if section.kind != _JOBS or section.inline:
            continue
        for number in find(outline.lines, outline.lines_in(section.body, section.end)):
            start, end = outline.lines[number].start, outline.lines[number].end
            if number not in taken:
                titles = tuple(titles_in(outline.text, start, end))
                found.append(Anchor(number, Period("", "", False, start, start), titles, _JOBS))
    return sorted(found, key=lambda anchor: anchor.line)


def _hidden(lines: Sequence[Line], numbers: range) -> Iterator[int]:
    return (number for number in numbers if heads_hidden(lines[number].text))


def _employers(lines: Sequence[Line], numbers: range) -> Iterator[int]:
    for number in numbers:
        line = lines[number].text
        if is_titled(line):
            if _is_employer(line):
                yield number
        elif _is_employer(line):
            if number == numbers.start:
                return  # Employers come first here: the line under a title may be the next one's.
            if is_titled(lines[number - 1].text) and not _is_employer(lines[number - 1].text):
                yield number


def _is_employer(line: str) -> bool:
    """Whether a short line is no sentence and names a firm by its form, or a place."""
    pieces = split_header(line, 0, len(line))
    if not pieces or len(pieces) > _MOST_PIECES or len(line) > _EMPLOYER_LONGEST:
        return False
    if not line[0].isalnum() or line[0].islower() or line[-1] in ".:;!?" or heading_kind(line):
        return False
    if any(is_duty(piece.text) or piece.text[0].islower() for piece in pieces):
        return False
    return any(_is_firm_or_place(piece) for piece in pieces)


def _is_firm_or_place(piece: Fragment) -> bool:
    firm = is_company(piece.text) and not names_a_job(piece.text)
    return firm or resolve(piece.text) is not None
