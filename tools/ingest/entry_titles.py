"""Tells title and employer apart in the lines around the date of an entry."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from tools.ingest.entries import Anchor, titles_in
from tools.ingest.fragments import Fragment, is_bullet, is_company, split_header
from tools.ingest.headings import heading_kind
from tools.ingest.sections import Line
from tools.vocabulary.matcher import Mention
from tools.vocabulary.places import resolve
from tools.vocabulary.titles_table import GENERIC

_TITLE_LONGEST = 80
_TITLE_WORDS = 9
_LINE_LONGEST = 120
_TEMPLATE = "Company Name"
_TAIL_LONGEST = 110
_KNOWN_SHARE = 0.3
_SMALL_SHARE = 0.15
_FEW = 6
_NEAR = 3
_AROUND = 2
_DASHES = frozenset({"-", "\u2013", "\u2014"})
_GRADE = re.compile(r"(?:GS|GG|WG|NH|E|O|W|Grade|Level|Tier|Band)[-/ ]?\d{1,2}")
_LATER = re.compile(r"(?:then|later|formerly|afterwards|previously|sp\u00e4ter|puis|luego)\b")
# The words and endings by which a job is known in many languages.
_JOB_WORD = re.compile(
    r"\b(?:officer|manager|lead(?:er)?|head|assistant|trainee|intern|apprentice|associate|director"
    r"|supervisor|technician|specialist|engineer|operator|oficial|auxiliar|jef[ea]|encargad[oa]"
    r"|responsable|chef(?:fe)?|lehrling|auszubildende[rn]?|azubi|praktikant(?:in)?|stagiaire"
    r"|sachbearbeiter(?:in)?|leiter(?:in)?|helper|worker|hand|cover|attendant|agent|student"
    r"|practitioner|partner|owner|freelancer?|tutor|coach|\w+(?:ist|ician|eur|euse|ière|tor|dor"
    r"|dora|ero|era|erin|ologe|ologin|nik|ant|ante|er))\b",
    re.IGNORECASE,
)


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
    return [_choose(entry, upward) for entry in entries]


def _own_line(text: str, lines: Sequence[Line], anchor: Anchor, last: int) -> _Read:
    line, period = lines[anchor.line], anchor.period
    tail_end = min(lines[last].end, period.end + _TAIL_LONGEST)
    before = split_header(text, line.start, max(line.start, period.start))
    after = split_header(text, period.end, tail_end) if tail_end > period.end else []
    mentions = list(anchor.titles)
    if last != anchor.line:
        mentions += titles_in(text, period.end, tail_end)
    titles = _title_pieces(text, before, [m for m in mentions if m.end <= period.start])
    if not titles:
        titles = _title_pieces(text, after, [m for m in mentions if m.start >= period.end])
    masked = _TEMPLATE in text[line.start : tail_end]
    return _Read(anchor.line, (*before, *after), titles, masked)


def _read_around(text: str, lines: Sequence[Line], numbers: range) -> tuple[_Read, ...]:
    """Return the lines next to a date, as long as they can belong to a header."""
    found: list[_Read] = []
    for number in numbers[:_AROUND]:
        line = lines[number]
        if not _header_like(line.text) or heading_kind(line.text):
            break
        pieces = split_header(text, line.start, line.end)
        mentions = titles_in(text, line.start, line.end)
        titles = _title_pieces(text, pieces, mentions)
        found.append(_Read(number, tuple(pieces), titles, _TEMPLATE in line.text))
        if numbers.step < 0 and line.after_blank:
            break
    return tuple(found)


def _header_like(line: str) -> bool:
    if len(line) > _LINE_LONGEST or is_bullet(line):
        return False
    if _TEMPLATE in line:
        return True
    return not (line[0].islower() or (line[-1] in ".;:,?!" and not line.endswith(("Inc.", "Co."))))


def _title_pieces(
    text: str, pieces: Sequence[Fragment], mentions: Sequence[Mention]
) -> tuple[Fragment, ...]:
    """Return the pieces that say a known title, widened to the piece unless it says much more."""
    found: list[Fragment] = []
    for mention in mentions:
        number = next((n for n, p in enumerate(pieces) if p.start <= mention.start < p.end), -1)
        if number < 0 or (found and found[-1].end > mention.start):
            continue
        piece = pieces[number]
        share = (mention.end - mention.start) / len(piece.text)
        if mention.end > piece.end:
            found.append(_between(text, piece.start, mention.end))
        elif share >= _KNOWN_SHARE and _title_sized(piece.text):
            found.append(_extended(text, pieces, number, mention))
        elif (
            share >= _SMALL_SHARE and len(piece.text.split()) <= _FEW and not is_company(piece.text)
        ):
            found.append(piece)
        elif mention.start - piece.start <= _NEAR:
            found.append(_between(text, mention.start, mention.end))
    return tuple(found)


def _between(text: str, start: int, end: int) -> Fragment:
    return Fragment(text[start:end], start, end)


def _extended(text: str, pieces: Sequence[Fragment], number: int, mention: Mention) -> Fragment:
    """Return a title with what belongs to it: "Director – FP&A", "Cashier / shift lead"."""
    piece = _with_first_half(text, pieces, number)
    if number + 1 >= len(pieces):
        return piece
    following = pieces[number + 1]
    gap = text[piece.end : following.start]
    bare = mention.name in GENERIC and following.text.count(" ") < _FEW
    joined = "/" in gap and (
        following.text[0].islower() or bool(titles_in(*_span(text, following)))
    )
    joined = joined or bool(_LATER.match(following.text) or _GRADE.fullmatch(following.text))
    joined = joined or (bare and gap.strip() in _DASHES and not is_company(following.text))
    return _between(text, piece.start, following.end) if joined else piece


def _with_first_half(text: str, pieces: Sequence[Fragment], number: int) -> Fragment:
    """Return a title with the one before its stroke: "Restaurant Chef / Executive Sous-Chef"."""
    piece = pieces[number]
    if number == 0 or text[pieces[number - 1].end : piece.start].strip() != "/":
        return piece
    before = pieces[number - 1]
    whole = _between(text, before.start, piece.end)
    plain = before.text[0].isupper() and not is_company(before.text)
    return whole if plain and _title_sized(whole.text) else piece


def _span(text: str, piece: Fragment) -> tuple[str, int, int]:
    return text, piece.start, piece.end


def _title_sized(piece: str) -> bool:
    return len(piece) <= _TITLE_LONGEST and piece.count(" ") < _TITLE_WORDS


def _looks_upward(entries: Sequence[_Surroundings]) -> bool:
    """Whether this résumé writes titles above its dates and not below them."""
    above = below = 0
    for entry in entries:
        if not entry.own.titles:
            above += any(read.titles for read in entry.above)
            below += any(read.titles for read in entry.below)
    return above >= below


def _choose(entry: _Surroundings, upward: bool) -> Choice:
    choice = _chosen(entry, upward)
    beside = (entry.own, *entry.above[:1], *entry.below[:1])
    return choice._replace(employer=None) if any(read.masked for read in beside) else choice


def _chosen(entry: _Surroundings, upward: bool) -> Choice:
    own = entry.own
    if own.titles:
        title = own.titles[0]
        employer = _beside(own.pieces, title) or _company_near(entry)
        return Choice(title, employer, _first_line(entry, title, employer))
    near = (*entry.above, *entry.below) if upward else (*entry.below, *entry.above)
    for read in near:
        if read.titles:
            title = read.titles[0]
            employer = _beside(own.pieces, title) or _beside(read.pieces, title)
            employer = employer or _company_near(entry)
            return Choice(title, employer, _first_line(entry, title, employer))
    guess = _guess(entry, upward)
    employer = _beside(own.pieces, guess) if guess else None
    return Choice(guess, employer, _first_line(entry, guess, employer))


def _guess(entry: _Surroundings, upward: bool) -> Fragment | None:
    """Return the piece most likely to be a title that no vocabulary knows."""
    near = (entry.above, entry.below) if upward else (entry.below, entry.above)
    reads = (entry.own, *near[0], *near[1][:1])
    pieces = [piece for read in reads for piece in read.pieces if _could_be_title(piece.text)]
    return max(pieces, key=lambda piece: _JOB_WORD.search(piece.text) is not None, default=None)


def _could_be_title(piece: str) -> bool:
    if not _title_sized(piece) or not piece[:1].isalpha():
        return False
    if is_company(piece) and not _JOB_WORD.search(piece.split()[-1]):
        return False
    words = [word for word in re.findall(r"\w+", piece) if len(word) > 3]
    return bool(words) and words[0][0].isupper() and resolve(piece) is None


def _beside(pieces: Sequence[Fragment], title: Fragment | None) -> Fragment | None:
    """Return the employer among the pieces: one that looks it, else the title's neighbour."""
    others = [p for p in pieces if title is None or p.end <= title.start or p.start >= title.end]
    others = [p for p in others if p.text[:1].isupper() or p.text[:1].isdigit()]
    named = next((p for p in others if is_company(p.text)), None)
    return named or (others[0] if others else None)


def _company_near(entry: _Surroundings) -> Fragment | None:
    for read in (*entry.above[:1], *entry.below[:1]):
        for piece in read.pieces:
            if is_company(piece.text) and not read.titles and _title_sized(piece.text):
                return piece
    return None


def _first_line(entry: _Surroundings, title: Fragment | None, employer: Fragment | None) -> int:
    first = entry.own.line
    for read in entry.above:
        used = (title, employer)
        if any(piece in used for piece in (*read.pieces, *read.titles)):
            first = min(first, read.line)
    return first
