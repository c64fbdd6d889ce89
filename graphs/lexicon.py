"""The words that claim nothing: what may open a sentence, and German nouns about a search."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from graphs.numbers import SPELT_NUMBERS
from tools.pattern_table import patterns

_SAID = patterns("graphs", "words/lexicon.tsv")

_UMLAUT = re.compile("[äöüßÄÖÜ]")
_ENOUGH = 2


@cache
def plain_words() -> frozenset[str]:
    """Return the words that may open a sentence or an item with a capital letter, folded."""
    return SPELT_NUMBERS.union(*map(_words, ("plain_words", "more_plain_words", "plain_foreign")))


@cache
def anywhere() -> frozenset[str]:
    """Return the words that may have a capital letter anywhere, folded."""
    return _words("headings")


@cache
def german_nouns() -> frozenset[str]:
    """Return the German nouns about searches, which always have a capital letter."""
    return _words("german_nouns")


@cache
def hollow() -> frozenset[str]:
    """Return the words that neither name nor claim anything, whatever stands before them."""
    return _words("hollow")


@cache
def unread() -> frozenset[str]:
    """Return everyday words of languages in which no claim can be found, and of no other."""
    return _words("unread_languages")


@cache
def commands() -> frozenset[str]:
    """Return the words of which hints such as “drop Spark” are made."""
    return _words("commands")


def is_german(sentence: str) -> bool:
    """Return whether a sentence reads as German."""
    return len(_SAID["german"].findall(sentence)) + bool(_UMLAUT.search(sentence)) >= _ENOUGH


def _words(name: str) -> frozenset[str]:
    return frozenset(files("graphs").joinpath(f"words/{name}.txt").read_text("utf-8").split())
