"""Names what a search weighs beside its wishes: “university” of a lecturer at one, “youth”."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import msgspec

from tools.criteria import Criteria, Criterion, merge
from tools.evidence.wording import content_stems
from tools.request.filler import FILLER
from tools.vocabulary.titles_find import find_titles
from tools.vocabulary.work_settings import settings_spoken

_SMALL = r"(?:at|in|for|of|with|to|on|from|within|into|by|as|and|or|our|my|your|their|the|an?|us)"
_JOINT = re.compile(rf"\W*\b{_SMALL}\b(?:\W+{_SMALL}\b)*\W*|\s*[,;:&/()]+\s*", re.IGNORECASE)
_LONGEST = 300
"""Characters of a phrase; a longer one names no job."""
_EMPTY = FILLER - {"history"}
"""Words that ask for nothing; a "history" of nothing else is what somebody teaches."""
_WORD = re.compile(r"[^\W_][\w'’+#.-]*[\w+#]|[^\W_]")


_OPENS = re.compile(r"\W*(?:at|in|for|of|within)\b", re.IGNORECASE)
"""Before what is where, or for whom, a job is done; anything else may be talk about it."""
_GOES_ON = re.compile(r"\W*(?:and|or|[,/&])(?!\w)", re.IGNORECASE)


class _Piece(NamedTuple):
    """A stretch of the phrase of a job, with what joins it to the rest, and its words alone."""

    start: int
    end: int
    words: str


def asides(criteria: Criteria) -> tuple[str, ...]:
    """Return in the recruiter's words what raises people and is no wish of its own, each once.

    It is what a job's phrase says beyond the job, and the setting by which an industry was named.
    """
    known = {stem for wish in criteria for text in _shown(wish) for stem in content_stems(text)}
    named: dict[tuple[str, ...], str] = {}
    for wish in criteria:
        if wish.weight == "avoid":
            continue
        for words in _spoken(wish):
            stems = content_stems(words)
            if not known.issuperset(stems):
                named.setdefault(tuple(sorted(stems)), words)
    return tuple(w for stems, w in named.items() if not any(set(stems) < set(o) for o in named))


def without_asides(criteria: Criteria, said: str) -> Criteria:
    """Return the jobs whose phrases say more than they should, without the asides `said` names."""
    stems = set(content_stems(said))
    changed = []
    for wish in criteria:
        phrase = _cut(wish, wish.phrase, stems)
        if phrase != wish.phrase:
            said_left = _cut(wish, wish.said, stems)
            changed.append(msgspec.structs.replace(wish, phrase=phrase, said=said_left))
    return tuple(changed)


def without_each(criteria: Criteria, names: Iterable[str]) -> tuple[Criteria, tuple[str, ...]]:
    """Return the jobs without the asides that the names say, and the names that say none.

    Each is cut from what the others left: "lecturer at university for youth" ends up bare. A name
    whose words went with another's is no stranger.
    """
    wanted, strange = criteria, list[str]()
    for name in dict.fromkeys(names):
        wanted = merge(wanted, without_asides(wanted, name)).criteria
        strange += [] if without_asides(criteria, name) else [name]
    return tuple(c for c in wanted if c not in criteria), tuple(strange)


def _shown(wish: Criterion) -> tuple[str, ...]:
    """Return the words that a wish shows by itself: a skill is the thing it was said for."""
    own = wish.kind not in ("title", "industry")
    return (*wish.values, wish.said) if own else wish.values


def _spoken(wish: Criterion) -> Iterator[str]:
    if wish.kind == "title" and wish.phrase:
        yield from (piece.words for piece in _pieces(wish, wish.phrase))
    if wish.kind == "industry":
        yield from settings_spoken(wish.said)


def _cut(wish: Criterion, text: str, stems: set[str]) -> str:
    """Return a phrase without the pieces that some words name, empty where only the job is left."""
    if wish.kind != "title":
        return text
    gone = [p for p in _pieces(wish, text) if stems and _alike(set(content_stems(p.words)), stems)]
    left = text
    for piece in reversed(gone):
        left = f"{left[: piece.start]} {left[piece.end :]}"
    left = " ".join(left.split())
    bare = {s for value in wish.values for s in content_stems(value)}
    return "" if gone and bare.issuperset(content_stems(left)) else left if gone else text


def _alike(one: set[str], other: set[str]) -> bool:
    return one <= other or other <= one


def _pieces(wish: Criterion, phrase: str) -> list[_Piece]:
    """Return what a phrase says of where and for whom the job is, cut at its small words."""
    if len(phrase) > _LONGEST:
        return []
    first, last = _job(wish, phrase)
    before = [p for p in _cut_up(phrase, 0, first) if settings_spoken(p.words)]
    after: list[_Piece] = []
    for piece in _cut_up(phrase, last, len(phrase)):
        goes_on = bool(after) and after[-1].end == piece.start
        if _OPENS.match(phrase, piece.start) or (goes_on and _GOES_ON.match(phrase, piece.start)):
            after.append(piece)
    return [*before, *after]


def _cut_up(phrase: str, left: int, right: int) -> Iterator[_Piece]:
    joints = [m.span() for m in _JOINT.finditer(phrase, left, right)]
    for (begins, start), (end, _) in pairwise([(left, left), *joints, (right, right)]):
        words = _telling(phrase[start:end])
        if words:
            yield _Piece(begins, end, words)


def _job(wish: Criterion, phrase: str) -> tuple[int, int]:
    """Return where a phrase names the job itself: of "lecturers in history" the first word."""
    wanted = {stem for value in wish.values for stem in content_stems(value)}
    named = find_titles(phrase)
    akin = [m for m in named if wanted.intersection(content_stems(m.name))] or named
    if not akin:
        words = [
            m.span() for m in _WORD.finditer(phrase) if wanted.intersection(content_stems(m[0]))
        ]
        return (words[0][0], words[-1][1]) if words else (0, len(phrase))
    start, end = akin[0].start, akin[0].end
    joint = _JOINT.search(phrase, start, end)
    beyond = joint and not wanted.issuperset(content_stems(phrase[joint.end() : end]))
    return (start, joint.start()) if joint and beyond else (start, end)


def _telling(text: str) -> str:
    """Return words without those at either end that ask for nothing."""
    words: Sequence[str] = _WORD.findall(text)
    while words and words[0].casefold() in _EMPTY:
        words = words[1:]
    while words and words[-1].casefold() in _EMPTY:
        words = words[:-1]
    return " ".join(words) if content_stems(" ".join(words)) else ""
