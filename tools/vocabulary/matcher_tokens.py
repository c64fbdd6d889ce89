"""Cut text into folded words with offsets, so one lookup serves every spelling of a phrase."""

import re
import unicodedata
from typing import NamedTuple

# Latin runs are kept apart from other scripts so "Python" glued to a CJK word is still seen.
_LATIN = r"[A-Za-z0-9\u00c0-\u024f]"
_TOKEN = re.compile(
    rf"""
      [Cc]\+\+                                          # C++, also before a version number
    | [A-Za-z]\#                                        # C#, F#
    | \.(?:NET|Net|net)\b                               # .NET with its dot
    | {_LATIN}+\.(?:[Jj][Ss]|NET|Net|net)\b             # Node.js, ASP.NET
    | (?<!{_LATIN})(?:[A-Za-z]\.){{2,}}(?:[A-Za-z]\b)?  # R.N., C.P.A
    | {_LATIN}{{1,4}}&{_LATIN}{{1,4}}(?!{_LATIN})       # R&D, A&P, GD&T
    | (?<!{_LATIN})[A-Za-z][/+][A-Za-z](?![A-Za-z0-9+\#])  # A/P, A/R, C+E
    | {_LATIN}+\+{{1,2}}(?!\w)                          # Network+, Notepad++
    | {_LATIN}+(?:['\u2019]{_LATIN}+)*                  # words, driver's
    | [^\W_A-Za-z0-9\u00c0-\u024f]+                     # words of other scripts
    | &                                                 # read as "and"
    """,
    re.VERBOSE,
)
_GAP = re.compile(r"['\u2019]?[ \t\xa0]{0,4}|[-\u2010\u2011\u2013/]|-?[ \t\xa0\r]*\n[ \t\xa0]*")
_PLAIN = re.compile(r"[A-Za-z0-9]+(?:[ -][A-Za-z0-9]+)*")
_WRAPPED_LINE = 60


class Tokens(NamedTuple):
    """Hold parallel lists, because a list of small objects doubles the time spent here."""

    words: list[str]
    starts: list[int]
    ends: list[int]


def tokenise(text: str) -> Tokens:
    """Cut the text once; every offset refers to the text as given."""
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in _TOKEN.finditer(text):
        word = match.group().lower()
        words.append(word if word.isascii() and word.isalnum() else _fold(word))
        start, end = match.span()
        starts.append(start)
        ends.append(end)
    return Tokens(words, starts, ends)


def fold_phrase(phrase: str) -> str:
    """Return the lookup key of a phrase: its folded words joined by single spaces."""
    # Most of a table is plain words; cutting all of them up made loading ten times slower.
    if _PLAIN.fullmatch(phrase):
        return phrase.lower().replace("-", " ")
    return " ".join(tokenise(phrase).words)


def joined(text: str, end: int, start: int) -> bool:
    """Return whether two neighbouring words may belong to one phrase."""
    gap = text[end:start]
    if gap == " ":
        return True
    if not _GAP.fullmatch(gap):
        return False
    # A short line that ends is a list item; only a long line was wrapped mid-phrase.
    return "\n" not in gap or end - (text.rfind("\n", 0, end) + 1) >= _WRAPPED_LINE


def _fold(word: str) -> str:
    if word == "&":
        return "and"
    if not word.isascii():
        plain = unicodedata.normalize("NFKD", word)
        word = "".join(char for char in plain if not unicodedata.combining(char)).lower()
    word = word.replace("'", "").replace("\u2019", "")
    return word if word.startswith(".") else word.replace(".", "")
