"""Tells whether a line of a table's cell goes on in the next one: "Senior Logistics | Manager"."""

from __future__ import annotations

import re

from tools.ingest.readers.line import Line

_LEADS_ON = re.compile(
    r"(?:[,&/–-]|\b(?:and|of|in|for|the|at|to|with|und|et|y|de|von|für))\s*$", re.IGNORECASE
)
_SCHOOL = re.compile(r"(?:University|College|School|Institute|Academy|Polytechnic)\b")
_FIRM = re.compile(
    r"(?:[\w&.'’-]+ ){0,1}(?:Inc|Ltd|LLC|LLP|Corp|Co|GmbH|AG|PLC|plc|S\.A|B\.V|Limited|Group)\.?"
)
_LONGEST = 45
_TAIL = 60
_TIGHT = 0.6
"""Lines of one paragraph stand less than this many heights apart."""
_FULL = 0.4
"""A cell that wraps fills at least this share of the way to what stands beside it."""


def wraps(line: Line, following: Line, limit: float) -> bool:
    """Return whether a line of a cell, which ends at `limit` points, goes on in the following one.

    It does when the cell is rather full and the words say so too.
    """
    tight = following.top - line.bottom < _TIGHT * line.height
    flush = abs(following.left - line.left) < 1.0
    if not tight or not flush or following.right > limit:
        return False
    full = line.right - line.left >= _FULL * (limit - line.left)
    return full and goes_on(line.text, following.text)


def goes_on(line: str, following: str) -> bool:
    """Return whether the second line is what did not fit on the first, judged by its words."""
    if len(following) > _LONGEST or not following[:1].isalpha():
        return False
    if _LEADS_ON.search(line) or following[0].islower():
        return True
    tail = line[-_TAIL:]
    # The kind of a school, or the form of a firm, has its name on the line above.
    if _SCHOOL.match(following) and not _SCHOOL.search(tail):
        return True
    if _FIRM.fullmatch(following) and ", " in tail and not _FIRM.search(tail.rpartition(", ")[2]):
        return True
    return _ends_a_title(tail, following) or _ends_a_subject(line, following)


def _ends_a_title(tail: str, following: str) -> bool:
    """Return whether a title begins on the first line: "Senior Logistics | Coordinator"."""
    from tools.vocabulary.titles import find_titles

    joined = f"{tail} {following}"
    if any(m.start < len(tail) < m.end - 1 for m in find_titles(joined)):
        return True
    alone = find_titles(following)
    begun = tail.rpartition(", ")[2]
    single = len(alone) == 1 and " " not in following and alone[0].end == len(following)
    return single and begun != tail and not find_titles(begun)


def _ends_a_subject(line: str, following: str) -> bool:
    """Return whether a degree's subject begins on the first line: "BSc in Supply | Chain"."""
    from tools.vocabulary.degree_fields import is_field_word
    from tools.vocabulary.degrees import find_degrees

    subject = all(is_field_word(word) for word in following.split())
    return subject and any(d.field and line.endswith(d.field) for d in find_degrees(line))
