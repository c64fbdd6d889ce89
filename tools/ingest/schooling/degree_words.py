"""Knows the names of degrees and trainings that are clear only on a line about education."""

from __future__ import annotations

import re
from typing import NamedTuple

from tools.ingest.phrases import phrases
from tools.pattern_table import pattern_runs

_SAID = phrases("schooling")

# Read from the top: the first level whose words stand on the line counts.
_PATTERNS = tuple(
    (level, re.compile(words))
    for (level, *_), words in pattern_runs("tools.ingest.phrases", "degrees.tsv")
)
_UNFINISHED = re.compile(rf"{_SAID['unfinished']}", re.IGNORECASE)
_LASTS = re.compile(
    r"^(?:(?!(?:19|20)\d\d).)*?"
    r"(?:(?:19|20)\d\d\s*(?:[-\u2013\u2014]|to)\s*)?\b(?:Present|Current)\b(?!\s+\w*GPA|\s+Grade)"
)
_LONGEST_REMARK = 60

_ACCOUNT = re.compile(r"\b(?:I|my|me|I['’]m)\b")


class DegreeWord(NamedTuple):
    """A level of education and where a line names it."""

    level: str
    start: int
    end: int


def degree_on_line(line: str) -> DegreeWord | None:
    """Return the level that a line about education names, None when it names none."""
    for level, pattern in _PATTERNS:
        match = pattern.search(line)
        if match:
            return DegreeWord(level, match.start(), match.end())
    return None


def is_unfinished(statement: str) -> bool:
    """Return whether a statement says that the degree was never, or is not yet, completed."""
    return bool(_UNFINISHED.search(statement) or _LASTS.match(statement))


def is_unfinished_remark(line: str) -> bool:
    """Return whether a short line below a degree says of it that it is not completed."""
    return len(line) <= _LONGEST_REMARK and is_unfinished(line) and degree_on_line(line) is None


def is_account(statement: str) -> bool:
    """Return whether a statement tells a story in the first person rather than naming a degree."""
    return bool(_ACCOUNT.search(statement))
