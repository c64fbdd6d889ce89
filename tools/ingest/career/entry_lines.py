"""Reads the lines around the date of an entry, on which its title and its employer stand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tools.ingest.career.entries import Anchor, titles_in
from tools.ingest.career.title_shapes import could_be_title, names_a_job
from tools.ingest.career.title_width import title_pieces
from tools.ingest.fragments import Fragment, first_sentence, is_bullet, split_header
from tools.ingest.headings import heading_kind
from tools.ingest.sections import Line, Outline
from tools.ingest.templates import MASK, MASKED_EMPLOYER
from tools.vocabulary.places import resolve

_LINE_LONGEST = 120
_TAIL_LONGEST = 110
_WHOLE_SHARE = 0.9
_SMALL_LETTERS_LONGEST = 50
_AROUND = 2
_AROUND_WITH_PLACES = 4
_ACCOUNT = 4
_BETWEEN = " \t,;:|.\u2013\u2014-"


class Read(NamedTuple):
    """One line as read: its pieces, those of them that are known titles, and a hidden employer.

    `masked` says that the line holds the words an anonymised résumé has in place of the employer.
    """

    line: int
    pieces: tuple[Fragment, ...]
    titles: tuple[Fragment, ...]
    masked: bool = False


class Account(NamedTuple):
    """Where the account of a job begins.

    `hidden` says that a hidden employer stands right before it, `own` that the date does.
    """

    start: int
    end: int
    hidden: bool
    own: bool


class Surroundings(NamedTuple):
    """What stands on the line of a date, next to it, and where the account of the job begins."""

    own: Read
    above: tuple[Read, ...]
    below: tuple[Read, ...]
    account: Account


def surroundings(outline: Outline, anchors: Sequence[Anchor]) -> list[Surroundings]:
    """Return the lines around each date, in the order of the anchors."""
    text, lines, _ = outline
    entries: list[Surroundings] = []
    reached = -1
    for number, anchor in enumerate(anchors):
        last = outline.line_at(max(anchor.period.end - 1, anchor.period.start))
        stop = anchors[number + 1].line if number + 1 < len(anchors) else len(lines)
        above = _read_around(text, lines, range(anchor.line - 1, reached, -1))
        below = _read_around(text, lines, range(last + 1, stop))
        own = _own_line(text, lines, anchor, last)
        account = _account(text, lines[last : min(stop, last + _ACCOUNT)], anchor)
        entries.append(Surroundings(own, above, below, account))
        reached = last
    return entries


def _own_line(text: str, lines: Sequence[Line], anchor: Anchor, last: int) -> Read:
    line, period = lines[anchor.line], anchor.period
    tail_end = min(_header_end(text, lines[last]), period.end + _TAIL_LONGEST)
    led = text.startswith(":", period.end)  # "2012 to 2022: Technician, Harrow. Told …"
    if led:
        tail_end = first_sentence(text, period.end, tail_end)
    before = split_header(text, line.start, max(line.start, period.start))
    after = split_header(text, period.end, tail_end) if tail_end > period.end else []
    mentions = list(anchor.titles)
    if last != anchor.line:
        mentions += titles_in(text, period.end, tail_end)
    titles = title_pieces(text, before, [m for m in mentions if m.end <= period.start])
    if not titles:
        titles = title_pieces(text, after, [m for m in mentions if m.start >= period.end])
    if led and not titles:
        titles = tuple(p for p in after[:1] if could_be_title(p.text) and names_a_job(p.text))
    masked = MASKED_EMPLOYER in text[line.start : tail_end]
    return Read(anchor.line, (*before, *after), titles, masked)


def _read_around(text: str, lines: Sequence[Line], numbers: range) -> tuple[Read, ...]:
    """Return the lines next to a date, as long as they can belong to a header."""
    found: list[Read] = []
    for number in numbers[:_AROUND_WITH_PLACES]:
        line = lines[number]
        if sum(not _is_bare(read) for read in found) >= _AROUND:
            break
        end = _header_end(text, line)
        head = text[line.start : end]
        like = _header_like(head) and not heading_kind(head)
        closed = numbers.step < 0 and head[-1] == "." and _begins_anew(lines, number)
        short = (head[0].islower() or closed) and len(head) <= _SMALL_LETTERS_LONGEST
        mentions = titles_in(text, line.start, end) if like or short else []
        alone = short and sum(m.end - m.start for m in mentions) >= _WHOLE_SHARE * len(head)
        if not (like or alone):
            break
        pieces = split_header(text, line.start, end)
        titles = title_pieces(text, pieces, mentions)
        found.append(Read(number, tuple(pieces), titles, MASKED_EMPLOYER in line.text))
        if numbers.step < 0 and line.after_blank:
            break
    return tuple(found)


def _begins_anew(lines: Sequence[Line], number: int) -> bool:
    """Whether a line does not go on with the sentence of the one above it."""
    return number == 0 or lines[number].after_blank or lines[number - 1].text[-1] in ".:"


def _is_bare(read: Read) -> bool:
    """Whether a line says nothing but where: an employer that is hidden or a place."""
    return all(resolve(piece.text) is not None for piece in read.pieces)


def _header_end(text: str, line: Line) -> int:
    """Return where the header ends on a line on which the account of the job runs on."""
    if line.end - line.start <= _LINE_LONGEST:
        return line.end
    masks = list(MASK.finditer(text, line.start, line.start + _LINE_LONGEST))
    return masks[-1].end() if masks else line.end


def _header_like(line: str) -> bool:
    if len(line) > _LINE_LONGEST or is_bullet(line):
        return False
    if MASKED_EMPLOYER in line:
        return True
    return not (
        line[0].islower() or (line[-1] in ".;:,?!" and not line.endswith(("Inc.", "Co.", "...")))
    )


def _account(text: str, lines: Sequence[Line], anchor: Anchor) -> Account:
    for number, line in enumerate(lines):
        start = anchor.period.end if number == 0 else line.start
        masks = list(MASK.finditer(text, start, min(line.end, start + _LINE_LONGEST)))
        if masks and text[start : masks[0].start()].strip(_BETWEEN):
            return Account(start, line.end, hidden=False, own=number == 0)
        begin = masks[-1].end() if masks else start
        begin += len(text[begin : line.end]) - len(text[begin : line.end].lstrip(_BETWEEN))
        if begin < line.end:
            return Account(begin, line.end, hidden=bool(masks), own=number == 0)
    return Account(0, 0, hidden=False, own=False)


def is_label(text: str, piece: Fragment) -> bool:
    """Return whether a piece is a label: "Supervisor: …" but not "Combat Engineer: …"."""
    if not text.startswith(":", piece.end):
        return False
    known = sum(m.end - m.start for m in titles_in(text, piece.start, piece.end))
    return " " not in piece.text or known < _WHOLE_SHARE * len(piece.text)
