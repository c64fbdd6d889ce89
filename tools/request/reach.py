"""Tells how far words that keep people out reach: to the end of a list, no further than "who"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from tools.request.cues import Cue, Effect
from tools.request.seniority import lone_level, names_levels
from tools.request.terms import Term
from tools.vocabulary.trade_endings import ends_as_trade

TURN = re.compile(
    r"\b(?:(?P<who>who|whose|and(?=\s(?:lives?|have|know|speak|hold|works?)\b))|with|having"
    r"|(?P<near>in|near|around|within))\b",
    re.IGNORECASE,
)
"""What says more of whoever is sought, behind what they should not be."""
_OF_SOMEBODY = re.compile(
    r"\W*(?:any ?|some ?|no ?)?(?:one|body|people|candidates|those|somebody)\b", re.IGNORECASE
)
_LACKING = re.compile(r"without|no\b", re.IGNORECASE)
_EXPERIENCE = re.compile(r"\s*(?:work )?experience\s*", re.IGNORECASE)
"""What somebody may lack in a place: "without experience in Germany"."""
JOINED = re.compile(r"\b(?:and|or|nor)\b|&", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_THESE = re.compile(
    r"\b(?:the|following|these|those|below|any|all|people|candidates|profiles?|from|with|who|have|"
    r"things?|of|a|an)\b",
    re.IGNORECASE,
)
"""What may stand between a denial and the colon that opens its list."""
_NEEDED = re.compile(r"\b(?:needed|required|necessary)\s*$", re.IGNORECASE)
"""What closes "no degree needed"."""
_YEARS = re.compile(r"\d\W*(?:years?|yrs?)\b", re.IGNORECASE)
_OPENS_OWN = re.compile(
    r"\s*(?:(?P<place>(?:(?:based|located|living) )?(?:in|near|within)\s+(?:the )?)"
    r"|(?:(?:at least|min\w*\.?|over) )?\d+\+?\s*-?\s*(?:years?|yrs?)\b"
    r"|(?:[\w&-]+ ){1,3}licen[cs]ed?\b)",
    re.IGNORECASE,
)
"""How a wish of its own begins: "ideally Spanish, in Texas"."""
_NEAR = 6
"""Letters within which a place begins behind "near" or "within"; most are the place's own."""
_LONGEST_LIST = 12
LIST_ITEM = 4
"""Words up to which a piece between commas reads as an item of a list."""
_ALIKE = {"certification": "skill", "industry": "skill"}
"""Kinds that are listed together."""


class Piece(NamedTuple):
    """text[start:end] between two marks, of which `opener` is the one before it."""

    start: int
    end: int
    opener: str


def ends_denial(
    text: str, start: int, turn: re.Match[str], cues: list[Cue], terms: Sequence[Term]
) -> bool:
    """Return whether words say more of whoever is sought: "a cook without a degree who bakes".

    Those behind "no managers" say which managers are not sought.
    """
    at = bisect_left(cues, turn.start(), key=lambda c: c.start) - 1
    if at < 0 or cues[at].start < start or (cues[at].effect, cues[at].side) != ("avoid", "right"):
        return False
    cue = cues[at]
    said = text[cue.end : turn.start()]
    alone = not text[start : cue.start].strip() and not text.startswith("without", cue.start)
    if alone or not _WORD.search(said) or _OF_SOMEBODY.match(said):
        return False
    known = any(t.end == len(said.rstrip()) + cue.end and t.kind != "text" for t in terms)
    if turn["near"]:
        lacking = _LACKING.match(text, cue.start) and not _EXPERIENCE.fullmatch(said)
        placed = any(
            t.kind == "location" and t.start < turn.end() + _NEAR and turn.end() < t.end
            for t in terms
        )
        return placed and (known or bool(lacking))
    return known or turn["who"] is not None


def is_own_wish(text: str, piece: Piece, terms: Sequence[Term]) -> bool:
    """Return whether a place, years or a licence behind a comma is no part of what is preferred."""
    opens = _OPENS_OWN.match(text, piece.start, piece.end)
    if piece.opener != "," or opens is None:
        return False
    placed = any(t.kind == "location" and t.start <= opens.end() <= t.end for t in terms)
    return placed if opens["place"] else True


def is_told(
    text: str, pieces: list[Piece], at: int, cues: list[Cue], carried: Effect | None
) -> bool:
    """Return whether a denial ended before this colon: "not a manager: haematology above all"."""
    if pieces[at].opener != ":" or carried not in ("avoid", "drop"):
        return False
    before = pieces[at - 1]
    last = max((c.end for c in cues if before.start <= c.start < before.end), default=before.end)
    denied = _THESE.sub("", text[last : before.end])
    return bool(_WORD.search(denied))


def list_goes_on(
    text: str, pieces: list[Piece], at: int, terms: Sequence[Term], denied: set[str]
) -> bool:
    """Whether pieces[at] is an item of a list that a later "or" or "and" closes.

    What is listed is of one kind: "not a manager, Houston or Dallas" denies no place, nor does
    "not substitute, Houston or Dallas", and years are no item.
    """
    if _NEEDED.search(text, pieces[at - 1].start, pieces[at - 1].end):
        return False
    for piece in pieces[at : at + _LONGEST_LIST]:
        said = text[piece.start : piece.end]
        if piece.opener not in ("", ",") or len(_WORD.findall(said)) > LIST_ITEM + 2:
            return False
        if _YEARS.search(said):
            return False
        kinds = kinds_in(text, piece.start, piece.end, terms)
        if kinds.isdisjoint(denied) if kinds and denied else "location" in kinds:
            return False
        if JOINED.search(said):
            return True
    return False


def denied_in(text: str, start: int, end: int, terms: Sequence[Term]) -> set[str]:
    """Return the kinds of what is denied there; unknown people are of one with jobs: "no grads"."""
    said = text[start:end].strip().casefold()
    people = names_levels(said) or ends_as_trade(said.rpartition(" ")[2])
    return kinds_in(text, start, end, terms) or ({"title"} if people else set())


def kinds_in(text: str, start: int, end: int, terms: Sequence[Term]) -> set[str]:
    """Return the kinds of what is named in text[start:end]; a level is of people, as a job is."""
    kinds = {_ALIKE.get(t.kind, t.kind) for t in terms if start <= t.start < end}
    return kinds | ({"title"} if lone_level(text, start, end) else set())
