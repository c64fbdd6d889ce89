"""Reads bounds of experience: "5+ yrs", "between 3 and 7 years", "under five years"."""

from __future__ import annotations

import re
from typing import NamedTuple

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

_SPELLED = "|".join(sorted(_WORDS, key=len, reverse=True))
_NUMBER = rf"(?:\d{{0,2}}[½¼¾]|\d{{1,2}}(?:[.,]\d)?|{_SPELLED})"
_UNIT = r"(?:years?|yrs?\b\.?|yoe|pqe|yr\b|months?|jahren?|ans\b|años|y(?=[\s,;.+)]|$))"
_EXPERIENCE = r"(?:\s*(?:'|of)?\s*(?:\w+\s+){0,2}?exp(?:erience|\b\.?))"
_LEAST, _MOST = (rf"{words}\s*(?:of\s*)?" for words in (AT_LEAST, AT_MOST))
_PLUS = r"(?:\s*\+|\s*-?\s*plus\b|\s*or more|\s*and (?:up|above|more)|\s*or over|\s*\(\s*\+\s*\))"
_BETWEEN = (
    rf"(?:between|from)\s+(?P<low>{_NUMBER})\s*(?:and|to|-)\s*(?P<high>{_NUMBER})\s*-?{_UNIT}"
)
_RANGE = (
    rf"(?:\s*(?:-|to|or)\s*(?P<second>{_NUMBER})(?P<plus3>{_PLUS})?)?(?:\s*-?\s*\(\d{{1,2}}\))?"
)
_IN_YEARS = (
    rf"\s*-?\s*(?P<unit>{_UNIT})(?P<plus2>{_PLUS}|\s+(?:minimum|min\b|at least))?"
    r"(?:\s+(?P<most>maximum|max\b|at most))?"
)
_YEARS = re.compile(
    rf"(?<![\w.,$€£/-])(?:{_BETWEEN}"
    rf"|(?P<lead>{_LEAST}|{_MOST})?(?P<first>{_NUMBER})(?:-?ish)?"
    rf"(?:(?P<plus1>{_PLUS})|(?P<less>\s+or (?:less|fewer)))?{_RANGE}"
    rf"(?:{_IN_YEARS}|(?<=\+)(?={_EXPERIENCE})"
    r"|(?(lead)\s+(?P<all>overall|in total|altogether)\b|(?!))))",
    re.IGNORECASE,
)
_MENTIONED = re.compile(rf"{_UNIT}|exp", re.IGNORECASE)
# Years that are no experience: ages, anniversaries, spans of the calendar, contracts, degrees.
_OTHER_AFTER = re.compile(
    r"\s*-?\s*(?:old\b|olds\b|of age|of history|ago\b|later\b|contracts?\b|warrant|guarantee"
    r"|degree|program(?:me)?s?\b"
    r"|diploma|college|plan\b|term\b|lease|anniversary|in business(?=\s*(?:[.,;]|$))|in a row"
    r"|running|of growth|of operation"
    r"|fixed|stint|project|mortgage|bond|of (?:paid )?(?:leave|holiday|support|funding|residency))",
    re.IGNORECASE,
)
_OTHER_BEFORE = re.compile(
    r"(?:\b(?:last|past|next|previous|coming|first|recent|every|each|another|after|since|until"
    r"|for (?:over|nearly"
    r"|almost|about|more than)|our|aged?|ages|founded|established|celebrat\w+|history of|lasted|a"
    r"|the|in)\s*(?:the\s*)?)$",
    re.IGNORECASE,
)
_FILLED = re.compile(
    r"\b(?:in the|within the|the|over the|for the)?\s*(?:last|past)\s*$", re.IGNORECASE
)
_AROUND = re.compile(
    r"(?:about|around|roughly|approx\.?|approximately|circa|ca\.?|some|~)\s*$", re.IGNORECASE
)
_TAIL = re.compile(
    r"\s*(?:'|of)?\s*(?:(?:relevant|professional|work|working|practical|proven|solid|total|overall"
    r"|hands-on|full[- ]time|progressive|proper|real|industry|experience|combined"
    r"|post-?qualification)\s+){0,4}"
    r"(?:experience|exp\b\.?|yoe)(?:\s+minimum\b)?|\s*(?:of|in)\s+(?:work|service)\b",
    re.IGNORECASE,
)
_OR_LESS = re.compile(
    r",?\s*\(?(?:(?:or|and) (?:less|fewer|under|below|shorter)|maximum|max|at most|tops)\b\)?"
    r"(?=\s*(?:$|[.,;!?)\n])|\s+(?:of|in|with|as|and|for|from|experience|exp|relevant|please)\b)",
    re.IGNORECASE,
)
"""What makes an upper bound of the years before it: "3 years of experience or less"."""

_BOUND = rf"(?P<lead>{_LEAST}|{_MOST})(?P<n>{_NUMBER})"
_BEFORE = re.compile(
    rf"(?<![\w.,$€£/-]){_BOUND}(?:\s*,|\s+(?:but|and))+\s*$",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    rf"(?:\s*[,;(/-]\s*|\s+)(?:(?:and|but|to)\s+)?{_BOUND}"
    r"(?=\s*(?:$|[.,;)\n])|\s+(?:with|and|or so|in total|overall)\b)",
    re.IGNORECASE,
)
"""The other bound beside one, whose unit goes without saying: "2 years, max 10"."""
_NEAR = 40
"""Characters before a bound in which the other may begin."""

_IN_WORDS = re.compile(
    r"\b(?:(?:a )?couple(?: of)?|a few|(?P<one>(?:(?<=at least )|(?<=minimum )|(?<=minimum of ))a))"
    r"(?= (?:years?|yrs?)\b)",
    re.IGNORECASE,
)
"""Numbers that nobody spells as such: "a couple of years", "at least a year"."""


class YearsAsked(NamedTuple):
    """A bound of years at text[start:end]; `low` and `high` are None where that side is open."""

    low: float | None
    high: float | None
    start: int
    end: int


def find_years(text: str) -> list[YearsAsked]:
    """Return every bound of experience in the text, in order; ages and dates are left out."""
    if not _MENTIONED.search(text):
        return []
    text = _IN_WORDS.sub(_in_digits, text)
    found: list[YearsAsked] = []
    for match in _YEARS.finditer(text):
        if _means_experience(text, match) and (found or not match["all"]):
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
    first = _BEFORE.search(text, max(0, asked.start - _NEAR), asked.start)
    other = first or _BEHIND.match(text, asked.end)
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
    less = _OR_LESS.match(text, asked.end) if asked.low and not asked.high else None
    return asked._replace(low=None, high=asked.low, end=_end(text, less.end())) if less else asked


def _means_experience(text: str, match: re.Match[str]) -> bool:
    if _OTHER_AFTER.match(text, match.end()):
        return False
    before = text[max(0, match.start() - 24) : match.start()]
    if match["lead"] and match["lead"].strip().lower() == "within":
        return False
    if _OTHER_BEFORE.search(before):
        # "the 5+ years" is a bound, "the last 5 years" is a date.
        return bool(match["plus1"] or match["plus2"]) and not _FILLED.search(before)
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
    return re.fullmatch(_MOST, lead, re.IGNORECASE) is not None


def _number(written: str) -> float:
    word = written.lower()
    if word[-1] in _FRACTIONS:
        return float(word[:-1] or 0) + _FRACTIONS[word[-1]]
    return float(_WORDS[word]) if word in _WORDS else float(word.replace(",", "."))


def _end(text: str, end: int) -> int:
    tail = _TAIL.match(text, end)
    return tail.end() if tail else end


def number_of_years(years: float) -> int | float:
    """Return whole years as an int, others with one decimal."""
    return int(years) if years == int(years) else round(years, 1)
