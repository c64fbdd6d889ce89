"""Finds orders to a machine in many languages by what they are made of, in whatever sequence.

Each row of `tools/vocabulary/orders.tsv` is a language: to ignore, what is to be ignored; to put,
a person, at the top; and how a machine is addressed. All but the first are stems.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence, Set
from functools import cache, lru_cache
from typing import NamedTuple

from tools.vocabulary.tables import read_rows
from tools.vocabulary.word_sets import words as word_set

_REACH = 160
"""Characters before and after a telling word in which the others may stand."""

_SENTENCE_END = re.compile(r"[!?。！？।]|(?<=[^\W\d]{2})\.(?=\s|$)")
_WITHOUT_BLANKS = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]")
_SHORTEST = 4
_ENGLISH = word_set("a an as be do for in is me no non not of on over per sent so ten to us")
_OTHER_LETTER = re.compile(r"[\u0370-\u1dff\u2c00-\ud7ff\uf900-\ufdff\ufe70-\ufeff]")
_FOLDED_BELOW = 0x530
"""Latin, Greek and Cyrillic letters have accents that people leave out; others are no accents."""


class _Language(NamedTuple):
    """What finds the parts of an order, and the words to look for first.

    In a text of Latin letters one word begins with one of the `beginnings`, which is quickly seen.
    """

    orders: tuple[tuple[re.Pattern[str], ...], ...]
    anchors: tuple[str, ...]
    beginnings: frozenset[str]


def foreign_orders(lowered: str, beginnings: Set[str]) -> Iterator[tuple[int, int]]:
    """Yield where a text in small letters gives an order, from its first telling word to its last.

    `beginnings` are those of its words. Paragraphs end no sentence: an order may have several.
    """
    is_latin = _OTHER_LETTER.search(lowered) is None
    for language in _languages():
        if is_latin and language.beginnings.isdisjoint(beginnings):
            continue
        for anchor in language.anchors:
            at = lowered.find(anchor)
            while at >= 0:
                yield from _around(lowered, at, at + len(anchor), language)
                at = lowered.find(anchor, at + len(anchor))


def _around(text: str, start: int, end: int, language: _Language) -> Iterator[tuple[int, int]]:
    low, high = max(0, start - _REACH), min(len(text), end + _REACH)
    ends = [stop.end() for stop in _SENTENCE_END.finditer(text, low, high)]
    low = max((stop for stop in ends if stop <= start), default=low)
    high = min((stop for stop in ends if stop >= end), default=high)
    sentence = folded(text[low:high])
    for parts in language.orders:
        found = _all_of(parts, sentence)
        if found:
            yield low + min(m.start() for m in found), low + max(m.end() for m in found)


def _all_of(parts: Sequence[re.Pattern[str]], sentence: str) -> list[re.Match[str]]:
    found = []
    for part in parts:
        match = part.search(sentence)
        if match is None:
            return []
        found.append(match)
    return found


@cache
def _languages() -> tuple[_Language, ...]:
    return tuple(_language(row) for row in read_rows("orders.tsv"))


def _language(row: dict[str, str]) -> _Language:
    ignore, what, put, person, top, address = (
        row[part].split("|") for part in ("ignore", "orders", "put", "person", "top", "address")
    )
    forms = (f for w in (*ignore, *person, *address) for f in dict.fromkeys((w, folded(w))))
    anchors = [f for f in forms if len(f) >= _SHORTEST or _WITHOUT_BLANKS.search(f)]
    return _Language(
        (
            (_any_of(ignore, whole=True), _any_of(what)),
            (_any_of(put), _any_of(person), _any_of(top)),
            (_any_of(address),),
        ),
        tuple(anchors),
        frozenset(map(_beginning, anchors)),
    )


def _beginning(anchor: str) -> str:
    """Return the first letters of the word of a phrase that texts in English have least often."""
    words: list[str] = re.findall(r"\w+", anchor)
    telling = [word for word in words if len(word) > 1 and word not in _ENGLISH]
    return min(telling or words, key=len)[:5]


def _any_of(stems: Sequence[str], *, whole: bool = False) -> re.Pattern[str]:
    """Return a pattern for words that begin with a stem, or are one: "ignorierte" is no order."""
    folded_stems = sorted({folded(stem) for stem in stems}, key=lambda s: (-len(s), s))
    return re.compile("|".join(_pattern(stem, whole) for stem in folded_stems))


def _pattern(stem: str, whole: bool) -> str:
    spaced = re.escape(stem).replace(r"\ ", r"\s+")
    if _WITHOUT_BLANKS.search(stem):
        return spaced
    ends = whole and ord(stem[-1]) < _FOLDED_BELOW
    return rf"(?<!\w){spaced}" + (r"(?!\w)" if ends else "")


def folded(text: str) -> str:
    """Return the text, character for character, without the accents of its letters."""
    return text if text.isascii() else "".join(map(_folded_one, text))


@lru_cache(4096)
def _folded_one(character: str) -> str:
    base = unicodedata.normalize("NFD", character)[0]
    return base if ord(base) < _FOLDED_BELOW and base.isalpha() else character
