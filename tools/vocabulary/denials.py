"""Tells what a résumé says its owner lacks: "no experience with Go", "not certified in CPR"."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

from tools.vocabulary.word_places import lowered

_REACH = 140
"""Characters before a name in which its denial may begin."""
_BETWEEN = r"(?:\W+\w+){0,8}?\W+"
_OWN = r"(?:^|[,(\u2013\u2014-]\s*|\b(?:i|i['\u2019](?:m|ve|d)|and|but|though|yet|have|has|had)\s+)"
_NOT = r"(?:(?:do|did|have|has|had|am|was)(?:n['\u2019]t|\s+not)|never|not)"
_DEED = (
    r"(?:do|done|hold|held|know|known|speak|spoken|use|used|written|code|coded|work|worked|offer"
    r"|practise|practice|drive|driven|operate|operated|certified|licen[sc]ed|qualified|registered"
    r"|trained|experienced|fluent|familiar|proficient|touched|learned|learnt|studied|performed"
    r"|have|had)"
)
_KNOWN = r"(?:experience|knowledge|training|exposure|background|familiarity|qualifications?)"
_BEFORE = re.compile(
    rf"{_OWN}(?:no|zero|little or no|keinerlei|keine|sin|pas d['\u2019])\s*(?:\w+\s+){{0,2}}?"
    rf"(?:{_KNOWN}|erfahrung|kenntnisse|experiencia|exp\u00e9rience)\b{_BETWEEN}$"
    rf"|{_OWN}(?:\w+ly\s+)?{_NOT}\s+(?:(?:yet|actually|really|ever)\s+)?{_DEED}\b{_BETWEEN}$"
    rf"|\bwhat i (?:do not|don['\u2019]t|cannot|can['\u2019]t) (?:do|know|have|speak|offer)\s*:"
    rf"{_BETWEEN}$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\s*(?:[:=\u2013-]|\()\s*(?:none|no|nil|never|not (?:yet|held|certified|used))"
    r"\s*(?:$|[),;\n|]|\.(?=\s*(?:$|[A-Z\n])))"
)
_NO = re.compile(
    r"(?:^|[,(\u2013\u2014-]\s*|\b(?:have|has|had|hold|holds|yet)\s+)no\s+$", re.IGNORECASE
)
_OF_IT = re.compile(
    rf"s?\s+(?:{_KNOWN}|certifi\w+|licen[cs]e|degree|skills|ticket|card)\b", re.IGNORECASE
)
_HIRED = re.compile(
    r"(?<!trained )(?<!coached )(?<!mentored )(?<!\d)\d[\d,]*\+?\shires\b[^.;\n()]{0,40}"
    r"(\([^()\n]*\))",
    re.IGNORECASE,
)
_ENDS = re.compile(r"[.!?](?=\s)|[;\n\u2022\u25cf|]")
_TURNS = re.compile(
    r"\b(?:but|however|although|though|except|only|just|merely|instead|rather|problems?|issues?"
    r"|trouble|difficult\w*|without|until|because|prior to|before)\b",
    re.IGNORECASE,
)
# Of small letters. Each choice begins with a letter, so that all others are passed over quickly.
_NAYS = re.compile(
    r"n(?:(?<!\w.)(?:ot?|ever)\b|['\u2019]t\b)|z(?<!\w.)ero\b|k(?<!\w.)ein\w*"
    r"|s(?<!\w.)in\b|p(?<!\w.)as\b"
)


class Denials:
    """Says of places in one text whether its owner lacks what stands there.

    Only a denial in the same sentence counts, of the owner and not of somebody served by them. What
    people were hired for, "190 hires (Java, Go)", is theirs.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        hires = "hires" in lowered(text)
        self._hired = [m.span(1) for m in _HIRED.finditer(text)] if hires else []
        self._nays = [m.start() for m in _NAYS.finditer(lowered(text))]

    def cover(self, start: int, end: int) -> bool:
        """Return whether what stands at text[start:end] is said to be lacking."""
        if _AFTER.match(self._text, end):
            return True
        if any(low <= start < high for low, high in self._hired):
            return True
        left = max(0, start - _REACH)
        at = bisect_left(self._nays, left)
        if at == len(self._nays) or self._nays[at] >= start:
            return False
        stops = list(_ENDS.finditer(self._text, left, start))
        said = self._text[stops[-1].end() if stops else left : start].lstrip()
        if _NO.search(said) and _OF_IT.match(self._text, end):
            return True
        found = _BEFORE.search(said)
        return found is not None and _TURNS.search(said, found.start() + 1) is None


@lru_cache(maxsize=64)
def denials_of(text: str) -> Denials:
    """Return the denials of a text; it is asked about wish after wish."""
    return Denials(text)
