"""Finds the wishes of a text about protected attributes, whatever they are about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from tools.pattern_table import patterns
from tools.request.protected.entries import may_stand_alone, traits_alone
from tools.request.protected.named import people_named
from tools.request.protected.origins_before_jobs import origins_before_jobs
from tools.request.protected.phrases import ANYBODY, SOUGHT, phrases
from tools.request.protected.said_of_people import said_of_people
from tools.request.protected.traits import about, any_trait, slips
from tools.request.protected.wish import PIECES, Protected
from tools.request.served import hide_served
from tools.request.text_edits import Edited, replaced
from tools.request.typos import LONGEST_MENDED, is_language, mended_word
from tools.vocabulary.titles import find_titles

_SAID = patterns(__package__, "finding.tsv", PIECES)

_BEFORE = 40
"""Characters before a wish that may tell that the people are cared for."""
_SENTENCE = 400
"""Characters on either side within which a sentence says that everybody is welcome."""
_WORD = re.compile(r"(?<![\w@./#+-])[A-Za-z]{5,24}(?![\w@/#+-]|\.\w)")


def find_protected(text: str) -> list[Protected]:
    """Return the wishes about protected attributes and people's names, in order of mention."""
    mended = _mended(text)
    found = []
    wishes = _apart(sorted(_found(mended.text), key=lambda w: (w.start, -w.end)))
    starts = {wish.start for wish in wishes}
    for wish in wishes:
        demand = _SAID["demands"].search(mended.text[max(0, wish.start - _BEFORE) : wish.start])
        first = wish.start - (len(demand.group()) if demand else 0)
        rather = _SAID["rather"].match(mended.text, wish.end)
        start, end = mended.at(first), mended.at(rather.end() if rather else wish.end)
        words = " ".join((wish.words or text[start:end]).split())
        denied = _SAID["denied"].match(mended.text, first, wish.end)
        if denied and _SAID["such"].match(mended.text, wish.end) and wish.end + 1 not in starts:
            start = mended.at(denied.end())
        found.append(Protected(words.strip(" ,()"), start, end, wish.about))
    return found


def _found(text: str) -> Iterator[Protected]:
    sought = hide_served(text)
    told = [(n, m) for n, p in phrases(SOUGHT) for m in p.finditer(sought)]
    told += [(n, m) for n, p in phrases(ANYBODY) for m in p.finditer(text)]
    for name, match in told:
        if not _SAID["cared_for"].search(text[max(0, match.start() - _BEFORE) : match.start()]):
            yield from _unless_welcome(text, match.start(), match.end(), name)
    tells = any_trait().search(sought) is not None
    if not (tells or may_stand_alone(sought) or _SAID["says_where_or_like"].search(text)):
        return
    jobs = find_titles(text)
    yield from origins_before_jobs(sought, jobs)
    yield from traits_alone(sought, jobs)
    if tells:
        for start, end in said_of_people(sought, jobs):
            yield from _unless_welcome(text, start, end, about(sought[start:end]))
    for start, end in people_named(text, jobs):
        yield Protected("", start, end, "names")


def _unless_welcome(text: str, start: int, end: int, name: str) -> Iterator[Protected]:
    if not _SAID["welcome"].search(text, _line_start(text, start), _line_end(text, end)):
        yield Protected("", start, end, name)


def _apart(found: Iterable[Protected]) -> list[Protected]:
    """Return the wishes, in order of place, with those that overlap made one."""
    apart: list[Protected] = []
    for wish in found:
        last = apart[-1] if apart else None
        if last is None or wish.start >= last.end:
            apart.append(wish)
        elif wish.end > last.end:
            apart[-1] = last._replace(words="", end=wish.end)
    return apart


def _mended(text: str) -> Edited:
    """Return the text with the slips mended that hide a job or a trait: "lesbain nruse"."""
    return replaced(text, _mends(text)) if len(text) <= LONGEST_MENDED else Edited(text)


def _mends(text: str) -> Iterator[tuple[int, int, str]]:
    for match in _WORD.finditer(text):
        word = match.group().lower()
        meant = slips().get(word)
        if meant is None and not any_trait().fullmatch(word):
            meant = mended_word(word)
        if meant is not None and not is_language(word):
            yield match.start(), match.end(), meant


def _line_start(text: str, at: int) -> int:
    first = max(0, at - _SENTENCE)
    return max(first, *(text.rfind(mark, first, at) + 1 for mark in "\n.!?;"))


def _line_end(text: str, at: int) -> int:
    stop = min(len(text), at + _SENTENCE)
    ends = [end for mark in "\n.!?;" if (end := text.find(mark, at, stop)) >= 0]
    return min(ends, default=stop)
