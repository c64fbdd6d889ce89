"""Decides whether two columns belong together line by line, and joins a side column if so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from statistics import mean

from tools.ingest.phrases import phrases
from tools.ingest.readers.line import WIDE_GAP, Line
from tools.ingest.readers.wrapped import wraps

_SAID = phrases("sections")

_DATED = re.compile(
    r"\b(?:19|20)\d\d\b|\b\d{1,2}[/.]\d{2,4}\b|[’']\d\d\b|\b(?:present|current|heute|today|now)\b"
    r"|\b\d{1,2}\s+(?:years?|months?|yrs?|mos?)\b",
    re.IGNORECASE,
)
_BULLET = re.compile(r"^\s*(?:[•●○◦▪▫■□◆◇➢➤►▸‣⁃∙❖✓✔·*\uf000-\uf0ff]|[–-]\s)")
_SECTION = re.compile(
    rf"^\W*(?:(?:{_SAID['kind of section']})\s+)?(?:{_SAID['section']})"
    r"(?:\s+(?:and|&|\W)\s*\w+|\s+history|\s+experience)?\W*$",
    re.IGNORECASE,
)
_SHORT = 28
"""A side column of labels, dates or places has lines of about this many characters at most."""


_MARGINAL = 0.75
"""A column of which so much is dates and names of sections is a margin to the other."""


def is_section_name(text: str) -> bool:
    """Return whether a line is a usual name of a résumé's section."""
    return bool(_SECTION.match(text))


def reads_across(left: Sequence[Line], right: Sequence[Line]) -> bool:
    """Return whether two columns are read row by row (dates, labels) and not one after another."""
    side, main = sorted((left, right), key=lambda lines: mean(len(p.text) for p in lines))
    aligned = _share(_at_same_height(line, main) is not None for line in side)
    dated = _share(bool(_DATED.search(line.text)) for line in side)
    marginal = _share(bool(_DATED.search(p.text)) or is_section_name(p.text) for p in side)
    length = mean(len(line.text) for line in side)
    if length > _SHORT:
        return False
    if (dated >= 0.3 and aligned >= 0.5) or marginal >= _MARGINAL:
        return True
    top, bottom = min(p.top for p in side), max(p.bottom for p in side)
    beside = [line for line in main if top < line.middle < bottom]
    is_list = _share(bool(_BULLET.match(line.text)) for line in side) > 0.5
    much_longer = mean(len(line.text) for line in main) > 1.6 * length
    if aligned < 0.9 or is_list or not much_longer:
        return False
    full_grid = all(_at_same_height(line, side) is not None for line in beside)
    return full_grid or (side[0].left < main[0].left and len(side) <= 0.7 * len(beside))


def join_side(main: Sequence[Line], side: Sequence[Line], side_first: bool) -> list[Line]:
    """Return the main column with each side line put to the line it belongs to.

    A side line beside a bullet belongs to the entry's first line, where its group began. Section
    names that stand in the margin become lines of their own.
    """
    parts: dict[int, list[str]] = {}
    limits: dict[int, float] = {}
    edge = max(line.right for line in main)
    alone: list[Line] = []
    anchor: int | None = None
    under_bullet = False
    before: Line | None = None
    for line in side:
        if before is not None and line.top - before.bottom >= 0.8 * line.height:
            anchor, under_bullet = None, False
        at = _at_same_height(line, main)
        under_bullet = under_bullet or (at is not None and bool(_BULLET.match(main[at].text)))
        if anchor is not None and (at is None or under_bullet):
            at = anchor
        if at is None:
            alone.append(line)
        else:
            parts.setdefault(at, []).append(line.text)
            if not is_section_name(line.text):
                limits[at] = edge if side_first else min(line.left, limits.get(at, line.left))
        anchor, before = at, line
    whole = _with_wrapped(main, limits)
    joined = [_with_parts(line, parts.get(i, []), side_first) for i, line in whole]
    return _interleaved(joined, alone)


def _with_wrapped(main: Sequence[Line], limits: Mapping[int, float]) -> list[tuple[int, Line]]:
    """Return the numbered lines, those that something stands beside with what they wrap on to."""
    whole: list[tuple[int, Line]] = []
    for number, line in enumerate(main):
        at, before = whole[-1] if whole else (-1, line)
        if at in limits and number not in limits and wraps(before, line, limits[at]):
            text = f"{before.text} {line.text}"
            whole[-1] = (at, before._replace(text=text, bottom=line.bottom))
        else:
            whole.append((number, line))
    return whole


def _interleaved(blocks: list[list[Line]], alone: list[Line]) -> list[Line]:
    """Return the blocks with the lines that stand beside none of them put in by their height."""
    out: list[Line] = []
    waiting = list(alone)
    for block in blocks:
        while waiting and waiting[0].middle < block[-1].middle:
            out.append(waiting.pop(0))
        out += block
    return [*out, *waiting]


def _with_parts(line: Line, parts: list[str], side_first: bool) -> list[Line]:
    headings = [part for part in parts if side_first and is_section_name(part)]
    beside = [part for part in parts if part not in headings]
    text = line.text
    if beside and side_first:
        text = " ".join(beside) + WIDE_GAP + text
    elif beside:
        text = WIDE_GAP.join([text, *beside])
    out = [line._replace(text=heading, top=line.top - line.height) for heading in headings]
    return [*out, line._replace(text=text)]


def _at_same_height(line: Line, others: Sequence[Line]) -> int | None:
    """Return the place of the line that runs at the same height, or None."""
    near = [
        (abs(other.middle - line.middle), i)
        for i, other in enumerate(others)
        if abs(other.middle - line.middle) < 0.4 * min(line.height, other.height)
    ]
    return min(near)[1] if near else None


def _share(flags: Iterable[bool]) -> float:
    values = list(flags)
    return sum(values) / len(values) if values else 0.0
