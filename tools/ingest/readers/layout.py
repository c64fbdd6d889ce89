"""Puts a page's words into reading order: columns one after another, dates beside their job."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import mean, median
from typing import NamedTuple

from tools.ingest.readers.line import Line
from tools.ingest.readers.side_columns import is_section_name, join_side, reads_across
from tools.ingest.readers.wrapped import wraps

GUTTER = 1.0
"""Words further apart than this many heights of their letters may belong to different columns."""

NARROWEST = 0.35
"""The strip between two columns is at least so many heights wide where they come nearest."""

BULLET_INDENT = 3.5
"""How many heights may lie between a bullet and its words."""

PARAGRAPH_GAP = 0.75
"""A gap of this many heights between two lines leaves a blank line."""

FEWEST_ROWS = 2
"""A column has at least so many rows."""

EDGE_TOLERANCE = 3.0
"""How far from each other, in points, the lines of one column may begin (or end)."""

_BULLET = re.compile(r"^(?:[•●○◦▪▫■□◆◇➢➤►▸‣⁃∙❖✓✔·*–-]|[\uf000-\uf0ff]|\(?\d{1,2}[.)])$")
_MAX_DEPTH = 12
_BAND = 8.0


class Gutter(NamedTuple):
    """An empty strip between two columns: its middle, and from where to where it is empty."""

    middle: float
    top: float
    bottom: float
    worth: float


def reading_order(words: Iterable[Line]) -> list[Line]:
    """Return the lines of a page in the order a person reads them."""
    return _read(_segments(words), _MAX_DEPTH)


def with_blank_lines(lines: Sequence[Line]) -> list[tuple[str, float]]:
    """Return (text, top) of the lines with an empty one where a paragraph or a column ends."""
    if not lines:
        return []
    usual = median(line.height for line in lines)
    out = [(lines[0].text, lines[0].top)]
    for before, line in pairwise(lines):
        if not -usual <= line.top - before.bottom <= PARAGRAPH_GAP * usual:
            out.append(("", line.top))
        out.append((line.text, line.top))
    return out


def _segments(words: Iterable[Line]) -> list[Line]:
    """Return words joined into pieces of a line that hold no gap as wide as a gutter."""
    pieces: list[list[Line]] = []
    by_height: dict[int, list[int]] = defaultdict(list)
    for word in sorted(words, key=lambda w: (w.left, w.top)):
        bands = range(int(word.top / _BAND), int(word.bottom / _BAND) + 1)
        around = sorted({i for band in bands for i in by_height[band]})
        near = [(word.left - pieces[i][-1].right, i) for i in around if _goes_on(pieces[i], word)]
        if near:
            place = min(near)[1]
            pieces[place].append(word)
        else:
            place = len(pieces)
            pieces.append([word])
        for band in bands:
            if place not in by_height[band]:
                by_height[band].append(place)
    return [Line.around(_spelled(piece), piece) for piece in pieces]


def _goes_on(piece: Sequence[Line], word: Line) -> bool:
    last = piece[-1]
    low, high = sorted((last.bottom - last.top, word.bottom - word.top))
    if min(last.bottom, word.bottom) - max(last.top, word.top) < 0.55 * low:
        return False
    indent = BULLET_INDENT if len(piece) == 1 and _BULLET.match(last.text) else GUTTER
    return -2.0 * low <= word.left - last.right <= indent * high


def _spelled(words: Sequence[Line]) -> str:
    """Return the words with blanks; letters that are set apart (S K I L L S) become words."""
    single = sum(len(w.text) == 1 and w.text.isalpha() for w in words)
    if len(words) < 4 or single < 0.8 * len(words):
        return " ".join(w.text for w in words)
    gaps = [b.left - a.right for a, b in pairwise(words)]
    usual = median(gaps)
    text = words[0].text
    for gap, word in zip(gaps, words[1:], strict=True):
        text += (" " if gap > 1.6 * usual else "") + word.text
    return text


def _read(pieces: list[Line], depth: int) -> list[Line]:
    gutter = _best_gutter(pieces) if depth else None
    if gutter is None:
        return _whole_rows(pieces)
    above = [p for p in pieces if p.middle <= gutter.top]
    band = [p for p in pieces if gutter.top < p.middle < gutter.bottom]
    end = _end_of_columns(band, gutter)
    below = [p for p in pieces if p.middle >= end]
    left = [p for p in band if p.left < gutter.middle and p.middle < end]
    right = [p for p in band if p.left >= gutter.middle and p.middle < end]
    if reads_across(left, right):
        side_first = mean(len(p.text) for p in left) < mean(len(p.text) for p in right)
        side, main = (left, right) if side_first else (right, left)
        across = join_side(_read(main, depth - 1), _rows(side), side_first)
    else:
        across = _read(left, depth - 1) + _read(right, depth - 1)
    return _read(above, depth - 1) + across + _read(below, depth - 1)


def _end_of_columns(band: Sequence[Line], gutter: Gutter) -> float:
    """Return where two columns end: at the first section below the shorter one, if there is one.

    Short lines below two columns leave the strip between them empty, yet do not belong to either.
    """
    sides = ([], [])  # type: tuple[list[Line], list[Line]]
    for piece in band:
        sides[piece.left >= gutter.middle].append(piece)
    shorter, longer = sorted(sides, key=lambda side: max(p.middle for p in side))
    end = max(p.bottom for p in shorter)
    headings = [p.top for p in longer if p.top >= end - 1 and is_section_name(p.text)]
    return min(headings, default=gutter.bottom)


def _best_gutter(pieces: Sequence[Line]) -> Gutter | None:
    """Return the strip that parts the most lines on either side, or None without columns."""
    edges = {round(p.left) for p in pieces if any(_is_left_of(q, p) for q in pieces)}
    gutters = [gutter for edge in sorted(edges) for gutter in _free_strips(pieces, edge)]
    return max(gutters, key=lambda g: (g.worth, -g.top, -g.middle), default=None)


def _is_left_of(other: Line, piece: Line) -> bool:
    beside = other.top - other.height / 2 < piece.middle < other.bottom + other.height / 2
    return beside and other.right < piece.left


def _free_strips(pieces: Sequence[Line], edge: float) -> list[Gutter]:
    """Return where a strip that ends at `edge` runs down between two columns."""
    width = NARROWEST * median(p.height for p in pieces)
    blockers = sorted(
        (p.top, p.bottom) for p in pieces if p.left < edge - 1 and p.right > edge - width
    )
    strips: list[Gutter] = []
    top = float("-inf")
    for next_top, next_bottom in [*blockers, (float("inf"), float("inf"))]:
        within = [p for p in pieces if top < p.middle < next_top]
        left = _column_rows([p for p in within if p.left < edge - 1])
        right = _column_rows([p for p in within if p.left >= edge - 1])
        if left and right:
            worth = min(left, right) + 0.1 * max(left, right)
            strips.append(Gutter(edge - 1, top, next_top, worth))
        top = max(top, next_bottom)
    return strips


def _column_rows(pieces: Sequence[Line]) -> int:
    """Return how many rows a column has, or 0 if the pieces share no edge and so are none."""
    rows = _rows(pieces)
    if len(rows) < FEWEST_ROWS:
        return 0
    for edges in ([r.left for r in rows], [r.right for r in rows]):
        shared = max(sum(abs(x - edge) <= EDGE_TOLERANCE for x in edges) for edge in edges)
        if shared >= max(FEWEST_ROWS, len(rows) / 3):
            return len(rows)
    return 0


def _whole_rows(pieces: Sequence[Line]) -> list[Line]:
    """Return the rows, a cell that wraps beside another one whole and in front of it."""
    rows: list[list[Line]] = []
    for row in _row_pieces(pieces):
        before = rows[-1] if rows else []
        if len(row) == 1 and len(before) > 1 and wraps(before[0], row[0], before[1].left):
            cell = before[0]
            before[0] = cell._replace(text=f"{cell.text} {row[0].text}")
        else:
            rows.append(row)
    return [Line.joined(row) for row in rows]


def _rows(pieces: Sequence[Line]) -> list[Line]:
    """Return pieces as rows from top to bottom, what stands on one line joined by a wide gap."""
    return [Line.joined(row) for row in _row_pieces(pieces)]


def _row_pieces(pieces: Sequence[Line]) -> list[list[Line]]:
    rows: list[list[Line]] = []
    for piece in sorted(pieces, key=lambda p: (p.middle, p.left)):
        if rows and piece.middle - rows[-1][0].middle < 0.5 * min(piece.height, rows[-1][0].height):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [sorted(row, key=lambda p: p.left) for row in rows]
