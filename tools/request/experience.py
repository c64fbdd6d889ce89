"""Finds what years are counted for: "5+ years of Python", "Python (5 yrs)", "5 years as a cook"."""

from __future__ import annotations

import re
from bisect import bisect_left

from tools.criteria import Criterion, Weight
from tools.request.terms import Term
from tools.request.years import YearsAsked, number_of_years

_ABOUT = re.compile(
    r"\s*(?:\(\d+\)\s*)?(?:(?!\b(?:and|or|who|based|living|near|located"
    r"|plus)\b)[\w'+#/&-]+\s+){0,5}?",
    re.IGNORECASE,
)
_AS = re.compile(r"\b(?:as|being|of|in)\b", re.IGNORECASE)
_BEHIND = re.compile(
    r"\s*(?:[(:-]\s*)?(?:(?:experience|for|with|of|exp\.?)\s+){0,2}(?:at least\s+)?$", re.IGNORECASE
)
_OF_IT = re.compile(r"\s+(?:of|with|doing|in|at) (?:it|that|this|which)\b", re.IGNORECASE)
_THAT_ROLE = re.compile(
    r"\s*(?:as such\b|(?:in|as|doing|at) (?:that|this|the same|such an?) "
    r"(?:role|job|position|title|capacity|occupation|trade)\b)",
    re.IGNORECASE,
)
_JUST_SAID = re.compile(r"\s*,?\s*(?:(?:and|with|for)\s+)?(?:at least\s+)?$", re.IGNORECASE)


def subject_of(text: str, asked: YearsAsked, terms: list[Term]) -> Term | None:
    """Return the skill, title or industry years are counted for, or None for all experience."""
    at = bisect_left(terms, asked.end, key=lambda t: t.start)
    after = terms[at] if at < len(terms) else None
    if after and after.kind in ("skill", "title", "industry"):
        gap = text[asked.end : after.start]
        about = _ABOUT.fullmatch(gap)
        within = after.kind == "skill" and "\n" not in gap  # the next item counts for itself
        if about and (within or _AS.search(gap)):
            return after
    at = bisect_left(terms, asked.start, key=lambda t: t.start) - 1
    before = terms[at] if at >= 0 and terms[at].end <= asked.start else None
    if before and before.kind == "skill":
        gap = text[before.end : asked.start]
        if _OF_IT.match(text, asked.end) and _JUST_SAID.fullmatch(gap):
            return before
        if _BEHIND.fullmatch(gap) and not (after and after.start - asked.end < 2):
            return before
    return None


def means_that_role(text: str, asked: YearsAsked | None = None) -> bool:
    """Return whether years are counted for the job just spoken of: "3 years in that role"."""
    if asked is None:
        return _THAT_ROLE.search(text) is not None
    return _THAT_ROLE.match(text, asked.end) is not None


def bounds(asked: YearsAsked, subject: str, weight: Weight, most: Weight) -> list[Criterion]:
    """Return the wishes of a bound; `most` weighs its upper side."""
    wishes = []
    if asked.low is not None:
        low = number_of_years(asked.low)
        wishes.append(Criterion("min_years", low, weight, subject=subject))
    if asked.high is not None:
        high = number_of_years(asked.high)
        wishes.append(Criterion("max_years", high, most, subject=subject))
    return wishes
