"""Tells what a résumé says its owner lacks: "no experience with Go", "not certified in CPR"."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

from tools.vocabulary.others import Others
from tools.vocabulary.word_places import lowered, since_stop

_REACH = 140
"""Characters before a name in which its denial may begin."""
_HEADING_LENGTH = 40
_BETWEEN = r"(?:\W+\w+){0,8}?\W+"
_OWN = (
    r"(?:^|[,(\u2013\u2014-]\s*"
    r"|\b(?:i|i['\u2019](?:m|ve|d)|s?he|and|but|though|yet|have|has|had)\s+)"
)
_NOT = r"(?:(?:do|does|did|have|has|had|am|was|is)(?:n['\u2019]t|\s+not)|never|not)"
_ADVERB = r"(?:(?:yet|actually|really|ever|currently|presently)\s+)?"
_DEED = (
    r"(?:do|done|hold|held|know|known|speak|spoken|use|used|written|code|coded|work|worked|offer"
    r"|practise|practice|drive|driven|operate|operated|certified|licen[sc]ed|qualified|registered"
    r"|trained|experienced|fluent|familiar|proficient|touched|learned|learnt|studied|performed"
    r"|have|had|possess|own|obtain|obtained|earn|earned|pass|passed|become|became|renew|renewed"
    r"|understand|read|write|been (?:an?|the)|available|willing|open|interested|comfortable"
    r"|authori[sz]ed|allowed|permitted|looking|seeking)"
)
_UNABLE = (
    r"(?:can(?:not|['\u2019]t)|(?:(?:am|was|is)\s+)?(?:unable|not able) to)\s+"
    r"(?!(?:be|wait|help|imagine|stress|say|thank)\b)"
)
_KNOWN = r"(?:experience|knowledge|training|exposure|background|familiarity|qualifications?)"
_HEADING = (
    r"(?:^\W{0,3}|\b(?:what|things) i )(?:do not|don['\u2019]ts?|won['\u2019]t|will not|cannot"
    r"|can['\u2019]t|no longer|never|not)(?: (?:do|know|have|speak|offer|use))?(?: any ?more)?\s*"
)
"""What names a list of things that are lacking: "DON'T: Java", "What I do not do: payroll"."""
_BEFORE = re.compile(
    rf"{_OWN}(?:no|zero|little or no|keinerlei|keine|sin|pas d['\u2019])\s*(?:\w+\s+){{0,2}}?"
    rf"(?:{_KNOWN}|erfahrung|kenntnisse|experiencia|exp\u00e9rience)\b{_BETWEEN}$"
    rf"|{_OWN}(?:\w+ly\s+)?{_NOT}\s+{_ADVERB}(?:{_DEED}\b{_BETWEEN})?$"
    rf"|{_OWN}{_UNABLE}(?:\w+\b{_BETWEEN})?$"
    rf"|{_HEADING}:(?:[^:]*\W)?$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"(?:\s+\w+){0,2}?\s*(?:[:=?|\u2013-]|\(|\t)\s*"
    r"(?:[Nn]one|NONE|[Nn][Oo]|[Nn]il|[Nn]ever|[Nn]/[Aa]|not (?:yet|held|certified|used|spoken))"
    r"\s*(?:$|[),;\n|]|\.(?=\s*(?:$|\n|[A-Z][a-z])))"
)
_NO = re.compile(
    r"(?:^|[,:(\u2013\u2014-]\s*|\b(?:have|has|had|holds?|possess|yet|and|but|still|currently)\s+)"
    r"no\s+(?:(?:valid|current|active)\s+)?"
    r"(?:[\w'\u2019-]+(?:\s[\w'\u2019-]+)?\s*(?:/|\bn?or\b)\s*)?$",
    re.IGNORECASE,
)
_NOT_IT = re.compile(
    r"(?:^|[,(\u2013\u2014-]\s*|\b(?:i['\u2019]m|am|was|is|but|and)\s+)not\s+"
    r"(?:(?:yet|any|an?|the|my)\s+){0,2}(?:licen[cs]ed\s+|certified\s+|registered\s+)?$"
    r"|\bi (?:(?:still|currently) )?lack\s+(?:(?:an?|any|the)\s+)?$"
    r"|(?:^|[,(]\s*|\b(?:currently|still|am)\s+)without\s+(?:(?:an?|any|my)\s+)?$",
    re.IGNORECASE,
)
_NON = re.compile(r"(?:\b(\w+)(?:,| and| or| ?&| ?/)+ ?)?\bnon[\s-]$", re.IGNORECASE)
"""A word denied in its prefix, and one listed before it."""
_HEADED = re.compile(rf"{_HEADING}:?\s*$", re.IGNORECASE)
_LISTED = re.compile(
    r"\n[ \t]*([-*\u2022\u25cf\u25aa\u00b7\u2013])[^\n]*(?:\n[ \t]*\1[^\n]*){0,7}"
    r"|(?:\n(?=[^\n]*[a-z])(?!\W|(?i:skills|experience|education|work)\b)"
    r"[^\n:\d]{1,39}(?=\n|$)){1,8}"
    r"|\n[^\n]*"
)
"""What stands below a heading: lines with one bullet, short ones up to another, or one line."""
_OF_IT = re.compile(
    rf"s?\s+(?:{_KNOWN}|certifi\w+|licen[cs]e|degree|skills|ticket|card)\b", re.IGNORECASE
)
_ALONE = re.compile(
    r"\s*(?:$|[),;|\n]|[.!](?=\s|$)|[\u2013\u2014-]\s|(?:yet|but|though|although|n?or|because|so"
    r"|at (?:this|the|present)|currently|right now|and no)\b)",
    re.IGNORECASE,
)
"""What follows a thing that is denied itself, and not something of it: "no CDL fines"."""
_HIRED = re.compile(
    r"(?<!trained )(?<!coached )(?<!mentored )(?<!\d)\d[\d,]*\+?\shires\b"
    r"(?!\s(?:using|with|through|via|by)\b)"
    r"([^.;\n()]{0,40}\([^()\n]{0,80}\)[^.;\n()]{0,60}"
    r"|,? (?:mostly|mainly|in|for|across)[^.;\n]{0,90})",
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
    r"n(?:(?<!\w.)(?:ot?|on|ever)\b|['\u2019]t\b)|z(?<!\w.)ero\b|k(?<!\w.)ein\w*"
    r"|s(?<!\w.)in\b|p(?<!\w.)as\b|c(?<!\w.)annot\b|u(?<!\w.)nable\b|w(?<!\w.)ithout\b"
    r"|l(?<!\w.)ack\b"
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
        self._others = Others(text)
        self._nays = [m.start() for m in _NAYS.finditer(lowered(text))]
        self._lists = [span for nay in self._nays if (span := self._list_below(nay))]

    def cover(self, start: int, end: int) -> bool:
        """Return whether what stands at text[start:end] is lacking, or is what others know."""
        if self.deny(start, end) or self._others.cover(start, end):
            return True
        return any(low <= start < high for low, high in self._hired)

    def deny(self, start: int, end: int) -> bool:
        """Return whether what stands at text[start:end] is said to be lacking."""
        if _AFTER.match(self._text, end) or any(a < start < z for a, z in self._lists):
            return True
        left = max(0, start - _REACH)
        at = bisect_left(self._nays, left)
        if at == len(self._nays) or self._nays[at] >= start:
            return False
        said = self._text[since_stop(self._text, _ENDS, left, start) : start].lstrip()
        if non := _NON.search(said):
            # Of "technical and non-technical training" both are done.
            return not (non[1] and lowered(self._text).startswith(non[1].lower(), start))
        denied = _NO.search(said) or _NOT_IT.search(said)
        if denied and (_ALONE.match(self._text, end) or _OF_IT.match(self._text, end)):
            return True
        found = _BEFORE.search(said)
        return found is not None and _TURNS.search(said, found.start() + 1) is None

    def _list_below(self, nay: int) -> tuple[int, int] | None:
        """Return where a list stands whose heading says it is lacking: "WHAT I DON'T DO"."""
        begin, end = self._text.rfind("\n", 0, nay) + 1, self._text.find("\n", nay)
        heading = 0 < end - begin < _HEADING_LENGTH and _HEADED.match(self._text[begin:end])
        below = _LISTED.match(self._text, end) if heading else None
        return below.span() if below else None


@lru_cache(maxsize=64)
def denials_of(text: str) -> Denials:
    """Return the denials of a text; it is asked about wish after wish."""
    return Denials(text)
