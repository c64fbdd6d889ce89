"""Reads bounds of experience: "5+ yrs", "between 3 and 7 years", "under five years"."""

from __future__ import annotations

import re
from typing import NamedTuple

from tools.pattern_table import patterns
from tools.request.bound_words import AT_LEAST, AT_MOST

_TO_TWENTY = """zero one two three four five six seven eight nine ten eleven twelve thirteen
    fourteen fifteen sixteen seventeen eighteen nineteen twenty"""
_WORDS = {word: number for number, word in enumerate(_TO_TWENTY.split())} | {
    "thirty": 30,
    "forty": 40,
    "a decade": 10,
    "decade": 10,
}
_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75}
MOST_YEARS = 60
"""Years of experience beyond which a number means something else."""

_SAID = patterns(
    __package__,
    "years.tsv",
    {k: rf"{words}\s*(?:of\s*)?" for k, words in (("LEAST", AT_LEAST), ("MOST", AT_MOST))},
)
_NEAR = 40
"""Characters before a bound in which the other may begin."""


class YearsAsked(NamedTuple):
    """A bound of years at text[start:end]; `low` and `high` are None where that side is open."""

    low: float | None
    high: float | None
    start: int
    end: int


def find_years(text: str) -> list[YearsAsked]:
    """Return every bound of experience in the text, in order; ages and dates are left out."""
    if not _SAID["mentioned"].search(text):
        return []
    text = _SAID["number_first"].sub(r"\g<lead> \g<n>", _SAID["in_words"].sub(_in_digits, text))
    found: list[YearsAsked] = []
    for match in _SAID["years"].finditer(text):
        if _means_experience(text, match) and (not match["all"] or (found and match["lead"])):
            low, high = _bounds(match)
            if max(low or 0, high or 0) <= MOST_YEARS and (low or high):
                asked = YearsAsked(low or None, high, match.start(), _end(text, match.end()))
                found.append(_lessened(text, _bounded(text, asked)))
    return found


def _in_digits(said: re.Match[str]) -> str:
    """Return a number put in everyday words as a digit, as long as the words are."""
    return ("1" if said["one"] else "2").ljust(len(said.group()))


def _bounded(text: str, asked: YearsAsked) -> YearsAsked:
    """Return a bound with the other beside it, of no unit: "over 3 but under 8 years"."""
    first = _SAID["before"].search(text, max(0, asked.start - _NEAR), asked.start)
    other = first or _SAID["behind"].match(text, asked.end)
    if other is None:
        return asked
    years = _number(other["n"])
    low, high = asked.low or years, asked.high or years
    if _is_upper(other["lead"]):
        high = min(years, high)
    else:
        low = max(years, low)
    if not low < high <= MOST_YEARS:
        return asked
    return YearsAsked(low, high, min(asked.start, other.start()), max(asked.end, other.end()))


def _lessened(text: str, asked: YearsAsked) -> YearsAsked:
    """Return a lower bound as the upper one that words behind it make it: "3 years or less"."""
    less = _SAID["or_less"].match(text, asked.end) if asked.low and not asked.high else None
    return asked._replace(low=None, high=asked.low, end=_end(text, less.end())) if less else asked


def _means_experience(text: str, match: re.Match[str]) -> bool:
    if _SAID["other_after"].match(text, match.end()):
        return False
    before = text[max(0, match.start() - 24) : match.start()]
    if match["lead"] and match["lead"].strip().lower() == "within":
        return False
    if _SAID["other_before"].search(before):
        # "the 5+ years" is a bound, "the last 5 years" is a date.
        return bool(match["plus1"] or match["plus2"]) and not _SAID["filled"].search(before)
    return True


def _bounds(match: re.Match[str]) -> tuple[float | None, float | None]:
    months = (match["unit"] or match.group()).lower().rstrip("s").endswith("month")
    scale = 12.0 if months else 1.0
    if match["low"]:
        return _number(match["low"]) / scale, _number(match["high"]) / scale
    low = _number(match["first"]) / scale
    if match["second"] and not match["plus1"]:
        high = _number(match["second"]) / scale
        if high > low:
            return low, None if match["plus3"] or match["plus2"] else high
    if match["most"] or match["less"]:
        return None, low
    return (None, low) if _is_upper(match["lead"] or "") else (low, None)


def _is_upper(lead: str) -> bool:
    return _SAID["upper"].fullmatch(lead) is not None


def _number(written: str) -> float:
    word = written.lower()
    if word[-1] in _FRACTIONS:
        return float(word[:-1] or 0) + _FRACTIONS[word[-1]]
    return float(_WORDS[word]) if word in _WORDS else float(word.replace(",", "."))


def _end(text: str, end: int) -> int:
    tail = _SAID["tail"].match(text, end)
    return tail.end() if tail else end


def number_of_years(years: float) -> int | float:
    """Return whole years as an int, others with one decimal."""
    return int(years) if years == int(years) else round(years, 1)
