"""Tells what a résumé says of other people: kin, superiors, those hired and those worked beside."""

from __future__ import annotations

import re
from bisect import bisect_left

from tools.vocabulary.word_places import lowered, since_stop

_REACH = 90
_STOPS = re.compile(r"[.!?](?=\s)|[;\u2022]|\n(?![a-z])")
_KIN = (
    r"(?:wife|husband|spouse|mother|father|mom|mum|dad|parents?|brothers?|sisters?|siblings?|sons?"
    r"|daughters?|children|uncles?|aunts?|cousins?|grand(?:mother|father|parents?|son|daughter|ma|pa)"
    r"|girlfriend|boyfriend|fianc[eé]e?|in-laws?|room-?mates?|friends?|neighbou?rs?)"
)
_SUPERIORS = r"(?:boss|supervisor|manager|mentor|teacher|instructor|predecessor|colleagues?)"
_DOES = (
    r"(?:is|was|are|were|being|became|has been|has|had|have|holds?|held|speaks?|spoke|works?|worked"
    r"|owns?|owned|runs?|ran|taught|does|did)"
)
_FEW = r"(?:\s+(?!(?:i|my|me|we|and|but|so)\b)[\w'’-]+){0,4}"
_OF_KIN = re.compile(
    rf"(?<!help )(?<!helped )(?<!helping )(?<!with )(?<!for )(?<!under )\b(?:my|his|her|our)\s+"
    rf"(?:late\s+)?{_KIN}(?:\s+who)?\s*(?:,|\s{_DOES}){_FEW}\s+$"
    rf"|\bmy\s+(?:\w+\s)?{_SUPERIORS}\s+(?:who\s+)?(?:is|was)\s+an?(?:\s+[\w-]+){{0,2}}\s+$"
    r"|\b(?:wife|husband|son|daughter|child|granddaughter|grandson|widow|widower|spouse|brother"
    r"|sister|married|engaged)\s+(?:of|to)\s+(?:(?:an?|the|two|retired|local)\s+)+(?:[\w-]+\s+)?$"
    r"|\b(?:raised|brought up) by\s+(?:an?\s+)?(?:[\w-]+\s+)?$",
    re.IGNORECASE,
)
# Each choice begins with a letter, so that all others are passed over quickly.
_NAMED = re.compile(rf"(?:{_KIN}|{_SUPERIORS}|married|engaged|raised|brought)\b")
_LED = r"(?!manag|direct|led\b|lead|supervis|train|coach|mentor|overs|develop|built|grew)"
_HIRED = re.compile(
    r"\b(?<!and )(?:recruit|hir|sourc|plac|fill|screen|interview|headhunt|shortlist)"
    r"(?:ed|es|e|s|ing)?"
    rf"(?:,?\s+(?:(?:and|or)\s+)?{_LED}(?:\w+ing|\w+ed|hires?|screen|place|recruit|source)\b){{0,3}}"
    rf"\s+(?:(?!as\b|by\b|to\b|in\b|at\b|including\b){_LED}[\w+#&.,/-]+\s+){{0,5}}$",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"\b(?:nobody|no[ -]one|none of (?:us|them|the))(?:\s+(?!else\b)[\w'’-]+){0,4}\s+"
    r"(?:had )?(?:ever )?(?:wanted|knew|could|used|touched|written|understood|liked|spoke|learned)"
    r"\b[^.;,]*\Z",
    re.IGNORECASE,
)
"""What a whole team left alone: "nobody wanted to maintain a front end in"."""
_BESIDE = re.compile(
    r"\b(?<!and )(?:work(?:ed|ing|s)?|collaborat(?:ed|ing|es?)|partner(?:ed|ing|s)?"
    r"|liais(?:ed?|ing))\s+(?:closely\s+)?(?:alongside|with)\s+"
    r"(?:(?!in\b|on\b|using\b|and\b)[\w-]+\s+){0,3}$",
    re.IGNORECASE,
)
_DEED = re.compile(
    r"(?:recruit|hir|interview|staff|screen|sourc|manag|supervis|lead|train|coach|mentor|overs)",
    re.IGNORECASE,
)
_PEOPLE = (
    r"(?:developers|engineers|programmers|administrators|admins|analysts|consultants|architects"
    r"|specialists|experts|professionals|testers|designers|technicians|coders|contractors|leads)\b"
)
_SOUGHT = (
    rf"(?:{_PEOPLE}|(?:candidates|talent|hires|roles|vacancies|requisitions|openings|positions)\b)"
)
_ARE_PEOPLE = re.compile(rf"{_PEOPLE}$", re.IGNORECASE)
_GAP = r"(?:[ -]|\n(?=(?-i:[a-z])))"
_OF_SOUGHT = re.compile(
    r"(?:(?:, (?:(?:and|or) )?| (?:and|or|&) )(?-i:[A-Z.])[\w+#.]{0,25}|[/-][\w+#.]{1,25}){0,6}?"
    rf"(?:[ -](?!to\b|on\b|in\b|for\b|as\b|\w+ing\b)[\w+#-]{{1,25}}){{0,2}}?{_GAP}{_SOUGHT}",
    re.IGNORECASE,
)
"""How a list of what people can do ends in them: "(Java), .NET and Python developers"."""
_OF_THEM = re.compile(
    rf"(?:[ /-](?!and\b|or\b)[\w+#]{{1,25}}){{0,2}}?{_GAP}{_PEOPLE}", re.IGNORECASE
)


class Others:
    """Says of places in one text whether they tell of somebody else."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._nobody = any(
            word in lowered(text) for word in ("nobody", "no one", "no-one", "none of")
        )
        self._named = [m.start() for m in _NAMED.finditer(lowered(text))]

    def cover(self, start: int, end: int) -> bool:
        """Return whether text[start:end] is of kin or a superior, of people hired, or of nobody."""
        if self._is_near(start) and _OF_KIN.search(self._before(start)):
            return True
        if self._nobody and _NOBODY.search(self._before(start)):
            return True
        if _DEED.match(self._text, start):
            return False
        text = self._text
        hired = _OF_SOUGHT.match(text, end) or _ARE_PEOPLE.search(text, start, end)
        if hired and _HIRED.search(self._before(start)):
            return True
        return bool(_OF_THEM.match(text, end) and _BESIDE.search(self._before(start)))

    def _is_near(self, start: int) -> bool:
        at = bisect_left(self._named, start)
        return at > 0 and self._named[at - 1] >= start - _REACH

    def _before(self, start: int) -> str:
        """Return the sentence up to a place, its last words."""
        low = max(0, start - _REACH)
        return self._text[since_stop(self._text, _STOPS, low, start) : start]
