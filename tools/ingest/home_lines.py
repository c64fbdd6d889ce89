"""Finds the places of a résumé that may be home: on top, labelled, told, or of the latest job."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from tools.candidates import Position
from tools.ingest.career.employers import is_place
from tools.ingest.fragments import split_header
from tools.ingest.phrases import phrases
from tools.ingest.sections import Outline
from tools.ingest.templates import MASKED_EMPLOYER
from tools.vocabulary.places import PlaceMention, find_places

_SAID = phrases("homes")

HEADER_LINES = 8
HEADER_LONGEST = 160
_PERSONAL_LONGEST = 400
_LABEL = re.compile(
    r"^(?:[•*-]\s*)?(?P<now>(?:current|present)(?:ly)?\s+)?"
    rf"(?:{_SAID['label']})\b(?!\s*[,;)])\s*:?",
    re.IGNORECASE | re.MULTILINE,
)
_TOLD = re.compile(
    r"\b(?:I(?:['’]m| am)?|currently|presently) (?:(?:currently|now|presently) )?"
    r"(?:liv(?:e|ing)|resid(?:e|ing)|based) in\b",
    re.IGNORECASE,
)
"""What leads a home in a sentence: "I live in Galway with two dogs"."""
_BASE = re.compile(
    r"\((?:home\s+)?base(?:d\s+in|\s+in|\s*:)\s*(?P<place>[^()\n]+)\)", re.IGNORECASE
)
"""Which of several places on a line is home: "Pune and Bengaluru (base: Bengaluru)"."""
_ONCE = re.compile(
    rf"\b(?:{_SAID['childhood']})\b[^.;|]*$"
    r"|\b(?:(?:preferred|desired)\b[\w ]*[:–-]|relocat(?:e|ing|ion) to"
    r"|open to(?: (?:\w+ )?(?:in|to)\b)?)"
    r"(?-i:[A-Z][\w.'’-]*|and\b|or\b|the\b|in\b|[,:/&() ])*$",
    re.IGNORECASE,
)
"""What leads a place of childhood or of wishes, which need not be home."""
_ONCE_REACH = 80
_RESIDUE = ("City , State", "City, State")
_BEFORE = re.compile(r"(?:^|[^\w\s])\s*$")
_AFTER = re.compile(r"\.?[ \t]*(?:$|[^\w\s]|\d|(?:[A-Z]\w+ ?){1,3}:)", re.MULTILINE)


def home_mentions(
    outline: Outline, positions: Sequence[Position]
) -> Iterator[tuple[PlaceMention, PlaceMention | None]]:
    """Yield the places that may be home, the surest first, each with the place after it."""
    text = outline.text
    for (start, end), is_told in _stretches(outline, positions):
        mentions = _places(text, start, end)
        for mention, following in zip_longest(mentions, mentions[1:]):
            in_header = mention.place.city and start < outline.header_end
            if is_told or in_header or _stands_alone(text, mention.start, mention.end):
                yield mention, following


def _stretches(
    outline: Outline, positions: Sequence[Position]
) -> Iterator[tuple[tuple[int, int], bool]]:
    """Yield where homes stand, and whether the words there say that it is one."""
    text = outline.text
    header = [
        line
        for line in outline.lines[:HEADER_LINES]
        if line.start < outline.header_end and line.end - line.start <= HEADER_LONGEST
    ]
    for line in header:
        yield from ((m.span("place"), True) for m in _BASE.finditer(text, line.start, line.end))
    yield from (((line.start, line.end), False) for line in header)
    labels = list(_LABEL.finditer(text))
    yield from ((_labelled(text, label), True) for label in labels if label["now"])
    for section in outline.sections:
        if section.kind == "personal":
            yield (section.body, min(section.end, section.body + _PERSONAL_LONGEST)), False
    yield from ((_labelled(text, told), True) for told in (*labels, *_TOLD.finditer(text)))
    current = [p for p in positions if p.current]
    latest = current or sorted(positions, key=lambda p: p.finish, reverse=True)
    yield from ((place, True) for place in _of_job(outline, latest[:1]))


def _of_job(outline: Outline, jobs: Sequence[Position]) -> Iterator[tuple[int, int]]:
    """Yield the places among the pieces of a job's header, not those its account tells of."""
    for job in jobs:
        heads = (job.title_start, job.employer_start, job.period_start)
        for number in outline.lines_in(job.start, job.end):
            line = outline.lines[number]
            is_head = any(line.start <= head < line.end for head in heads if head)
            if is_head or MASKED_EMPLOYER in line.text:
                end = min(line.end, line.start + HEADER_LONGEST)
                pieces = split_header(outline.text, line.start, end)
                yield from ((p.start, line.end) for p in pieces if is_place(p.text))


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Return whether no words of another meaning stand around a place: "a US citizen"."""
    low = text.rfind("\n", 0, start) + 1
    return bool(_BEFORE.search(text[low:start]) and _AFTER.match(text, end))


def _labelled(text: str, label: re.Match[str]) -> tuple[int, int]:
    stop = text.find("\n", label.end())
    return label.end(), min(stop if stop >= 0 else len(text), label.end() + 120)


def _places(text: str, start: int, end: int) -> list[PlaceMention]:
    """Return the places that begin between two offsets, each as its whole line tells it."""
    stop = text.find("\n", end)
    if any(residue in text[start:end] for residue in _RESIDUE):
        return []
    found = find_places(text[start : stop if stop >= 0 else len(text)])
    near = [m._replace(start=m.start + start, end=m.end + start) for m in found]
    return [m for m in near if m.start < end and not _tells_childhood(text, m.start)]


def _tells_childhood(text: str, at: int) -> bool:
    low = max(text.rfind("\n", 0, at), at - _ONCE_REACH) + 1
    return _ONCE.search(text, low, at) is not None
