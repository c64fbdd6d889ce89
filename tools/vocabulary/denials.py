"""Tells what a résumé says its owner lacks: "no experience with Go", "not certified in CPR"."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

from tools.pattern_table import patterns
from tools.vocabulary.others import Others
from tools.vocabulary.word_places import lowered, since_stop

_SAID = patterns(__package__, "denials.tsv")

_REACH = 140
"""Characters before a name in which its denial may begin."""
_HEADING_LENGTH = 40
_AFTER = re.compile(
    r"(?:\s+\w+){0,2}?\s*(?:[:=?|\u2013-]|\(|\t)\s*"
    r"(?:[Nn]one|NONE|[Nn][Oo]|[Nn]il|[Nn]ever|[Nn]/[Aa]|not (?:yet|held|certified|used|spoken))"
    r"\s*(?:$|[),;\n|]|\.(?=\s*(?:$|\n|[A-Z][a-z])))"
)
_NON = re.compile(r"(?:\b(\w+)(?:,| and| or| ?&| ?/)+ ?)?\bnon[\s-]$", re.IGNORECASE)
"""A word denied in its prefix, and one listed before it."""
_LISTED = re.compile(
    r"\n[ \t]*([-*\u2022\u25cf\u25aa\u00b7\u2013])[^\n]*(?:\n[ \t]*\1[^\n]*){0,7}"
    r"|(?:\n(?=[^\n]*[a-z])(?!\W|(?i:skills|experience|education|work)\b)"
    r"[^\n:\d]{1,39}(?=\n|$)){1,8}"
    r"|\n[^\n]*"
)
"""What stands below a heading: lines with one bullet, short ones up to another, or one line."""
_HIRED = re.compile(
    r"(?<!trained )(?<!coached )(?<!mentored )(?<!\d)\d[\d,]*\+?\shires\b"
    r"(?!\s(?:using|with|through|via|by)\b)"
    r"([^.;\n()]{0,40}\([^()\n]{0,80}\)[^.;\n()]{0,60}"
    r"|,? (?:mostly|mainly|in|for|across)[^.;\n]{0,90})",
    re.IGNORECASE,
)
_ENDS = re.compile(r"[.!?](?=\s)|[;\n\u2022\u25cf|]")
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
        denied = _SAID["no"].search(said) or _SAID["not_it"].search(said)
        if denied and (
            _SAID["alone"].match(self._text, end) or _SAID["of_it"].match(self._text, end)
        ):
            return True
        found = _SAID["before"].search(said)
        return found is not None and _SAID["turns"].search(said, found.start() + 1) is None

    def _list_below(self, nay: int) -> tuple[int, int] | None:
        """Return where a list stands whose heading says it is lacking: "WHAT I DON'T DO"."""
        begin, end = self._text.rfind("\n", 0, nay) + 1, self._text.find("\n", nay)
        heading = 0 < end - begin < _HEADING_LENGTH and _SAID["headed"].match(self._text[begin:end])
        below = _LISTED.match(self._text, end) if heading else None
        return below.span() if below else None


@lru_cache(maxsize=64)
def denials_of(text: str) -> Denials:
    """Return the denials of a text; it is asked about wish after wish."""
    return Denials(text)
