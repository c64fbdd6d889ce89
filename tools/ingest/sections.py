"""Cuts a résumé into sections by its headings."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tools.ingest.headings import heading_kind

_INLINE_LONGEST = 40
_HEADER_KIND = "header"
_COLUMN_HEADS = frozenset({"Total Years", "Years Used", "Last Used"})


class Line(NamedTuple):
    """One line that is not blank; `text` is stripped and `start`, `end` are its offsets."""

    text: str
    start: int
    end: int
    after_blank: bool


class Section(NamedTuple):
    """A stretch of the résumé under one heading.

    `kind` is header (what stands before the first heading), summary, experience, skills,
    education, certifications, languages, volunteer, personal, honors, interests, projects or other;
    `start` is the offset of the heading, `body` that of the first character after it.
    `inline` marks "Languages: Dutch".
    """

    kind: str
    start: int
    body: int
    end: int
    inline: bool = False


class Outline(NamedTuple):
    """The text of a résumé with its lines and its sections, which together cover all of it."""

    text: str
    lines: Sequence[Line]
    sections: Sequence[Section]

    @property
    def header_end(self) -> int:
        """Where the header ends, 0 when the résumé begins with a heading."""
        first = self.sections[0]
        return first.end if first.kind == _HEADER_KIND else 0

    def line_at(self, place: int) -> int:
        """Return the number of the line that a place is on or behind, -1 before the first."""
        return bisect_right(self.lines, place, key=_start) - 1

    def section_at(self, place: int) -> Section:
        """Return the section a place is in."""
        return self.sections[max(0, bisect_right(self.sections, place, key=_start) - 1)]

    def lines_in(self, start: int, end: int) -> range:
        """Return the numbers of the lines that begin between two places."""
        return range(*(bisect_left(self.lines, place, key=_start) for place in (start, end)))


def outlined(text: str) -> Outline:
    """Return a text with its lines and sections."""
    lines = read_lines(text)
    return Outline(text, lines, _sections(text, lines))


def read_lines(text: str) -> list[Line]:
    """Return the lines that are not blank, with their offsets in the text."""
    lines = []
    at = 0
    blank = False
    for raw in text.split("\n"):
        stripped = raw.strip()
        if stripped:
            start = at + raw.index(stripped[0])
            lines.append(Line(stripped, start, start + len(stripped), blank))
        blank = not stripped
        at += len(raw) + 1
    return lines


def _sections(text: str, lines: Sequence[Line]) -> list[Section]:
    found: list[Section] = []
    kind, start, body = _HEADER_KIND, 0, 0
    for opened in _openings(lines):
        if opened.start > start:
            found.append(Section(kind, start, body, opened.start))
        if opened.inline:
            found.append(opened)
            start = body = opened.end
            kind = "other" if kind == _HEADER_KIND and len(found) > 2 else kind
        else:
            kind, start, body = opened.kind, opened.start, opened.body
    if start < len(text) or not found:
        found.append(Section(kind, start, body, len(text)))
    return found


def _start(part: Line | Section) -> int:
    return part.start


def _openings(lines: Sequence[Line]) -> Iterator[Section]:
    for number, line in enumerate(lines):
        kind = heading_kind(line.text)
        if kind and not _heads_a_column(lines, number):
            yield Section(kind, line.start, line.end, line.end)
            continue
        head, colon, rest = line.text.partition(":")
        if not colon or not rest or len(head) > _INLINE_LONGEST:
            continue
        kind = heading_kind(head)
        if kind:
            end = _wrapped(lines, number)
            yield Section(kind, line.start, line.start + len(head) + 1, end, inline=True)


def _heads_a_column(lines: Sequence[Line], number: int) -> bool:
    """Whether the word is the head of a column: "Skills, Experience, Total Years, Last Used"."""
    return any(line.text in _COLUMN_HEADS for line in lines[number + 1 : number + 3])


def _wrapped(lines: Sequence[Line], number: int) -> int:
    """Return the end of an inline section: its line and those that plainly continue it."""
    last = lines[number]
    for line in lines[number + 1 : number + 6]:
        continues = last.text.endswith((",", ";")) or line.text[0].islower()
        if line.after_blank or not continues:
            break
        last = line
    return last.end
