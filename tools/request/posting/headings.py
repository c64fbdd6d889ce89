"""Knows the headings of a job posting and cuts it into sections by what they mean for a wish."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

import msgspec

from tools.pattern_table import pattern_runs

Meaning = Literal["intro", "title", "must", "nice", "duties", "about", "place"]

_TABLE: list[tuple[str, Meaning, str]] = [
    (where, msgspec.convert(meaning, Meaning), words)
    for (where, meaning), words in pattern_runs("tools.request.posting", "headings.tsv")
]
_NAMED = "|".join(
    rf"(?P<line{at}>{words})" for at, (where, _, words) in enumerate(_TABLE) if where == "whole"
)
_HEADING = re.compile(rf"(?:{_NAMED})", re.IGNORECASE)
_INLINE = re.compile(
    rf"(?:\A|(?<=[.!?;])\s*+|(?<!\s)[^\S\n]*+(?P<end>\n\s*+))(?:#++\s*+|;\s*+)?(?:\*\*)?"
    rf"(?:{_NAMED})(?:\*\*)?\s*+:(?:\*\*)?",
    re.IGNORECASE,
)
"""A heading before its text; it is looked for once behind any run of blank lines, however long."""
_TOLD_BY = [
    (meaning, re.compile(words, re.IGNORECASE))
    for where, meaning, words in _TABLE
    if where == "within"
]
"""Words by which a line that is marked as a heading is understood, whatever else it says."""
_MARKED = re.compile(r"\s*(?P<marks>#{2,6})\s")
_ADDRESSED = re.compile(
    r"(?:^|(?<=[.!?;\n]))[ \t]*(?:(?P<must>you (?:bring|have|hold|must|need|should)\b"
    r"|you(?:'ll| will) (?:also )?(?:need|have|bring|hold|possess)\b|must have\b"
    r"|(?:(?:the )?(?:ideal|successful) )?(?:candidates?|applicants?)"
    r" (?:must|should|needs?|ha(?:s|ve))\b"
    r"|we (?:require|expect)\b)"
    r"|(?P<duties>you(?:'ll| will)\b|in this (?:role|position|job)\b"
    r"|(?:the|this) (?:role|position|job) (?:involves|includes|is to)\b"
    r"|(?:your )?(?:duties|responsibilities|tasks) (?:include|are)\b))",
    re.IGNORECASE,
)
"""How a posting in prose turns to its reader: what they will do and what they have to bring."""
_PROSE = 200
"""Characters from which a text may be such a posting; a shorter one says "you" to who searches."""
_TURNS: dict[Meaning, frozenset[str]] = {
    "intro": frozenset({"must", "duties"}),
    "title": frozenset({"must", "duties"}),
    "duties": frozenset({"must"}),
}
"""What a section without a heading of its own may turn to."""
_SHORT = 6
_LONGEST = 80


class Section(NamedTuple):
    """text[start:end] and what it means; `heading` is where its heading begins."""

    meaning: Meaning
    start: int
    end: int
    heading: int


def find_sections(text: str) -> list[Section]:
    """Return the sections of a text in order; words before the first heading are the intro."""
    marks = _with_turns(text, _marks(text))
    sections = []
    first = marks[0][1] if marks else len(text)
    if text[:first].strip():
        sections.append(Section("intro", 0, first, 0))
    for at, (meaning, heading, start) in enumerate(marks):
        end = marks[at + 1][1] if at + 1 < len(marks) else len(text)
        sections.append(Section(meaning, start, end, heading))
    return sections


def _marks(text: str) -> list[tuple[Meaning, int, int]]:
    """Return (meaning, start, end) of every heading, in order and without overlap."""
    found: dict[int, tuple[Meaning, int, int]] = {}
    above: dict[int, Meaning] = {}
    at = 0
    while at < len(text):
        stop = text.find("\n", at)
        stop = len(text) if stop < 0 else stop
        meaning = _line_heading(text[at:stop], above)
        if meaning:
            found[at] = (meaning, at, stop)
        at = stop + 1
    for match in _INLINE.finditer(text):
        start = match.start() if match["end"] is None else match.start("end")
        if not any(s <= match.end() - 1 and start <= e for _, s, e in found.values()):
            found[start] = (_meaning(match), start, match.end())
            line = text.find("\n", match.end())
            blank = text.find("\n\n", match.end())
            # "Salary: 40k" says where its line ends that it has been said.
            if _meaning(match) == "about" and text[match.end() : line].strip() and blank >= 0:
                found.setdefault(blank, ("intro", blank, blank))
    return [found[key] for key in sorted(found)]


def _with_turns(text: str, marks: list[tuple[Meaning, int, int]]) -> list[tuple[Meaning, int, int]]:
    """Return the marks with the sentences by which prose turns to its reader among them."""
    if len(text) < _PROSE:
        return marks
    meaning: Meaning = "intro"
    ahead = list(marks)
    told: list[tuple[Meaning, int, int]] = []
    for match in _ADDRESSED.finditer(text):
        while ahead and ahead[0][1] <= match.start():
            told.append(ahead.pop(0))
            meaning = told[-1][0]
        turn: Meaning = "must" if match["must"] else "duties"
        if turn in _TURNS.get(meaning, ()):
            told.append((turn, match.start(), match.start()))
            meaning = turn
    return [*told, *ahead]


def _line_heading(line: str, above: dict[int, Meaning]) -> Meaning | None:
    """Return the meaning of a line that is a heading and nothing else.

    `above` are the headings the line stands under, by level; one that says nothing itself means
    what the one above it means.
    """
    words = line.strip().strip("#*=- \t")
    bare = words.rstrip(": ").strip()
    if not bare or len(bare) > _LONGEST or len(bare.split()) > _SHORT + 2 or bare[-1] in ".,;":
        return None
    bare = re.sub(r"\s*\([^)]*\)$", "", bare)
    match = _HEADING.fullmatch(bare)
    marked = _MARKED.match(line)
    if marked is None:
        return _meaning(match) if match else None
    level = len(marked["marks"])
    over: Meaning = next((above[n] for n in range(level - 1, 1, -1) if n in above), "intro")
    within = next((meaning for meaning, words in _TOLD_BY if words.search(bare)), over)
    told = _meaning(match) if match else within
    for deeper in [n for n in above if n >= level]:
        del above[deeper]
    above[level] = told
    return told


def _meaning(match: re.Match[str]) -> Meaning:
    return _TABLE[int(str(match.lastgroup).removeprefix("line"))][1]
