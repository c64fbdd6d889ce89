"""Reads what a résumé says outright: years of experience, and the fields given beside the text."""

from __future__ import annotations

import re

from tools.candidates import Fact
from tools.ingest.given_fields import GivenFields
from tools.ingest.phrases import phrases

_SAID = phrases("career")

_NAMES = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen twenty"
)
_WORDS = {word: number for number, word in enumerate(_NAMES.split(), 1)} | {
    "twenty-five": 25,
    "thirty": 30,
}
_NUMBER = r"(\d{1,2}(?:[.,]\d)?|" + "|".join(sorted(_WORDS, key=len, reverse=True)) + ")"
_YEARS = (
    r"\s*(?:\+|plus)?\s*(?:\([^)\n]{1,8}\)\s*)?"
    r"(?:years?|yrs?\.?|jahren?|ans|années|años|anos|anni|jaar|lat)\b['’]?"
)
_WORK = f"(?:{_SAID['experience']})"
_STATED = re.compile(
    rf"(?<![\d.,$€£-])(?:over|more\s+than|about|nearly|almost|around|über|mehr\s+als|plus\s+de|más\s+de)?"
    rf"\s*{_NUMBER}{_YEARS}(?:\s+(?!old|ago)[\w&/,'’-]+){{0,7}}?\s+{_WORK}"
    rf"|\b{_WORK}(?:\s+(?:of|von|de|over))?\s*:?\s*(?:over\s+|more\s+than\s+)?{_NUMBER}{_YEARS}",
    re.IGNORECASE,
)
# No anchor in front and one case: such a search is several times faster.
_HINT = re.compile(r"(?:years?|yrs?|jahren?|ans|années|años|anos|anni|jaar|lat)\b")
_LONGEST_CAREER = 60


def years_stated(text: str) -> tuple[float, Fact] | None:
    """Return the largest number of years of experience the text claims, and where."""
    best: tuple[float, Fact] | None = None
    lowered = text.lower()
    for hint in _HINT.finditer(lowered if len(lowered) == len(text) else text):
        low = max(0, hint.start() - 60)
        match = _STATED.search(text, low, min(len(text), hint.end() + 90))
        if match is None or not match.start() <= hint.start() < match.end():
            continue
        years = _number(match.group(1) or match.group(2))
        if years <= _LONGEST_CAREER and (best is None or years > best[0]):
            start = match.start() + len(match.group()) - len(match.group().lstrip())
            best = (years, Fact(f"{years:g} years", start, match.end()))
    return best


def _number(written: str) -> float:
    return float(_WORDS.get(written.lower()) or written.replace(",", "."))


def with_given(text: str, given: GivenFields | None) -> str:
    """Return the text with the given fields it lacks added at its end, to be quoted from there."""
    if given is None:
        return text
    known = text.lower()
    lines = []
    if given.title and given.title.lower() not in known:
        lines.append(f"Title: {given.title}")
    lacking = [skill for skill in given.skills if skill.strip() and skill.lower() not in known]
    if lacking:
        lines.append(f"Skills: {', '.join(lacking)}")
    if given.location and given.location.lower() not in known:
        lines.append(f"Location: {given.location}")
    if given.years_experience is not None:
        lines.append(f"Experience: {given.years_experience:g} years")
    return "\n\n".join(part for part in (text.rstrip(), "\n".join(lines)) if part)
