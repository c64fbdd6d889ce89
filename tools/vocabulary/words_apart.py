"""Knows words that look like forms of another and mean something else: customer, customs."""

from __future__ import annotations

import re
from functools import cache

from tools.vocabulary.tables import parts, read_rows

_MONTHS = re.compile(
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)",
    re.IGNORECASE,
)
_DATED = re.compile(r"[.,'\u2019/-]?\s?(?:\d{1,2}(?:st|nd|rd|th)?,?\s)?'?\d{2,4}\b")
_DAY = re.compile(r"\b\d{1,2}(?:st|nd|rd|th)?[\s/.-]$")
_SCHOOL = re.compile(r"\s(?:University|College)\b")
_REACH = 6
_LETTERS = 4
"""Capitals that make an abbreviation, and no word in a heading."""


def is_another_word(word: str, text: str, start: int, end: int) -> bool:
    """Return whether text[start:end], which looks like a form of a word, is something else.

    It may be the month of a date, an abbreviation, the name of a school, or a word that the table
    tells apart.
    """
    surface = text[start:end]
    small = surface.casefold()
    letters = surface.isupper() and len(surface) <= _LETTERS
    if letters and small not in (word, f"{word}s", word.removesuffix("s")):
        return True
    others = _apart().get(word, frozenset())
    named = small != word and surface[:1].isupper() and _SCHOOL.match(text, end)
    return bool(surface in others or small in others or named or _is_month(text, start, end))


def _is_month(text: str, start: int, end: int) -> bool:
    if not (text[start].isupper() and _MONTHS.fullmatch(text, start, end)):
        return False
    return bool(_DATED.match(text, end) or _DAY.search(text, max(0, start - _REACH), start))


@cache
def _apart() -> dict[str, frozenset[str]]:
    """Return of each word the words that are none of its forms."""
    apart: dict[str, set[str]] = {}
    for row in read_rows("words_apart.tsv"):
        words, others = parts(row["words"]), parts(row["others"])
        for one, two in ((words, others), (others, words)):
            for word in filter(str.islower, one):
                apart.setdefault(word, set()).update(two)
    return {word: frozenset(others) for word, others in apart.items()}
