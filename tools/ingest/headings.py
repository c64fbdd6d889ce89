"""What the headings of résumés mean: a table of spellings in several languages."""

from __future__ import annotations

import re

from tools.vocabulary.tables import parts, read_rows

_KINDS = {
    heading: row["kind"] for row in read_rows("headings.tsv") for heading in parts(row["headings"])
}
_AND = re.compile(r"\s*(?:[&/|,+·]|\b(?:and|und|et|y|e|en|og|och|i)\b)\s*")
_TAIL = re.compile(r"(?<!of)(?<!with) (experience|employment|erfahrung|skills|kenntnisse)$")
_SKILL_TAILS = frozenset({"skills", "kenntnisse"})
_BRACKETED = re.compile(r"\s*\([^()]*\)$")
_SPACED = re.compile(r"(?:\w ){3,}\w")
_LONGEST = 60
_JOBS = "experience"
_MOST_WORDS = 7


def heading_kind(line: str) -> str | None:
    """Return the section a line announces (a key of the table), or None when it is no heading."""
    if not line or len(line) > _LONGEST or line[-1] == "." or line[0].islower():
        return None
    bare = line.strip(" \t:*#=_-–—~•|·►▪■●").lower()
    if not bare or not (bare[-1].isalpha() or bare[-1] == ")"):
        return None
    known = _KINDS.get(bare)
    if known:
        return known
    if bare[-1] == ")":
        return _JOBS if _KINDS.get(_BRACKETED.sub("", bare)) == _JOBS else None
    if _SPACED.search(bare):
        known = _KINDS.get(_joined_letters(bare))
        if known:
            return known
    if bare.count(" ") >= _MOST_WORDS:
        return None
    return _combined(bare) or _by_tail(line, bare)


def _joined_letters(bare: str) -> str:
    """Undo "s k i l l s", in which words stand apart by two spaces or more."""
    words = re.split(r"\s{2,}|\s[|/]\s", bare)
    return " ".join(word.replace(" ", "") for word in words)


def _combined(bare: str) -> str | None:
    """Return a heading of several known ones: "Education & Certificates"."""
    parts = [part for part in _AND.split(bare) if part]
    if len(parts) < 2:
        return None
    kinds = [_KINDS.get(part) for part in parts]
    return kinds[0] if all(kinds) else None


def _by_tail(line: str, bare: str) -> str | None:
    """Headings nobody can list: "Teaching Experience", "TRADE SKILLS"."""
    tail = _TAIL.search(bare)
    if tail is None or bare.count(" ") > 3:
        return None
    words = [word for word in line.strip(" :*#•-").split() if len(word) > 3]
    if not all(word[0].isupper() or not word[0].isalpha() for word in words):
        return None
    if tail.group(1) not in _SKILL_TAILS:
        return "experience"
    return "skills" if line.isupper() or line.endswith(":") else None
