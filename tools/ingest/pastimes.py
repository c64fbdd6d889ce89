"""Finds where a résumé tells of free time: a section of hobbies, or a sentence about them."""

from __future__ import annotations

import re

from tools.ingest.sections import Outline

_HOBBIES = re.compile(
    r"\b(?:hobb(?:y|ies)|pastimes|(?<!research )(?<!professional )(?<!business )(?<!academic )"
    r"(?<!career )(?<!areas of )(?<!best )interests)[ \t]?(?::|include\b|are\b)[^.\n]{1,200}"
    r"|\bin my (?:free|spare) time\b[^.\n]{1,200}",
    re.IGNORECASE,
)


def find_pastimes(outline: Outline) -> tuple[tuple[int, int], ...]:
    """Return the stretches of the text that tell of free time, in order."""
    told = [(s.start, s.end) for s in outline.sections if s.kind == "interests"]
    said = [m.span() for m in _HOBBIES.finditer(outline.text)]
    return tuple(sorted({*told, *said}))
