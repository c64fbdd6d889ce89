"""Decides whether a word that is somebody's name is meant as one: Will, May, Ruby, Austin, Cook."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

import msgspec

from tools.vocabulary.places import resolve as place
from tools.vocabulary.skills import canonical_skill
from tools.vocabulary.tables import read_words
from tools.vocabulary.titles import occupation_of
from tools.vocabulary.word_sets import words

_WORD = re.compile(r"(?<![\w@#.-])([^\W\d_]+(?:[-'’][^\W\d_]+)*)(?![\w@]|[-'’.]\w)")
_POSSESSIVE = re.compile(r"['’]s$", re.IGNORECASE)
_OPENERS = ".!?…:\n"
_MONTHS = words("april may june august")
_ADDRESSES = words("mr mrs ms miss dr prof herr frau señor señora")
_OF_PEOPLE = words(
    "why is was does did about compare versus vs than shortlist tell whether hasn't isn't"
)
_JOINS = re.compile(r"\s*(?:,|/|&|and|or|vs\.?|versus|with|to)\s*(?:and\s+)?", re.IGNORECASE)


class Word(msgspec.Struct, frozen=True):
    """A word of a message, without its possessive ending."""

    text: str
    folded: str
    start: int
    end: int
    possessive: bool


def fold(text: str) -> str:
    """Return the text in lower case without accents, character for character as long."""
    return "".join(_fold_one(character) for character in text)


def words_of(message: str) -> Iterator[Word]:
    """Yield the words of a message; those inside addresses, numbers and tags are left out."""
    for found in _WORD.finditer(message):
        word = _POSSESSIVE.sub("", found[1])
        start = found.start(1)
        yield Word(word, fold(word), start, start + len(word), word != found[1])


def is_meant(
    message: str, word: Word, before: Sequence[Word], people: Sequence[tuple[int, int]]
) -> bool:
    """Return whether a word that may be a name stands for a person here.

    `before` are the words that precede it, `people` the places where people were found already.
    """
    as_place = place(word.text) is not None
    as_word = _is_vocabulary(word.text)
    ordinary = word.folded in _ordinary() or len(word.folded) <= 2
    if not (as_place or as_word or ordinary):
        return True
    capital = word.text[0].isupper() and not message.isupper()
    if not capital and (as_word or ordinary):
        return False
    if word.possessive or _in_company(message, word, before, people):
        return True
    free = not as_place and not as_word and word.folded not in _MONTHS
    return free and not _opens_sentence(message, word.start)


def is_everyday(word: str) -> bool:
    """Return whether a word in small letters belongs to a trade, a place or any request."""
    return (
        word in _everyday()
        or word in _ordinary()
        or _is_vocabulary(word)
        or _is_vocabulary(word.removesuffix("s"))
        or place(word) is not None
    )


def is_ordinary_name(word: str) -> bool:
    """Return whether a folded word is an ordinary one that people are called by as well."""
    return word in _ordinary() and len(word) > 2


def _in_company(
    message: str, word: Word, before: Sequence[Word], people: Sequence[tuple[int, int]]
) -> bool:
    """Return whether the words before speak of a person."""
    if before and before[-1].folded in _ADDRESSES:
        return True
    if any(end < word.start and _JOINS.fullmatch(message, end, word.start) for _, end in people):
        return True
    if not before or before[-1].folded not in _OF_PEOPLE:
        return False
    asks_for_more = len(before) > 1 and before[-2].folded in ("what", "how")
    return not (before[-1].folded == "about" and asks_for_more)


def _opens_sentence(message: str, start: int) -> bool:
    before = message[:start].rstrip(" \t\"'“‘(*-•")
    return not before or before[-1] in _OPENERS


def _is_vocabulary(word: str) -> bool:
    return canonical_skill(word) is not None or occupation_of(word) is not None


@cache
def _ordinary() -> frozenset[str]:
    return frozenset(read_words("names/ordinary.txt"))


@cache
def _everyday() -> frozenset[str]:
    return frozenset(read_words("names/everyday.txt"))


@lru_cache(4096)
def _fold_one(character: str) -> str:
    base = unicodedata.normalize("NFKD", character)[0].lower()
    if base == "’":
        return "'"
    return base if len(base) == 1 else character
