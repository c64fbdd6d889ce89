"""Cuts a request into clauses, each with its weight and no more than a negation reaches."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tools.request.cues import Cue, Effect, find_cues
from tools.request.reach import (
    JOINED,
    LIST_ITEM,
    TURN,
    Piece,
    denied_in,
    ends_denial,
    is_own_wish,
    is_told,
    kinds_in,
    list_goes_on,
)
from tools.request.terms import Cover, Term

_STOP = re.compile(r"[.!?]+(?=[\s)\"']|$)|;|\n+")
_ABBREVIATED = re.compile(
    r"(?:(?<!')\b(?:min|max|approx|ca|e\.g|i\.e|eg|ie|etc|sr|jr|dr|st|mr|mrs|ms|no|nr|vs|incl|exp|resp"
    r"|dept|dipl|ing|fa|pref|[a-z])|\b[a-z](?:\.[a-z])+)$",
    re.IGNORECASE,
)
_SOFT = re.compile(
    r",(?!\d{3}\b)|\(|\)|:|\bbut\b"
    r"|\band\s+(?=(?:who\s+)?(?:knows|has|speaks|holds|is\s+(?:fluent|certified|licensed)|can|must)\b)|\s-\s|\||\s/\s",
    re.IGNORECASE,
)
_BUT = re.compile(r"but", re.IGNORECASE)
_INNER = re.compile(r"\b(?:with|who|whose|having)\b", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_CHOICE = re.compile(r"\s*[\w+#-]+ or [\w+#-]+\s*", re.IGNORECASE)
"""The end of a list of which each item is one word: "Russian, Chinese or Arabic is an asset"."""
_ASKING = frozenset({"a", "an", "add", "also", "and", "as", "one", "our", "please", "put", "the"})


class Clause(NamedTuple):
    """text[start:end] and how it weighs; `reached` when a neighbour's words weighed it."""

    start: int
    end: int
    effect: Effect
    cued: bool = False
    reached: bool = False


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield the (start, end) of every sentence, line or item that a semicolon ends."""
    start = 0
    for stop in _STOP.finditer(text):
        dot = text[stop.start()] == "."
        if dot and _ABBREVIATED.search(text, max(start, stop.start() - 8), stop.start()):
            continue
        if text[start : stop.start()].strip():
            yield start, stop.start()
        start = stop.end()
    if text[start:].strip():
        yield start, len(text)


def split_clauses(text: str, default: Effect = "must", terms: Sequence[Term] = ()) -> list[Clause]:
    """Return the clauses of a request in order, each weighed by its own words or by `default`.

    The `terms` known in it tell what may be listed together behind a denial.
    """
    return [
        clause
        for start, end in sentences(text)
        for clause in _weigh(text, start, end, default, terms)
    ]


def _weigh(text: str, start: int, end: int, default: Effect, terms: Sequence[Term]) -> list[Clause]:
    cues = find_cues(text, start, end)
    if not cues:
        return [Clause(start, end, default)]
    pieces = _pieces(text, start, end, cues, terms)
    clauses: list[Clause] = []
    carried: Effect | None = None
    listed = bracketed = False
    denied: set[str] = set()
    for at, piece in enumerate(pieces):
        listed = listed or piece.opener == ":"
        if bracketed and ")" in text[pieces[at - 1].end : piece.start]:
            carried, bracketed = None, False
        if _BUT.fullmatch(piece.opener) or is_told(text, pieces, at, cues, carried):
            carried, listed = None, False
        if (
            carried in ("avoid", "drop")
            and not listed
            and not list_goes_on(text, pieces, at, terms, denied)
        ):
            carried = None
        if carried == "nice" and not (listed or bracketed) and is_own_wish(text, piece, terms):
            carried = None
        first = bisect_left(cues, piece.start, key=lambda c: c.start)
        last = bisect_left(cues, piece.end, key=lambda c: c.start)
        inside = cues[first:last]
        if inside:
            denied = denied_in(text, inside[-1].end, piece.end, terms)
        if at + 1 < len(pieces) and pieces[at + 1].opener == ":":
            inside = [_opens_list(text, piece, c) for c in inside]
        before, carried = carried, _weigh_piece(text, piece, inside, carried, default, clauses)
        opened = text.rfind("(", start, piece.start) > text.rfind(")", start, piece.start)
        bracketed = opened and (bracketed or carried != before)
    told = next((c for c in clauses if c.effect == "avoid" and c.cued), None)
    if told is None or "title" in kinds_in(text, told.start, told.end, terms):
        return clauses
    return [
        # Who is sought is no item of a list of things: "designers, freelancers are excluded".
        c._replace(effect=default, reached=False)
        if c.end <= told.start and c.reached and "title" in kinds_in(text, c.start, c.end, terms)
        else c
        for c in clauses
    ]


def _opens_list(text: str, piece: Piece, cue: Cue) -> Cue:
    """Return a cue before a colon: it weighs what follows, all of it where it names nothing."""
    said = _WORD.findall(text[piece.start : cue.start].casefold())
    return cue._replace(side="right", either=cue.either and not set(said) <= _ASKING)


def _pieces(text: str, start: int, end: int, cues: list[Cue], terms: Sequence[Term]) -> list[Piece]:
    pieces = []
    opener = ""
    weighing = Cover(end, ((c.start, c.end) for c in cues))
    marks = [*_SOFT.finditer(text, start, end), *TURN.finditer(text, start, end)]
    for mark in sorted(marks, key=re.Match.start):
        turn = mark.re is TURN
        if weighing.touches(mark.start(), mark.end()):
            continue
        if turn and not ends_denial(text, start, mark, cues, terms):
            continue
        if text[start : mark.start()].strip():
            pieces.append(Piece(start, mark.start(), opener))
        start, opener = (mark.start(), "but") if turn else (mark.end(), mark.group().strip())
    if text[start:end].strip():
        pieces.append(Piece(start, end, opener))
    return pieces


def _weigh_piece(
    text: str,
    piece: Piece,
    cues: list[Cue],
    carried: Effect | None,
    default: Effect,
    clauses: list[Clause],
) -> Effect | None:
    """Append the clauses of one piece and return the weight that goes on behind its comma."""
    at = piece.start
    effect = carried or default
    for index, cue in enumerate(cues):
        stop = cues[index + 1].start if index + 1 < len(cues) else piece.end
        before = bool(_WORD.search(text, at, cue.start))
        after = bool(_WORD.search(text, cue.end, stop))
        side = _side(cue, before, after)
        if not before and not after and side == "left" and clauses:
            _weigh_last(text, clauses, piece, cue.effect)
            at = cue.end
        elif side == "left":
            inner = _inner_start(text, at, cue.start)
            if inner > at:
                clauses.append(Clause(at, inner, effect))
            elif _reaches_back(text, piece, cue):
                _reach_back(text, clauses, cue.effect, LIST_ITEM)
            elif piece.opener == "," and _CHOICE.fullmatch(text, at, cue.start):
                _reach_back(text, clauses, cue.effect, 1)
            clauses.append(Clause(inner, cue.end, cue.effect, cued=True))
            at = cue.end
        else:
            if before:
                clauses.append(Clause(at, cue.start, effect))
            at = cue.start
            effect = carried = cue.effect
    if text[at : piece.end].strip():
        cued = any(c.start == at for c in cues)
        clauses.append(
            Clause(at, piece.end, effect, cued, reached=carried is not None and not cued)
        )
    return carried


def _weigh_last(text: str, clauses: list[Clause], piece: Piece, effect: Effect) -> None:
    """Weigh the clause before a lone cue, with all of a bracket: "tools (Moodle, LMS) a plus"."""
    opened = text.rfind("(", 0, piece.start) if piece.opener == ")" else piece.start
    at = len(clauses) - 1
    clauses[at] = clauses[at]._replace(effect=effect, cued=True)
    while at and clauses[at].start > opened and not clauses[at - 1].cued:
        at -= 1
        clauses[at] = clauses[at]._replace(effect=effect, cued=True)


def _side(cue: Cue, before: bool, after: bool) -> str:
    if not cue.either:
        return cue.side
    if cue.side == "left":
        return "left" if before or not after else "right"
    return "right" if after or not before else "left"


def _inner_start(text: str, start: int, end: int) -> int:
    """Return where a cue behind "a nurse with ACLS" begins to weigh: at the "with"."""
    inner = start
    for match in _INNER.finditer(text, start, end):
        if _WORD.search(text, start, match.start()) and _WORD.search(text, match.end(), end):
            inner = match.start()
    return inner


def _reaches_back(text: str, piece: Piece, cue: Cue) -> bool:
    if piece.opener != ",":
        return False
    return cue.plural or bool(JOINED.match(text[piece.start : cue.start].lstrip()))


def _reach_back(text: str, clauses: list[Clause], effect: Effect, most: int) -> None:
    """Weigh the items, of at most so many words, of the list whose last item carries the cue."""
    for at in range(len(clauses) - 1, -1, -1):
        item = clauses[at]
        if item.cued or len(_WORD.findall(text[item.start : item.end])) > most:
            return
        clauses[at] = item._replace(effect=effect, reached=True)
