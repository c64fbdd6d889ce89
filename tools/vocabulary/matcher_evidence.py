"""Decide whether an everyday word ("Go", "Excel") is meant as a name in its context."""

import re
from typing import NamedTuple

from tools.vocabulary.matcher_places import Place, near, next_to
from tools.vocabulary.matcher_sentences import goes_on_as_a_word, is_at_work
from tools.vocabulary.matcher_tokens import Tokens
from tools.vocabulary.word_sets import words

_CUES = words(
    """microsoft ms programming language languages proficient proficiency fluent knowledge using
    software technologies technology tools familiar familiarity coding scripting applications
    programs adobe certified certification licensed license licence registered framework stack
    platforms packages including knowledgeable skills computer suite"""
)
# These speak of people as well ("an experienced Chef"), so a preposition must follow them.
_PEOPLE_CUES = words("skilled expertise experience experienced developed")
_AFTER = words(
    """programming language developer developers engineer engineers programmer programmers scripting
    framework software script scripts spreadsheet spreadsheets macros microservices license licence
    licensed certified certification certificate"""
)
_LEVELS = words(
    """advanced basic intermediate expert beginner proficient strong etc and or ms microsoft skills
    programming language certified certification license licence active current office
    excellent"""
)
# What follows these words in ordinary prose: "access to", "go ahead", "excel in", "word of mouth".
_PROSE_AFTER = words(
    """to in at of ahead back away out through level season mouth advice getter live forward beyond
    above about over down up into off home when getting as under among across"""
)
_PROSE_BEFORE = words(
    "can to will must should could would who i we you they that may not shall always"
)
_KNOWING = words("with knows know knowing using uses use")
_ASKING = _KNOWING | {"in", "of"}
_WHERE = frozenset({"in", "at", "near"})
_ALSO_JOBS = frozenset({"chef"})
_LEADING = words("in with of using on like as for")
_PLACES = words("in via into within")
_SEASONS = frozenset({"spring"})
_BREAK = re.compile(
    r"[,;:|/()\[\]\t\n\u2022\u00b7\u25cf\u25aa\uf0b7]| - | \u2013 |\b(?:and|or)\b|&"
)
_AND = re.compile(r"\s*(?:,|/|&|\b(?:and|or)\b)\s*", re.IGNORECASE)
_HEADING = re.compile(
    r"(?:skills?|technolog|software|languages?:|programming|tools|proficienc|competenc"
    r"|applications|expertise|certificat|licen[sc]e|qualifications|highlights|platforms)",
    re.IGNORECASE,
)
_ITEM = 120
"""Characters on either side of a name within which an item of a list begins and ends."""
_LONE_ITEM = 3
_LINES_BELOW_HEADING = 4
_LEVEL_REACH = 5


class Doubt(NamedTuple):
    """Words first..last that may be a name: spelled as listed, and a technical one at that.

    A `proper` name has capitals, be it technical or not.
    """

    first: int
    last: int
    exact: bool
    technical: bool = False
    proper: bool = False


class Context:
    """Know what surrounds the candidates of one text."""

    def __init__(
        self, text: str, tokens: Tokens, sure: list[Place], doubts: list[Doubt], trusted: bool
    ) -> None:
        self._text = text
        self._tokens = tokens
        self._trusted = trusted
        self._sure = sure
        self._technical = [place for place in sure if place.technical]
        self._ends = [*(place.end for place in sure), *(tokens.ends[d.last] for d in doubts)]
        self._names = [
            Place(tokens.starts[doubt.first], tokens.ends[doubt.last], True)
            for doubt in doubts
            if doubt.technical and (doubt.exact or trusted)
        ]

    def accepts(self, doubt: Doubt) -> bool:
        """Return whether the words are a name here."""
        first, last, exact, technical, proper = doubt
        start, end = self._tokens.starts[first], self._tokens.ends[last]
        if self._hyphenated(start, end) or self._is_plain_word(first, last):
            return False
        if self._trusted:
            return self._asked_for(doubt)
        if not exact:
            return False
        if self._cued(first, last) or (proper and self._at_work(first, last)):
            return True
        if not self._is_item(start, end):
            return False
        if technical:
            return self._in_company(start, end) or self._labelled(start)
        return near(self._sure, self._text, start, end) or self._under_heading(start)

    def _in_company(self, start: int, end: int) -> bool:
        """Return whether technical names stand beside it, be they doubtful too: "R, SAS"."""
        return near(self._technical, self._text, start, end) or any(
            self._is_item(place.start, place.end)
            for place in next_to(self._names, self._text, start, end)
        )

    def _hyphenated(self, start: int, end: int) -> bool:
        text = self._text
        return (text[end : end + 1] == "-" and text[end + 1 : end + 2].isalnum()) or (
            start > 1 and text[start - 1] == "-" and text[start - 2].isalnum()
        )

    def _at_work(self, first: int, last: int) -> bool:
        """Return whether the sentence around it speaks of a tool."""
        follows = not self._broken_after(last) and self._word(last + 1) in _PROSE_AFTER
        if follows or self._word(first) in _ALSO_JOBS:
            return False
        return is_at_work(self._text, self._tokens, self._technical, first, last)

    def _is_plain_word(self, first: int, last: int) -> bool:
        """Return whether a neighbour tells that the word is no name: "rest days", "this spring"."""
        if self._is_season(first, last):
            return True
        word, after = self._word(first), self._word(last + 1)
        return goes_on_as_a_word(word, after) and not self._broken_after(last)

    def _is_season(self, first: int, last: int) -> bool:
        if self._tokens.words[first] not in _SEASONS:
            return False
        after = self._word(last + 1)
        return self._word(first - 1) in {"in", "the", "this"} or after.isdigit()

    def _word(self, index: int) -> str:
        keys = self._tokens.words
        return keys[index] if 0 <= index < len(keys) else ""

    def _asked_for(self, doubt: Doubt) -> bool:
        """Read a recruiter's short request: capitals or a preposition are enough, prose is not."""
        first, last, exact, technical, _ = doubt
        start, end = self._tokens.starts[first], self._tokens.ends[last]
        before, after = self._word(first - 1), self._word(last + 1)
        follows = not self._broken_after(last)
        if before in _PROSE_BEFORE and not self._broken_after(first - 1):
            return False
        placed = self._placed(last) and (exact or self._joined(first))
        if follows and after in _PROSE_AFTER and not (placed or (exact and self._levelled(last))):
            return False
        if self._word(first) in _ALSO_JOBS:
            return before in _KNOWING or (exact and self._in_company(start, end))
        if exact or placed or before in _ASKING or (follows and after in _AFTER):
            return True
        beside = next_to(self._technical, self._text, start, end) if technical else ()
        if any(start - place.end == 1 or place.start - end == 1 for place in beside):
            return True  # an item of a row that nothing parts: "k8s terraform aws"
        if not self._is_item(start, end):
            return False
        long = end - start >= _LONE_ITEM
        return long or near(self._sure, self._text, start, end) or self._in_company(start, end)

    def _placed(self, last: int) -> bool:
        """Return whether a place follows: "Excel in Berlin", unlike "excel in teamwork"."""
        return self._word(last + 1) in _WHERE and self._capital(last + 2)

    def _joined(self, first: int) -> bool:
        """Return whether another name stands right before, joined to it: "python and aws"."""
        start = self._tokens.starts[first]
        ends = [end for end in self._ends if end <= start]
        return bool(ends) and _AND.fullmatch(self._text, max(ends), start) is not None

    def _levelled(self, last: int) -> bool:
        """Return whether a level follows: "Excel at an advanced level"."""
        said = [self._word(last + 1 + at) for at in range(_LEVEL_REACH)]
        return said[0] == "at" and "level" in said

    def _broken_after(self, last: int) -> bool:
        tokens = self._tokens
        if last + 1 >= len(tokens.words):
            return True
        return bool(_BREAK.search(self._text, tokens.ends[last], tokens.starts[last + 1]))

    def _cued(self, first: int, last: int) -> bool:
        line = self._text.rfind("\n", 0, self._tokens.starts[first])
        after = self._word(last + 1)
        if after in _AFTER and not self._broken_after(last):
            return True
        if not self._broken_after(last) and (after in _PROSE_AFTER or self._capital(last + 1)):
            return False
        span = range(max(0, first - 4), first)
        led = [self._word(at) for at in span if self._tokens.starts[at] > line]
        if led and led[-1] in _PLACES and last - first == 0:
            return len(self._word(first)) > 2
        if self._after_break(first) or self._inside_name(first):
            return False
        leads = bool(led) and led[-1] in _LEADING
        return any(word in _CUES or (leads and word in _PEOPLE_CUES) for word in led)

    def _inside_name(self, first: int) -> bool:
        """Return whether a capital right before makes it part of a longer name: "Sous Chef"."""
        before = self._word(first - 1)
        if not before or before in _CUES | _LEVELS | _LEADING:
            return False
        gap = self._text[self._tokens.ends[first - 1] : self._tokens.starts[first]]
        return gap == " " and self._capital(first - 1)

    def _after_break(self, first: int) -> bool:
        """Return whether a full stop or semicolon parts the name from its cue."""
        gap = self._text[self._tokens.ends[first - 1] : self._tokens.starts[first]]
        return any(mark in gap for mark in ".;")

    def _capital(self, index: int) -> bool:
        if index >= len(self._tokens.words):
            return False
        return self._text[self._tokens.starts[index]].isupper()

    def _is_item(self, start: int, end: int) -> bool:
        """Return whether the name stands between separators, at most with a level or version."""
        low, high = max(0, start - _ITEM), min(len(self._text), end + _ITEM)
        line_start = self._text.rfind("\n", low, start) + 1
        breaks = [match.end() for match in _BREAK.finditer(self._text, line_start or low, start)]
        closing = _BREAK.search(self._text, end, high)
        opens, closes = breaks or line_start or not low, closing or high == len(self._text)
        if not (opens and closes):
            return False
        left = self._text[breaks[-1] if breaks else line_start : start]
        right = self._text[end : closing.start() if closing else high]
        rest = re.findall(r"\w+", f"{left} {right}".lower())
        return len(rest) <= 3 and all(word.isdigit() or word in _LEVELS for word in rest)

    def _labelled(self, start: int) -> bool:
        """Return whether the line itself begins with a heading: "Tools: Eclipse, Ant"."""
        label, colon, _ = self._text[self._text.rfind("\n", 0, start) + 1 : start].partition(":")
        return bool(colon and _HEADING.search(label))

    def _under_heading(self, start: int) -> bool:
        """Return whether a short heading names the list a few lines above."""
        if self._labelled(start):
            return True
        head = self._text[max(0, start - 400) : start].split("\n")
        above = head[-2 : -2 - _LINES_BELOW_HEADING : -1]
        return any(len(line) < 40 and _HEADING.search(line) for line in above)
