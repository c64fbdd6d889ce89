"""Finds where a résumé tells of free time: a section of hobbies, or a sentence about them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tools.ingest.sections import Section

_HOBBIES = re.compile(
    r"\b(?:hobb(?:y|ies)|pastimes|(?<!research )(?<!professional )(?<!business )(?<!academic )"
    r"(?<!career )(?<!areas of )(?<!best )interests)[ \t]?(?::|include\b|are\b)[^.\n]{1,200}"
    r"|\bin my (?:free|spare) time\b[^.\n]{1,200}",
    re.IGNORECASE,
)


def find_pastimes(text: str, sections: Sequence[Section]) -> tuple[tuple[int, int], ...]:
    """Return the stretches of the text that tell of free time, in order."""
    told = [(s.start, s.end) for s in sections if s.kind == "interests"]
    said = [m.span() for m in _HOBBIES.finditer(text)]
    return tuple(sorted({*told, *said}))
