"""Tells title and employer apart in the lines around the date of an entry."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from tools.ingest.entries import Anchor, titles_in
from tools.ingest.fragments import Fragment, first_sentence, is_bullet, is_company, split_header
from tools.ingest.headings import heading_kind
from tools.ingest.sections import Line
from tools.ingest.templates import MASK, MASKED_EMPLOYER
from tools.ingest.title_shapes import JOB_WORD, could_be_title, is_title_sized, names_a_job
from tools.ingest.title_width import title_pieces, whole_title, without_lead
from tools.vocabulary.word_sets import words

_LINE_LONGEST = 120
_TAIL_LONGEST = 110
_WHOLE_SHARE = 0.9
_SMALL_LETTERS_LONGEST = 50
_AROUND = 2
_LABELS = words("from since date dates period duration location employer company position title")


class Choice(NamedTuple):
    """What was read of an entry: `first` is the index of the line it begins on."""

    title: Fragment | None
    employer: Fragment | None
    first: int


class _Read(NamedTuple):
    """One line as read: its pieces, those of them that are known titles, and a hidden employer.

    `masked` says that the line holds the words an anonymised résumé has in place of the employer.
    """

    line: int
    pieces: tuple[Fragment, ...]
    titles: tuple[Fragment, ...]
    masked: bool = False


class _Surroundings(NamedTuple):
    own: _Read
    above: tuple[_Read, ...]
    below: tuple[_Read, ...]


def choose_titles(text: str, lines: Sequence[Line], anchors: Sequence[Anchor]) -> list[Choice]:
    """Return title, employer and first line of each entry, in the order of the anchors."""
    starts = [line.start for line in lines]
    entries = []
    reached = -1
    for number, anchor in enumerate(anchors):
        last = bisect_right(starts, max(anchor.period.end - 1, anchor.period.start)) - 1
        stop = anchors[number + 1].line if number + 1 < len(anchors) else len(lines)
        above = _read_around(text, lines, range(anchor.line - 1, reached, -1))
        below = _read_around(text, lines, range(last + 1, stop))
        own = _own_line(text, lines, anchor, last)
        entries.append(_Surroundings(own, above, below))
        reached = last
    upward = _looks_upward(entries)
    return [_choose(text, entry, upward) for entry in entries]


def _own_line(text: str, lines: Sequence[Line], anchor: Anchor, last: int) -> _Read:
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
    return _Read(anchor.line, (*before, *after), titles, masked)


def _read_around(text: str, lines: Sequence[Line], numbers: range) -> tuple[_Read, ...]:
    """Return the lines next to a date, as long as they can belong to a header."""
    found: list[_Read] = []
    for number in numbers[:_AROUND]:
        line = lines[number]
        end = _header_end(text, line)
        head = text[line.start : end]
        like = _header_like(head) and not heading_kind(head)
        short = head[0].islower() and len(head) <= _SMALL_LETTERS_LONGEST
        mentions = titles_in(text, line.start, end) if like or short else []
        alone = short and sum(m.end - m.start for m in mentions) >= _WHOLE_SHARE * len(head)
        if not (like or alone):
            break
        pieces = split_header(text, line.start, end)
        titles = title_pieces(text, pieces, mentions)
        found.append(_Read(number, tuple(pieces), titles, MASKED_EMPLOYER in line.text))
        if numbers.step < 0 and line.after_blank:
            break
    return tuple(found)


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
    return not (line[0].islower() or (line[-1] in ".;:,?!" and not line.endswith(("Inc.", "Co."))))


def _looks_upward(entries: Sequence[_Surroundings]) -> bool:
    """Whether this résumé writes titles above its dates and not below them."""
    above = below = 0
    for entry in entries:
        if not entry.own.titles:
            above += any(read.titles for read in entry.above)
            below += any(read.titles for read in entry.below)
    return above >= below


def _choose(text: str, entry: _Surroundings, upward: bool) -> Choice:
    choice = _chosen(text, entry, upward)
    title, employer = choice.title, choice.employer
    if any(read.masked for read in (entry.own, *entry.above[:1], *entry.below[:1])):
        reads = (entry.own, *entry.above, *entry.below)
        title = whole_title(text, title, [read.pieces for read in reads]) if title else None
        employer = None
    return Choice(without_lead(text, title) if title else None, employer, choice.first)


def _chosen(text: str, entry: _Surroundings, upward: bool) -> Choice:
    own = entry.own
    if own.titles:
        title = own.titles[0]
        employer = _beside(own.pieces, title) or _company_near(entry)
        return Choice(title, employer, _first_line(entry, title, employer))
    if own.masked and (named := next((p for p in own.pieces if names_a_job(p.text)), None)):
        return Choice(named, None, _first_line(entry, named, None))
    near = (*entry.above, *entry.below) if upward else (*entry.below, *entry.above)
    for read in near:
        if read.titles:
            title = read.titles[0]
            employer = _beside(own.pieces, title) or _beside(read.pieces, title)
            employer = employer or _company_near(entry)
            return Choice(title, employer, _first_line(entry, title, employer))
    guess = _guess(text, entry, upward)
    employer = _beside(own.pieces, guess) if guess else None
    return Choice(guess, employer, _first_line(entry, guess, employer))


def _guess(text: str, entry: _Surroundings, upward: bool) -> Fragment | None:
    """Return the piece most likely to be a title that no vocabulary knows."""
    near = (entry.above, entry.below) if upward else (entry.below, entry.above)
    reads = (entry.own, *near[0], *near[1][:1])
    pieces = [piece for read in reads for piece in read.pieces if _is_guess(text, piece)]
    return max(pieces, key=lambda piece: JOB_WORD.search(piece.text) is not None, default=None)


def _is_guess(text: str, piece: Fragment) -> bool:
    return could_be_title(piece.text) and not text.startswith(":", piece.end)


def _beside(pieces: Sequence[Fragment], title: Fragment | None) -> Fragment | None:
    """Return the employer among the pieces: one that looks it, else the title's neighbour."""
    others = [p for p in pieces if title is None or p.end <= title.start or p.start >= title.end]
    others = [p for p in others if p.text[:1].isupper() or p.text[:1].isdigit()]
    others = [p for p in others if p.text.lower() not in _LABELS]
    named = next((p for p in others if is_company(p.text)), None)
    return named or (others[0] if others else None)


def _company_near(entry: _Surroundings) -> Fragment | None:
    for read in (*entry.above[:1], *entry.below[:1]):
        for piece in read.pieces:
            if is_company(piece.text) and not read.titles and is_title_sized(piece.text):
                return piece
    return None


def _first_line(entry: _Surroundings, title: Fragment | None, employer: Fragment | None) -> int:
    first = entry.own.line
    for read in entry.above:
        used = (title, employer)
        if any(piece in used for piece in (*read.pieces, *read.titles)):
            first = min(first, read.line)
    return first
