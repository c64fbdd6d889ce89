"""Reads spoken languages with the level asked for."""

from __future__ import annotations

import re

from tools.pattern_table import patterns
from tools.request.terms import Term
from tools.vocabulary.languages import canonical_language, find_languages

_SAID = patterns(__package__, "languages.tsv")
_LEAD = re.compile(r"(?:[\w-]+[\s/&]+){1,4}$")
_TWO_NAMES = re.compile(r"\b([A-Z][a-z]+) (?=([A-Z][a-z]+)\b)")


def read_languages(text: str) -> list[Term]:
    """Return the languages asked for, each with the least level that was said."""
    terms: list[Term] = []
    for mention in find_languages(_listed(text), trusted=True):
        floor = max([mention.start - 40, 0, *(t.end for t in terms)])
        said, start, end = _level(text, floor, mention.start, mention.end)
        level = said or ("fluent" if mention.level == "native" else mention.level or "")
        terms.append(Term("language", mention.name, start, end, level=level))
    return terms


def _listed(text: str) -> str:
    """Return the text with a comma between languages that only a blank parts: "English French"."""
    return _TWO_NAMES.sub(
        lambda m: f"{m[1]}," if canonical_language(m[1]) and canonical_language(m[2]) else m[0],
        text,
    )


def _level(text: str, floor: int, start: int, end: int) -> tuple[str, int, int]:
    """Return the level beside text[start:end] and the span that includes its words."""
    if speaking := _SAID["speaking"].match(text, end):
        end = speaking.end()
    level = ""
    after = _SAID["after"].match(text, end)
    if after and (
        after.group().endswith(")") or not text[after.end() : after.end() + 2].strip(" ,.;)")
    ):
        level, end = str(after.lastgroup), after.end()
    if lead := _LEAD.search(text, floor, start):
        words = list(_SAID["level"].finditer(text, lead.start(), start))
        if words:
            level, start = level or str(words[-1].lastgroup), words[-1].start()
    return level, start, end
