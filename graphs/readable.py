"""Tells whether a sentence can be checked: in letters and a language that claims are read in.

Skills, jobs, degrees, spoken languages and numbers in words are known in English, German, Spanish
and French. In any other language a claim would pass for want of being seen.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from graphs.bags import Bag, stems_of
from graphs.lexicon import hollow, plain_words, unread

_WORD = re.compile(r"[^\W\d_]+")
_FEW = 2
"""Words nobody knows, and no word that everybody knows beside them, make a foreign sentence."""


def unreadable(text: str, bags: Sequence[Bag]) -> str | None:
    """Return a fault when a text, without its quotations and people, cannot be checked."""
    said = _WORD.findall(text)
    words = [word for word in said if not any(_is_in(word, bag) for bag in bags)]
    strange = next((word for word in words if not word.isascii() and _is_strange(word)), None)
    if strange is not None:
        return f"is written in letters that cannot be checked: {strange[:40]}"
    small = [word for word in words if word.islower()]
    read = sum(len(w) > 1 and (w in plain_words() or w in hollow()) for w in said)
    foreign = sum(word in unread() for word in small)
    if (foreign and foreign >= read) or (
        not read and len(small) >= _FEW and not _inflected(small, bags)
    ):
        return f"is in a language that cannot be checked: {' '.join(small)[:40]}"
    return None


def _is_in(word: str, bag: Bag) -> bool:
    folded = word.casefold()
    return folded in bag.words or (not word.isascii() and folded in bag.text)


def _is_strange(word: str) -> bool:
    """Return whether a word has other letters than Latin ones; a single sign is none."""
    if len(word) == 1 and unicodedata.category(word) != "Lo":
        return False
    return any(not unicodedata.name(letter, "").startswith("LATIN") for letter in word)


def _inflected(words: Sequence[str], bags: Sequence[Bag]) -> bool:
    return any(not bag.stems.isdisjoint(stems_of(word)) for word in words for bag in bags)
