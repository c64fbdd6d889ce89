"""Finds people's names that a request compares with or asks for, which decide nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from tools.request.filler import FILLER
from tools.request.protected.said_of_people import FOLK, Span
from tools.vocabulary.industries import canonical_industry
from tools.vocabulary.matcher import Mention
from tools.vocabulary.places import resolve
from tools.vocabulary.skills import canonical_skill
from tools.vocabulary.titles import canonical_title

_NAME = (
    r"(?P<name>[A-ZÀ-Þ][^\W\d_]*(?:[-'’.][^\W\d_]+)*\.?"
    r"(?:\s+(?:(?:de|del|la|van|von|der|den|bin|al|da|dos)\s+){0,2}[A-ZÀ-Þ][^\W\d_]*"
    r"(?:[-'’][^\W\d_]+)*\.?){0,3})"
)
_SMALL = r"(?P<name>[a-zà-ÿ]{2,}\s+[a-zà-ÿ]{2,})(?=\s*(?:$|[.,;!?]))"
_ALIKE = (
    r"(?i:like|similar\s+to|such\s+as|resembling|comparable\s+to|just\s+like|as\s+good\s+as"
    r"|in\s+the\s+(?:style|mould|mold|vein)\s+of)"
)
_PERSON = (
    rf"(?i:\b(?:someone|somebody|anyone|anybody|{FOLK}|another|one|who\s+(?:is|are|works?|cooks?)))"
)
_CALLED = (
    r"(?i:(?:who\s+(?:is|are)\s+)?(?:named|called|by\s+the\s+name\s+of)|whose\s+(?:\w+\s+)?name\s+is"
    r"|with\s+the\s+(?:(?:first|last|given|family)\s+)?(?:sur)?name)"
)
_RELATED = (
    r"(?i:\b(?:replacement|backfill|stand-in|successor)\s+(?:for|of|to)|\breport(?:s|ing)?\s+to"
    r"|\b(?:trained|studied|learned|learnt)\s+under|\b(?:referred|recommended)\s+by|\bfan\s+of"
    r"|\bstyle\s+of)"
)
_BEHIND = re.compile(rf"\s+(?P<as>{_ALIKE}|{_CALLED})\s+{_NAME}")
_BEHIND_SMALL = re.compile(rf"\s+(?P<as>{_ALIKE}|{_CALLED})\s+{_SMALL}", re.IGNORECASE)
_OF_A_PERSON = re.compile(rf"{_PERSON}(?=\s+(?:{_ALIKE}|{_CALLED}))")
_BESIDE = re.compile(rf"(?P<wish>{_RELATED}\s+{_NAME})")
_LOOKED_UP = re.compile(
    rf"\A\s*(?i:(?:please\s+)?(?:find|show|get|look\s+up|pull\s+up|search\s+for)(?:\s+me)?)\s+(?P<wish>{_NAME})"
    r"\s*[.!?]*\s*\Z"
)
_PARTICLES = frozenset({"de", "del", "la", "van", "von", "der", "den", "bin", "al", "da", "dos"})
_ORDINARY = frozenset({"last", "previous", "old", "head", "boss", "guy", "person", "team", "firm"})


def people_named(text: str, jobs: Sequence[Mention]) -> Iterator[Span]:
    """Yield where a text compares with somebody by name, or asks for a name: "like Ana Ruiz"."""
    ends = {job.end for job in jobs} | {m.end() for m in _OF_A_PERSON.finditer(text)}
    for end in sorted(ends):
        found = _BEHIND.match(text, end) or _BEHIND_SMALL.match(text, end)
        if found and _is_name(found["name"]):
            yield found.start("as"), found.end("name")
    for pattern in (_BESIDE, _LOOKED_UP):
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
