"""Finds the lines, entries of a list and items between commas that are nothing but a trait."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from tools.pattern_table import patterns
from tools.request.protected.said_of_people import names_things
from tools.request.protected.traits import about, said
from tools.request.protected.wish import PIECES, Protected
from tools.vocabulary.languages import canonical_language
from tools.vocabulary.matcher import Mention
from tools.vocabulary.places import find_places

_LONGEST = 60
_ITEM = re.compile(r"[^,;\n()]+")
_ENDS_LINE = frozenset("\n;")
_NO_PEOPLE = frozenset({"us", "uk", "eu"})
_DEMONYM = re.compile(rf"\b{PIECES['DEMONYM']}\b", re.IGNORECASE)
_A_STATE = re.compile(r"\W*ms\W*", re.IGNORECASE)


def traits_alone(text: str, jobs: Sequence[Mention]) -> Iterator[Protected]:
    """Yield the traits that fill a line or, where a job is sought beside them, an item of one."""
    of_work = names_things(text)
    for item in _ITEM.finditer(text):
        if item.end() - item.start() > _LONGEST:
            continue
        whole = _ends_line(text, item.start() - 1) and _ends_line(text, item.end())
        if not whole and (not jobs or of_work or _is_state(text, item)):
            continue
        found = _alone().fullmatch(item.group())
        if found and _of_people(found["wish"], text):
            start, end = (item.start() + at for at in found.span("asked"))
            attribute = about(found["wish"]) or "origin or nationality"
            yield Protected(found["wish"], start, end, attribute)


def _is_state(text: str, item: re.Match[str]) -> bool:
    """Return whether letters that may be said of a woman are Mississippi: "Jackson, Ms."."""
    if not _A_STATE.fullmatch(item.group()):
        return False
    return "Ms" not in item.group() or any(
        place.start < item.start() < place.end for place in find_places(text, trusted=True)
    )


def may_stand_alone(text: str) -> bool:
    """Return whether a word of the text could be a trait that fills a line or an item."""
    return _any().search(text) is not None


def _of_people(wish: str, text: str) -> bool:
    """Return whether the peoples of a wish are no languages, and stand among no cuisines."""
    named = {m.group().casefold() for m in _DEMONYM.finditer(wish)}
    if not named:
        return True
    others = {m.group().casefold() for m in _DEMONYM.finditer(text)} - named
    return not named & _NO_PEOPLE and not any(canonical_language(n) for n in named | others)


def _ends_line(text: str, at: int) -> bool:
    return at < 0 or at >= len(text) or text[at] in _ENDS_LINE


@cache
def _alone() -> re.Pattern[str]:
    return patterns(__package__, "entries.tsv", {**PIECES, "ENTRY": said("entry")})["alone"]


@cache
def _any() -> re.Pattern[str]:
    return re.compile(rf"{said('entry')}|\b{PIECES['DEMONYM']}s?\b", re.IGNORECASE)
