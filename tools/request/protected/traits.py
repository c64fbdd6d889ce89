"""Reads the table of traits, each with what follows it where it tells of work: "black belt"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from tools.pattern_table import pattern_rows

_VOWELS = "aeiou"
SENSES = ("always", "alone", "beside", "told", "entry")
"""How surely a word tells of a person, the surest first."""


class Trait(NamedTuple):
    """Words for what people are, and the regular expression that finds them said of people."""

    about: str
    sense: str
    words: str
    pattern: str


@cache
def traits() -> tuple[Trait, ...]:
    """Return the traits in the order of the table; raises ValueError naming a broken line."""
    rows = []
    for number, cells in pattern_rows(__package__, "traits.tsv"):
        if len(cells) != 4 or cells[1] not in SENSES:
            raise ValueError(f"traits.tsv line {number}: write an attribute, a sense, words, work.")
        about, sense, words, work = cells
        pattern = rf"(?<![\w-])(?:{words})(?![\w+-]|\s+(?:{work})\b)"
        rows.append(Trait(about, sense, words, pattern))
    return tuple(rows)


def said(sense: str) -> str:
    """Return a pattern for the words of every trait that tell of a person at least so surely."""
    surest = SENSES[: SENSES.index(sense) + 1]
    return "(?:" + "|".join(t.pattern for t in traits() if t.sense in surest) + ")"


@cache
def any_trait() -> re.Pattern[str]:
    """Return the expression that finds the words of any trait, wherever they stand."""
    return re.compile(said("told"), re.IGNORECASE)


def about(words: str) -> str:
    """Return the attribute that a wish speaks of, that of its first trait."""
    told = (name for name, pattern in _compiled() if pattern.search(words))
    return next(told, "")


@cache
def _compiled() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((t.about, re.compile(t.pattern, re.IGNORECASE)) for t in traits())


def _stems() -> Iterator[str]:
    """Yield the plain words that the table spells out, which may be mistyped."""
    for trait in traits():
        if trait.sense in ("always", "alone"):
            for word in trait.words.split("|"):
                if re.fullmatch(r"[a-z]{6,}(?:s\?)?", word):
                    yield word.removesuffix("s?")


@cache
def slips() -> dict[str, str]:
    """Return the word meant by a spelling with a letter lost, doubled, swapped or misheard."""
    meant: dict[str, str] = {}
    stems = list(_stems())
    for word in stems:
        for slip in _misspelled(word):
            meant |= {slip: word, f"{slip}s": f"{word}s"}
    right = {w for word in stems for w in (word, f"{word}s")}
    return {slip: word for slip, word in meant.items() if slip not in right}


def _misspelled(word: str) -> Iterator[str]:
    for at in range(1, len(word)):
        before, letter, after = word[:at], word[at], word[at + 1 :]
        yield before + after
        yield before + letter + letter + after
        yield before + after[:1] + letter + after[1:]
        for vowel in _VOWELS:
            yield before + vowel + letter + after
            if letter in _VOWELS:
                yield before + vowel + after
