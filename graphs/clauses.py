"""Cuts a sentence into parts that each say one thing of somebody: claim, denial or question."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Literal, NamedTuple

from tools.pattern_table import patterns
from tools.people import PERSON_MARK

_SAID = patterns("graphs", "words/clauses.tsv")

Mood = Literal["claims", "denies", "asks"]

LOST = "⟨lost⟩"
"""Stands for somebody whose sentence was removed: what a pronoun says of them has no evidence."""

_CUT = re.compile(r"[,;]|\b(?:and|nor|noch|und|y|ni|et)\b", re.IGNORECASE)


_WORDS = re.compile(r"[^\s-]+")
_HEADS = frozenset(":(—–-|")
_HEADING = re.compile(r"\s*(?:[-*•–]|\d{1,3}[.)])\s[^⟨⟩:]*:")
"""What a list item is about, before it says of whom what holds."""


class Part(NamedTuple):
    """A stretch of a sentence, [start, end), with the people it speaks of and how.

    `wishing` says that it tells what was asked for; `alike` that it says the same of them as the
    part before says of others.
    """

    start: int
    end: int
    people: tuple[str, ...]
    mood: Mood
    wishing: bool = False
    alike: bool = False


def subjects(sentence: str, before: tuple[str, ...]) -> tuple[str, ...]:
    """Return whom a sentence without placeholders is about: those before, or nobody at all."""
    if len(before) == 1 and re.search(r"\bboth\b", sentence, re.IGNORECASE):
        return ()
    if _SAID["speaks_on"].search(sentence):
        return before
    return () if _SAID["general"].search(sentence) else before


def speaks_of_the_lost(sentence: str, before: tuple[str, ...]) -> bool:
    """Return whether a pronoun means somebody whose sentence was removed."""
    return LOST in before and bool(_SAID["pronoun"].search(sentence))


def parts_of(blind: str, before: tuple[str, ...], names: Collection[str] = ()) -> list[Part]:
    """Return the parts of a sentence whose quotations were taken out.

    `before` are the people that a sentence without placeholders may go on about. Within `names`, of
    wishes such as non-profit, no word denies or asks.
    """
    named = _compounds(tuple(sorted(names)))
    groups = _groups(blind)
    carried = groups[0][2] if groups else subjects(blind, before)
    asks = blind.rstrip(" *_\n").endswith("?")
    parts: list[Part] = []
    listed = False
    for start, end in _stretches(blind, groups):
        own = tuple(mark for left, _, marks in groups if start <= left < end for mark in marks)
        carried = own or carried
        part = _part(blind, start, end, carried, asks, named)
        listed = blind[start] not in ";—" and (listed or blind[start] == ":")
        if parts and listed and not own and part.mood == "claims":
            part = part._replace(mood=parts[-1].mood, wishing=parts[-1].wishing or part.wishing)
        listed = listed or ":" in blind[start:end]
        parts.append(part)
    return parts


@lru_cache(maxsize=256)
def _compounds(names: tuple[str, ...]) -> re.Pattern[str]:
    """Return how to find the names of several words that hold one which would deny or ask."""
    telling = [
        n
        for n in names
        if len(_WORDS.findall(n)) > 1 and (_SAID["denies"].search(n) or _SAID["asks"].search(n))
    ]
    ways = (r"[\s-]+".join(map(re.escape, _WORDS.findall(name))) for name in telling)
    return re.compile(rf"(?<!\w)(?:{'|'.join(ways) or '(?!)'})(?!\w)", re.IGNORECASE)


def _part(
    blind: str, start: int, end: int, people: tuple[str, ...], asks: bool, named: re.Pattern[str]
) -> Part:
    text = _SAID["no_doubt"].sub(" ", named.sub(" ", blind[start:end]))
    mood: Mood = "claims"
    if _SAID["denies"].search(text):
        mood = "denies"
    elif asks or _SAID["asks"].search(text):
        mood = "asks"
    return Part(
        start,
        end,
        people,
        mood,
        bool(_SAID["wishes"].search(text)),
        bool(_SAID["alike"].search(text)),
    )


def _groups(sentence: str) -> list[tuple[int, int, tuple[str, ...]]]:
    """Return runs of people who are named together: start, end, placeholders."""
    groups: list[tuple[int, int, tuple[str, ...]]] = []
    for mark in PERSON_MARK.finditer(sentence):
        apart = bool(groups) and _SAID["unlike"].search(sentence, 0, groups[-1][0])
        if (
            groups
            and not apart
            and _SAID["joined"].fullmatch(sentence, groups[-1][1], mark.start())
        ):
            start, _, marks = groups[-1]
            groups[-1] = (start, mark.end(), (*marks, mark[0]))
        else:
            groups.append((mark.start(), mark.end(), (mark[0],)))
    return groups


def _stretches(
    blind: str, groups: Sequence[tuple[int, int, tuple[str, ...]]]
) -> list[tuple[int, int]]:
    """Return where the parts begin and end: at conjunctions, and between groups of people."""
    cuts = {0, len(blind)}
    head = _HEADING.match(blind)
    for match in _SAID["strong"].finditer(blind):
        inside = any(left < match.end() and match.start() < right for left, right, _ in groups)
        before = blind[max(cut for cut in cuts if cut <= match.start()) : match.start()]
        is_head = head is not None and head.end() == match.end()
        if match[0].strip() in _HEADS and (is_head or not _SAID["claim"].search(before)):
            continue  # a heading: what follows is said of it
        if not inside or any(left == match.end() for left, _, _ in groups):
            cuts.add(match.start())
    for (_, end, _), (start, _, _) in pairwise(groups):
        if not any(end <= cut <= start for cut in cuts):
            between = list(_CUT.finditer(blind, end, start))
            cuts.add(between[-1].start() if between else start)
    edges = sorted(cuts)
    return [(a, b) for a, b in pairwise(edges) if blind[a:b].strip(" ,.;:*-–—")]
