"""Knows the names of skills that are everyday words, or a letter or two: Go, R, Excel."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from tools.vocabulary.skills import canonical_skill, field_of
from tools.vocabulary.tables import entries, read_folder

_ABBREVIATION = 3
"""Capitals that make an abbreviation, which no everyday word is spelled like."""


@cache
def _everyday() -> frozenset[str]:
    rows = entries(read_folder("skills"), "skill")
    return frozenset(name for e in rows for name in e.ambiguous if not name.islower())


@cache
def _folded() -> frozenset[str]:
    return frozenset(name.casefold() for name in _everyday())


def is_everyday(name: str) -> bool:
    """Return whether a name of a skill, spelled so, means something else in most texts."""
    return name in _everyday()


def is_respelled(name: str) -> bool:
    """Return whether these are the letters of such a name and not its capitals: "go", "excel"."""
    return not is_everyday(name) and name.casefold() in _folded()


def is_abbreviation(name: str) -> bool:
    """Return whether a name is an abbreviation that is told from words by its capitals: "AWS"."""
    return len(name) >= _ABBREVIATION and name.isupper()


def is_of_their_field(name: str, skills: Iterable[str]) -> bool:
    """Return whether somebody of these skills means the skill by its letters: TMS of a carrier."""
    meant = canonical_skill(name) or name
    return any(skill != meant and field_of(skill) == field_of(meant) for skill in skills)
