"""Tells title and employer apart in the lines around the date of an entry."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tools.ingest.career.account_titles import leading_title
from tools.ingest.career.employers import find_employer, writes_upward
from tools.ingest.career.entries import Anchor
from tools.ingest.career.entry_lines import (
    Read,
    Surroundings,
    is_label,
    surroundings,
)
from tools.ingest.career.hidden_employers import beside_hidden, hidden_beside
from tools.ingest.career.title_shapes import (
    JOB_NAME,
    JOB_WORD,
    could_be_title,
    names_a_job,
    ranks,
)
from tools.ingest.career.title_width import whole_title, without_lead
from tools.ingest.fragments import Fragment, is_company
from tools.ingest.sections import Outline
from tools.vocabulary.certifications import canonical_certification


class Choice(NamedTuple):
    """What was read of an entry: `first` is the index of the line it begins on.

    `guessed` says that neither a vocabulary nor its place told the title, but its shape alone.
    """

    title: Fragment | None
    employer: Fragment | None
    first: int
    guessed: bool = False


def choose_titles(outline: Outline, anchors: Sequence[Anchor]) -> list[Choice]:
    """Return title, employer and first line of each entry, in the order of the anchors."""
    text, entries = outline.text, surroundings(outline, anchors)
    upward = _looks_upward(entries)
    firms_upward = writes_upward(text, entries)
    return [_choose(text, entry, upward, firms_upward) for entry in entries]


def _looks_upward(entries: Sequence[Surroundings]) -> bool:
    """Whether this résumé writes titles above its dates and not below them."""
    hidden = [hidden_beside(entry) for entry in entries if not entry.own.pieces]
    above, below = (sum(side) for side in zip(*hidden, strict=True)) if hidden else (0, 0)
    if above != below:
        return above > below
    above = below = 0
    for entry in entries:
        if not entry.own.titles:
            above += any(read.titles for read in entry.above)
            below += any(read.titles for read in entry.below)
    return above >= below


def _choose(text: str, entry: Surroundings, upward: bool, firms_upward: bool) -> Choice:
    title, guessed = _chosen(text, entry, upward)
    masked = any(read.masked for read in (entry.own, *entry.above[:1], *entry.below[:1]))
    employer = None
    if title and not masked:
        employer = find_employer(text, entry, title, _line_of(entry, title), firms_upward)
    first = _first_line(entry, title, employer)
    if title and masked:
        reads = (entry.own, *entry.above, *entry.below)
        title = whole_title(text, title, [read.pieces for read in reads])
    title = without_lead(text, title) if title else None
    return Choice(title, employer, first, guessed)


def _line_of(entry: Surroundings, title: Fragment) -> Read:
    """Return the line a title stands on, that of the date where the account tells it."""
    reads = (entry.own, *entry.above, *entry.below)
    return next((r for r in reads if title in (*r.titles, *r.pieces)), entry.own)


def _chosen(text: str, entry: Surroundings, upward: bool) -> tuple[Fragment | None, bool]:
    """Return the title, and whether neither a vocabulary nor its place tells it."""
    own = entry.own
    if own.titles:
        return own.titles[0], False
    if own.masked and (named := next((p for p in own.pieces if names_a_job(p.text)), None)):
        return named, False
    beside = beside_hidden(text, entry, upward)
    if sure := _sure(text, entry, beside[:1], upward):
        return sure, False
    near, far = (entry.above, entry.below) if upward else (entry.below, entry.above)
    shown = (_first_title(near), next(iter(beside), None), _first_title(far))
    if title := next(filter(None, shown), None):
        return title, False
    if entry.account.hidden and (told := _told(text, entry)):
        return told, False
    guess = _guess(text, entry, upward)
    return guess or _told(text, entry), _is_sheer_guess(entry, guess)


def _first_title(reads: Sequence[Read]) -> Fragment | None:
    return next((read.titles[0] for read in reads if read.titles), None)


def _sure(
    text: str, entry: Surroundings, beside: Sequence[Fragment], upward: bool
) -> Fragment | None:
    """Return the title that a hidden employer makes sure: it says a rank, or the account does."""
    named = next((piece for piece in beside if ranks(piece.text)), None)
    first = (entry.own, *(entry.above[:1] if upward else ()))
    before = any(named in read.pieces for read in first)
    if before or not entry.account.hidden or entry.account.own:
        return named
    return _told(text, entry) or named


def _told(text: str, entry: Surroundings) -> Fragment | None:
    """Return the title with which the account begins."""
    start, end = entry.account[:2]
    return leading_title(text, start, end) if end > start else None


def _guess(text: str, entry: Surroundings, upward: bool) -> Fragment | None:
    """Return the piece most likely to be a title that no vocabulary knows."""
    near, far = (entry.above, entry.below) if upward else (entry.below, entry.above)
    reads = (entry.own, *near, *far[:1])
    pieces = [piece for read in reads for piece in read.pieces if _is_guess(text, piece)]
    return max(pieces, key=_likeness, default=None)


def _likeness(piece: Fragment) -> tuple[bool, bool, bool]:
    """Return how much a piece looks a title: how it ends, whether it says a job, or hardly."""
    firm = is_company(piece.text) and not ranks(piece.text)
    ends, says = _names(piece.text), JOB_NAME.search(piece.text) is not None
    return ends and not firm, says and not firm, JOB_WORD.search(piece.text) is not None


def _is_guess(text: str, piece: Fragment) -> bool:
    shaped = could_be_title(piece.text) and not is_label(text, piece)
    return shaped and canonical_certification(piece.text) is None


def _first_line(entry: Surroundings, title: Fragment | None, employer: Fragment | None) -> int:
    first = entry.own.line
    for read in entry.above:
        used = (title, employer)
        if any(piece in used for piece in (*read.pieces, *read.titles)):
            first = min(first, read.line)
    return first


def _is_sheer_guess(entry: Surroundings, title: Fragment | None) -> bool:
    """Whether nothing but its shape tells a title: no rank beside the date."""
    return title is not None and not (title in entry.own.pieces and _names(title.text))


def _names(piece: str) -> bool:
    return names_a_job(piece) or ranks(piece)
