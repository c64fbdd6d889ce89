"""Job titles of every trade: find them in text, name them one way, and compare them."""

import re
from functools import lru_cache
from typing import NamedTuple

from tools.vocabulary.titles_find import find_titles, title_inside
from tools.vocabulary.titles_seniority import (
    PREFIXES,
    SUFFIXES,
    level_distance,
    modifier_level,
    plain_modifier,
    worded_level,
)
from tools.vocabulary.titles_table import GENERIC, Hit, occupations, title_table
from tools.vocabulary.titles_words import phrase_key

__all__ = [
    "canonical_title",
    "find_titles",
    "held_similarity",
    "inner_title",
    "is_generic",
    "jobs_in",
    "occupation_of",
    "seniority",
    "title_similarity",
]

_JOINED = re.compile(r"\s*[/|&,;+]\s*|\s+(?:and|cum)\s+|\s+-+\s+", re.IGNORECASE)
_SAME_OCCUPATION = 0.9
_SAME_FAMILY = 0.25
_LEVEL_STEP = 0.04
_LEVEL_MOST = 0.16
_INEXACT = 0.92
_GENERIC_TRUST = 0.45
_UNKNOWN = 0.8


class _Reading(NamedTuple):
    """What a phrase says about a job."""

    key: str
    title: str | None
    occupation: str | None
    level: str | None
    trust: float


@lru_cache(maxsize=32768)
def _read(phrase: str) -> _Reading:
    key = phrase_key(phrase)
    hit, rest = _strip(key.split())
    if hit is not None:
        level = modifier_level(rest) or hit.title.level or plain_modifier(key)
        trust = _GENERIC_TRUST if hit.title.name in GENERIC else 1.0
        return _Reading(key, hit.title.name, hit.title.occupation, level, trust)
    inside = title_inside(phrase)
    level = worded_level(key)
    if inside is None:
        return _Reading(key, None, None, level, 0.0)
    trust = _GENERIC_TRUST if inside.title.name in GENERIC else _INEXACT
    if inside.title.name not in GENERIC:
        level = modifier_level(key.split()) or inside.title.level or level
    return _Reading(key, None, inside.title.occupation, level, trust)


def _strip(words: list[str]) -> tuple[Hit | None, list[str]]:
    """Return the title once seniority words are taken off its ends, and those words."""
    hits = title_table().hits
    rest: list[str] = []
    while words:
        hit = hits.get(" ".join(words))
        if hit is not None:
            return hit, rest
        if words[-1] in SUFFIXES or words[-1] in {"i", "v"}:
            rest.append(words.pop())
        elif words[0] in PREFIXES:
            rest.append(words.pop(0))
        else:
            return None, rest
    return None, rest


def canonical_title(phrase: str) -> str | None:
    """Return the canonical title a phrase stands for, seniority words aside."""
    return _read(phrase).title


def is_generic(phrase: str) -> bool:
    """Return whether a title says a rank or a way of working and no trade: "Manager"."""
    return _read(phrase).title in GENERIC


@lru_cache(maxsize=32768)
def jobs_in(phrase: str) -> tuple[str, ...]:
    """Return a title and the jobs it joins, as far as they are known: "Server / Bartender"."""
    if canonical_title(phrase) is not None:
        return (phrase,)
    parts = [part.strip() for part in _JOINED.split(phrase)]
    told = [part for part in parts if canonical_title(part) and not is_generic(part)]
    return (phrase, *told) if len(parts) > 1 else (phrase,)


def occupation_of(phrase: str) -> str | None:
    """Return the occupation of a title, or of the most telling title inside the phrase."""
    return _read(phrase).occupation


@lru_cache(maxsize=32768)
def inner_title(phrase: str) -> str | None:
    """Return the canonical name of the most telling title inside the phrase."""
    inside = title_inside(phrase)
    return inside.title.name if inside else None


def seniority(phrase: str) -> str | None:
    """Return the level a title claims, if it claims one."""
    return _read(phrase).level


def held_similarity(wanted: str, held: str) -> float:
    """How close a title held, or one of the jobs it joins, is to the one wanted, 0 to 1."""
    return max(title_similarity(wanted, job) for job in jobs_in(held))


def title_similarity(a: str, b: str) -> float:
    """How close two titles are, 0 to 1, the same in both directions."""
    return _similarity(a, b) if a <= b else _similarity(b, a)


def _similarity(a: str, b: str) -> float:
    left, right = _read(a), _read(b)
    if left.key == right.key:
        return 1.0 if left.key else 0.0
    if left.occupation is None or right.occupation is None:
        return round(_wording(left, right) * _UNKNOWN, 4)
    base = _closeness(left, right)
    if left.occupation == right.occupation:  # A related trade has its distance in its weight.
        stated = left.level is not None and right.level is not None
        step = _LEVEL_STEP if stated else _LEVEL_STEP / 2
        base -= min(_LEVEL_MOST, step * level_distance(left.level, right.level))
    return round(max(0.0, base), 4)


def _closeness(left: _Reading, right: _Reading) -> float:
    if left.title is not None and left.title == right.title:
        return 1.0
    table = occupations()
    one, two = left.occupation or "", right.occupation or ""
    trust = left.trust * right.trust
    if one == two:
        wording = _wording(left, right) if trust < _SAME_OCCUPATION else 0.0
        return max(_SAME_OCCUPATION * trust, wording * _UNKNOWN)
    related = table[one].related.get(two, 0.0)
    if table[one].family == table[two].family:
        related = max(related, _SAME_FAMILY)
    return related * trust


def _wording(left: _Reading, right: _Reading) -> float:
    """Return how alike two phrases are in their words.

    A rank alone says nothing of the trade, so that words beyond it count against the likeness.
    """
    from rapidfuzz import fuzz  # Only unknown titles need it, and the import is not free.

    vague = left.title in GENERIC or right.title in GENERIC
    alike = fuzz.token_sort_ratio if vague else fuzz.token_set_ratio
    return float(alike(left.key, right.key)) / 100
