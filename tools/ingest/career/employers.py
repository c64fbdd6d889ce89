"""Tells which piece around the date of an entry names the employer: no place, amount or duty."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tools.ingest.career.entry_lines import Read, Surroundings, is_label
from tools.ingest.career.title_shapes import (
    is_duty,
    is_fragment,
    is_prose,
    is_title_sized,
    names_a_job,
    ranks,
)
from tools.ingest.dates.months import MONTH_NAME
from tools.ingest.fragments import Fragment, is_company
from tools.ingest.phrases import listed
from tools.vocabulary.places import is_remote, resolve

_LABELS = listed("career", "no employer")
_COUNTY = re.compile(r"^(?:Co\.?|County)\s(?=[A-Z]\w+$)|(?<=\w)\sCounty$")
_JOINED = re.compile(r"\s?/\s?|\s(?:and|or|&|y|und|et)\s")
_AMOUNT = re.compile(
    r"\d[\d.,]*(?:\s?(?:%|[–-]\s?\d)|\s?[ap]\.?m\b|\s?(?:h|hrs?|hours?|FTE|Stunden|uur|heures)\b"
    r"|\s[^\W\d_A-Z]|\W*$)"
)
"""How a number begins that no firm is called by: "24 h/week", "3 farms", but "24 Hour Gym"."""
_INSIDE = re.compile(
    r"(?:(?!city|county|state)[\w&'-]+\s)?(?:finance|account(?:ing|s)|payroll|hr|human resources|it"
    r"|sales|marketing|purchasing|engineering|maintenance|production|quality|support|operations"
    r"|shipping|kitchen|emergency|nursing|surgery|surgical|intensive care|telemetry|radiology)\s"
    r"(?:department|dept|unit|team)",
    re.IGNORECASE,
)
"""A part of a firm: "Finance Department", where a Police or a Parks Department employs."""
_JOINT = re.compile(r"[\s.]*(?:,|at)\s*")
_MONTH = re.compile(MONTH_NAME, re.IGNORECASE)
_TOKEN = re.compile("⟨[^⟩]*⟩")
_WORD = re.compile(r"[^\W\d_]{2}")
_MANY_WORDS = 4


def find_employer(
    text: str, entry: Surroundings, title: Fragment, titled: Read, upward: bool
) -> Fragment | None:
    """Return the piece that names the employer: one before a town, of a firm's form, or beside.

    `titled` is the line the title stands on, `upward` whether this résumé writes employers above
    the lines of its dates and titles.
    """
    own = list(dict.fromkeys((entry.own, titled)))
    others = [read for read in _beyond(entry, titled, upward) if not read.titles]
    best, found = -1, None
    for read in (*own, *others):
        placed = _before_town(text, read.pieces, title)
        for piece in _possible(text, read, title):
            worth = 2 * (piece == placed) + is_company(piece.text)
            if worth > best and (read in own or worth > 1 or (worth and not found)):
                best, found = worth, piece
    return found


def writes_upward(text: str, entries: Sequence[Surroundings]) -> bool:
    """Return whether a résumé writes employers above its dates and titles and not below them."""
    above = [_has_employer(text, entry.above) for entry in entries]
    below = [_has_employer(text, entry.below) for entry in entries]
    return sum(above) > sum(below)


def _has_employer(text: str, reads: Sequence[Read]) -> bool:
    """Whether a line next to a date is that of an employer: it tells a town or a firm."""
    lines = [read.pieces for read in reads[:2] if not read.titles]
    return any(_before_town(text, p, None) or any(is_company(f.text) for f in p) for p in lines)


def _beyond(entry: Surroundings, titled: Read, upward: bool) -> Iterator[Read]:
    """Yield the lines between a date and its title, then the one where employers stand."""
    for reads in (entry.above, entry.below):
        if titled in reads:
            yield from reads[: reads.index(titled)]
    side = entry.above if upward else entry.below
    at = side.index(titled) + 1 if titled in side else 0
    yield from side[at : at + 1]


def _possible(text: str, read: Read, title: Fragment) -> Iterator[Fragment]:
    for piece in read.pieces:
        apart = piece.end <= title.start or piece.start >= title.end
        named = piece not in read.titles or not names_a_job(piece.text)
        if apart and named and _could_employ(text, piece):
            yield piece


def _could_employ(text: str, piece: Fragment) -> bool:
    """Return whether a piece could be an employer by what it says."""
    said = _TOKEN.sub("N.", piece.text).removeprefix("The ").partition(" (")[0]
    begins = said[:1].isupper() or said[:1].isdigit()
    if not begins or not _WORD.search(said) or said.lower() in _LABELS or _AMOUNT.match(said):
        return False
    if _MONTH.fullmatch(said) or _INSIDE.fullmatch(said):
        return False
    if is_label(text, piece) or is_place(said) or not is_title_sized(said):
        return False
    told = is_duty(said) or is_fragment(said) or (said.count(" ") >= _MANY_WORDS and is_prose(said))
    return is_company(said) or not (ranks(said) or told)


def is_place(piece: str) -> bool:
    """Return whether a piece says nothing but where: "Wrocław / remote", "Co. Cork"."""
    bare = _COUNTY.sub("", piece.partition(" (")[0])
    if is_company(bare):
        return False
    return all(resolve(part) is not None or is_remote(part) for part in _JOINED.split(bare))


def _before_town(text: str, pieces: Sequence[Fragment], title: Fragment | None) -> Fragment | None:
    """Return the piece that a town follows: of several with commas the firm, else the first.

    Behind a title it is the last, as departments stand between: "Nurse, Surgery, Bayview, Leeds".
    """
    names = [p for p in pieces if p != title and p.text.lower() not in _LABELS]
    towns = [at for at, piece in enumerate(names) if at and is_place(piece.text)]
    if not towns or is_place(names[towns[0] - 1].text):
        return None
    at = towns[0] - 1
    place = resolve(names[at + 1].text)
    if at and (place is None or not place.city) and not is_company(names[at].text):
        at -= 1  # before a county or a country stands a town that no table knows
    first = at
    while first and _JOINT.fullmatch(text, names[first - 1].end, names[first].start):
        first -= 1
    chain = names[first : at + 1]
    firm = next((piece for piece in reversed(chain) if is_company(piece.text)), None)
    return firm or (chain[-1] if title in pieces else chain[0])
