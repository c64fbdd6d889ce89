"""Reads jobs that are told in sentences: "Since March 2019 I have been Team Lead at …"."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from tools.candidates import Position
from tools.ingest.dates import Period
from tools.ingest.entries import titles_in

_CUE = re.compile(
    r"(?:\bI(?:['’]m|\s+(?:was|am|have\s+been|became))|\b(?:worked|work|working|back|up|hired\s+me"
    r"|joined|started|began)\b[^.;\n]{0,60}?\s(?:as)|\bbecame|\bas)\s+(?:an?\s+|the\s+|their\s+)?$"
)
_SENTENCE_END = re.compile(r"[.!?](?=\s|$)|\n")
_LONGEST = 400


def find_told_jobs(text: str, periods: Sequence[Period]) -> list[tuple[Position, Period]]:
    """Return the jobs whose title and date stand in one sentence in the first person.

    A job with one date lasts until the next one told begins, or is left at its first month.
    """
    found: list[tuple[Position, Period]] = []
    for period in periods:
        start, end = _sentence(text, period)
        if " I " not in f" {text[start:end]}" and " me " not in text[start:end]:
            continue
        for title in titles_in(text, start, end):
            if _CUE.search(text, start, title.start):
                found.append((_position(text, period, title.start, title.end, start, end), period))
                break
    return _with_finishes(found)


def _sentence(text: str, period: Period) -> tuple[int, int]:
    low = max(0, period.start - _LONGEST)
    start = max((m.end() for m in _SENTENCE_END.finditer(text, low, period.start)), default=low)
    stop = _SENTENCE_END.search(text, period.end, min(len(text), period.end + _LONGEST))
    return start, stop.end() if stop else min(len(text), period.end + _LONGEST)


def _position(
    text: str, period: Period, title_start: int, title_end: int, start: int, end: int
) -> Position:
    return Position(
        title=text[title_start:title_end],
        begin=period.begin,
        finish=period.finish,
        current=period.current,
        start=start + len(text[start:end]) - len(text[start:end].lstrip()),
        end=end,
        title_start=title_start,
        title_end=title_end,
        period_start=period.start,
        period_end=period.end,
    )


def _with_finishes(found: list[tuple[Position, Period]]) -> list[tuple[Position, Period]]:
    begins = sorted(position.begin for position, _ in found)
    told = []
    for position, period in found:
        later = [begin for begin in begins if begin > position.begin]
        if period.single and later:
            position = msgspec.structs.replace(position, finish=later[0])
            period = period._replace(finish=later[0], single=False)
        told.append((position, period))
    return told
