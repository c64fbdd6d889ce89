"""Tells what a résumé says of other people: kin, superiors, those hired and those worked beside."""

from __future__ import annotations

import re
from bisect import bisect_left

from tools.pattern_table import patterns
from tools.vocabulary.word_places import lowered, since_stop

_SAID = patterns(__package__, "others.tsv")

_REACH = 90
_STOPS = re.compile(r"[.!?](?=\s)|[;\u2022]|\n(?![a-z])")


class Others:
    """Says of places in one text whether they tell of somebody else."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._nobody = any(
            word in lowered(text) for word in ("nobody", "no one", "no-one", "none of")
        )
        self._named = [m.start() for m in _SAID["named"].finditer(lowered(text))]

    def cover(self, start: int, end: int) -> bool:
        """Return whether text[start:end] is of kin or a superior, of people hired, or of nobody."""
        if self._is_near(start) and _SAID["of_kin"].search(self._before(start)):
            return True
        if self._nobody and _SAID["nobody"].search(self._before(start)):
            return True
        if _SAID["deed"].match(self._text, start):
            return False
        text = self._text
        hired = _SAID["of_sought"].match(text, end) or _SAID["are_people"].search(text, start, end)
        if hired and _SAID["hired"].search(self._before(start)):
            return True
        return bool(
            _SAID["of_them"].match(text, end) and _SAID["beside"].search(self._before(start))
        )

    def _is_near(self, start: int) -> bool:
        at = bisect_left(self._named, start)
        return at > 0 and self._named[at - 1] >= start - _REACH

    def _before(self, start: int) -> str:
        """Return the sentence up to a place, its last words."""
        low = max(0, start - _REACH)
        return self._text[since_stop(self._text, _STOPS, low, start) : start]
