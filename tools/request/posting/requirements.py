"""Weighs what a line of a posting asks for: a must, a leaning, an example, or nothing to show."""

from __future__ import annotations

import re

import msgspec

from tools.criteria import Criterion
from tools.pattern_table import patterns
from tools.request.draft import Found
from tools.request.posting.terse import terse

_SAID = patterns(__package__, "requirements.tsv")

_MOST_OF_A_MUST = 3
"""Words of a phrase that may put people behind others; a longer one is a nice-to-have."""
_DEGREE_LIST = re.compile(r"\b(?:degree|bachelor|master|diploma|ph\.?d)\b", re.IGNORECASE)
_LANGUAGES = re.compile(r"(?:programming|scripting|coding) languages?", re.IGNORECASE)
"""A word for the tools that are named beside it, which asks for nothing itself."""
_IN_BRACKETS = re.compile(r"\([^()\n]*$")


def weighed(found: Found, text: str) -> Found | None:
    """Return a wish as it may stand: no must where it is but leant to, a phrase short or None."""
    wish = found.criterion
    begin = text.rfind("\n", 0, found.start) + 1
    line = text[begin : found.start]
    leans = _SAID["leaning"].match(text, begin, found.end) is not None
    if wish.weight == "must" and (leans or is_in_passing(found, text)):
        wish = msgspec.structs.replace(wish, weight="nice")
    if wish.kind == "skill" and _LANGUAGES.fullmatch(text, found.start, found.end):
        return None
    if wish.kind != "text":
        return found._replace(criterion=wish)
    short = str(wish.value) if wish.any_of else terse(str(wish.value))
    if not short or leans or _IN_BRACKETS.search(line) or _DEGREE_LIST.search(line):
        return None
    weight = "nice" if wish.weight == "must" and len(short.split()) > _MOST_OF_A_MUST else None
    start = text.find(short, found.start, found.end)
    return Found(
        msgspec.structs.replace(wish, value=short, weight=weight or wish.weight),
        start if start >= 0 else found.start,
        found.end,
    )


def is_in_passing(found: Found, text: str) -> bool:
    """Return whether a line speaks of a field of business without asking to come from it."""
    begin, stop = text.rfind("\n", 0, found.start) + 1, text.find("\n", found.start)
    line = text[begin : stop if stop >= 0 else len(text)]
    if found.criterion.kind != "industry" or _SAID["of_a_field"].search(line):
        return False
    return not _SAID["years_at"].search(line, 0, found.start - begin)


def either(found: list[Found], held: list[Criterion]) -> list[Found]:
    """Join the skills of a section that asks for one of them only, beside those required anyway."""
    musts = {v for c in held if c.weight == "must" for v in c.values}
    found = [f for f in found if not musts.issuperset(f.criterion.values)]
    alike = [f for f in found if f.criterion.kind == "skill" and f.criterion.weight == "must"]
    if len(alike) < 2:
        return found
    values = (v for f in alike for v in f.criterion.values if v not in musts)
    joined = alike[0]._replace(criterion=Criterion("skill", "").of(values))
    return [joined if f is alike[0] else f for f in found if f is alike[0] or f not in alike]
