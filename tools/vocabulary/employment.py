"""Reads whether somebody should hold a job now: "currently employed", "between jobs"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tools.vocabulary.matcher import Mention

EMPLOYED = "employed now"
BETWEEN = "between jobs"
LEFT = "left a job within a year"
EMPLOYMENTS = frozenset({EMPLOYED, BETWEEN, LEFT})
"""How wishes for each are named."""

_NOW = r"(?:currently|presently|now|right now|at the moment|at present|actively|these days|today)"
_JOB = r"(?:jobs?|roles?|positions?|posts?|employers?|company|work|employment|place)"
_THEIR = r"(?:(?:their|his|her|a|the|an|any|last|latest|most recent|previous|former|current)\s+)*"
_ENDS = r"(?!\s+(?:as|in|at|for|with|on|under|by|from|towards?|remotely|\w+ing)\b)"
"""Before "as a nurse" or "at a bank" it is a job that is named, and not that there is one."""
_LATELY = r"(?:recently|lately|just|in the (?:last|past) (?:year|months?|few months)|this year)"
_SAID = (
    (
        LEFT,
        rf"(?:(?:have |has )?(?:{_LATELY}\s+)(?:left|quit|lost|changed|finished|stopped)\s+{_THEIR}"
        rf"{_JOB}"
        rf"|(?:left|quit|lost)\s+{_THEIR}{_JOB}\s+{_LATELY}"
        r"|(?:recently|lately|just)\s+(?:left|quit)(?=\W*$)|(?:left|quit)\s+(?:recently|lately)(?=\W*$)"
        rf"|{_LATELY}\s+(?:been\s+)?(?:laid off|let go|made redundant|become available)"
        rf"|(?:laid off|let go|made redundant)\s+{_LATELY})",
    ),
    (
        BETWEEN,
        rf"(?:unemployed|jobless|out of (?:work|a job)|(?:in )?between (?:jobs|roles|positions)"
        rf"|without (?:a (?:current )?)(?:job|position)"
        rf"|(?:not|isn't|aren't|no longer)\s+(?:{_NOW}\s+)?(?:employed|working)(?:\s+{_NOW})?"
        rf"{_ENDS})",
    ),
    (
        EMPLOYED,
        rf"(?:(?:still\s+)?{_NOW}\s+(?:employed|working|in (?:a )?(?:job|work|employment|position))"
        rf"{_ENDS}"
        rf"|(?:still\s+)?(?:employed|working|in (?:a )?(?:job|work|employment))\s+{_NOW}{_ENDS}"
        rf"|still\s+(?:employed|working|in (?:a )?(?:job|work)){_ENDS}"
        rf"|(?:have|has|having|hold|holds|with)\s+a\s+(?:current\s+)?(?:job|position)\s+{_NOW}"
        rf"|(?:have|has|having|hold|holds|with)\s+a\s+(?:current|paid)\s+(?:job|position)"
        r"|(?:have|has|having|with)\s+a\s+job(?!\s+(?:in|at|as|for|offer|title)\b)"
        r"|employed(?=\s+(?:ones?|people|candidates?|folks)\b))",
    ),
)
_ANY = re.compile(
    "|".join(rf"(?P<s{n}>\b(?:{said})\b)" for n, (_, said) in enumerate(_SAID)), re.IGNORECASE
)


def find_employment(text: str) -> Iterator[Mention]:
    """Yield where a text asks for people with a job, without one, or just out of one."""
    for found in _ANY.finditer(text):
        yield Mention(_SAID[int(str(found.lastgroup)[1:])][0], *found.span())
