"""Finds people's names that a request compares with or asks for, which decide nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from tools.pattern_table import patterns
from tools.request.filler import FILLER
from tools.request.protected.wish import PIECES
from tools.request.terms import Span
from tools.vocabulary.industries import canonical_industry
from tools.vocabulary.matcher import Mention
from tools.vocabulary.places import resolve
from tools.vocabulary.skills import canonical_skill
from tools.vocabulary.titles import canonical_title

_SAID = patterns(__package__, "named.tsv", PIECES)

_PARTICLES = frozenset({"de", "del", "la", "van", "von", "der", "den", "bin", "al", "da", "dos"})
_ORDINARY = frozenset({"last", "previous", "old", "head", "boss", "guy", "person", "team", "firm"})


def people_named(text: str, jobs: Sequence[Mention]) -> Iterator[Span]:
    """Yield where a text compares with somebody by name, or asks for a name: "like Ana Ruiz"."""
    ends = {job.end for job in jobs} | {m.end() for m in _SAID["of_a_person"].finditer(text)}
    for end in sorted(ends):
        found = _SAID["behind"].match(text, end) or _SAID["behind_small"].match(text, end)
        if found and _is_name(found["name"]):
            yield found.start("as"), found.end("name")
    for pattern in (_SAID["beside"], _SAID["looked_up"]):
        for found in pattern.finditer(text):
            if " " in found["name"] and _is_name(found["name"]):
                yield found.span("wish")


def _is_name(words: str) -> bool:
    """Return whether no part of the words is known for anything else but a place."""
    parts = [part for part in words.split() if part not in _PARTICLES]
    tried = [words, *parts, *(" ".join(pair) for pair in pairwise(parts))]
    if any(_is_known(each) for each in tried):
        return False
    return resolve(words) is None and not all(resolve(part) for part in parts)


def _is_known(words: str) -> bool:
    if words.casefold() in FILLER or words.casefold() in _ORDINARY:
        return True
    return bool(canonical_skill(words) or canonical_title(words) or canonical_industry(words))
