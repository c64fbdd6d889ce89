"""Finds the title beside an employer that is hidden: nothing else can stand there."""

from __future__ import annotations

from tools.ingest.career.entry_lines import Surroundings, is_label
from tools.ingest.career.title_shapes import is_title_sized, ranks, stands_as_title
from tools.ingest.fragments import Fragment


def hidden_beside(entry: Surroundings) -> tuple[bool, bool]:
    """Return whether a hidden employer and more stand right above a date, and right below it."""
    above, below = (
        any(read.masked and read.pieces for read in reads[:1])
        for reads in (entry.above, entry.below)
    )
    return above, below


def beside_hidden(text: str, entry: Surroundings, upward: bool) -> list[Fragment]:
    """Return what stands beside an employer that is hidden: it can only be the title."""
    near = (entry.above[:1], entry.below[:1]) if upward else (entry.below[:1], entry.above[:1])
    beside = [*near[0], *near[1]]
    reads = [read for read in (entry.own, *beside) if read.masked]
    short = all(is_title_sized(piece.text) for piece in entry.own.pieces)
    if short and any(not read.pieces for read in beside if read.masked):
        reads.insert(0, entry.own)
    if entry.own.masked and not entry.own.pieces and upward:
        heads = [read for read in entry.above[:1] if read.pieces and not read.titles]
        reads += [r for r in heads if len(r.pieces) == 1 or ranks(r.pieces[-1].text)]
    for read in reads:
        found = [p for p in read.pieces if _stands(p.text) and not is_label(text, p)]
        if found:
            return sorted(found, key=lambda piece: not ranks(piece.text))
    return []


def _stands(piece: str) -> bool:
    """Whether a piece could be a title or, after its commas, the end of one: "and Buyer"."""
    return stands_as_title(piece.removeprefix("and ").removeprefix("& "))
