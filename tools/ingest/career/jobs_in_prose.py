"""Reads jobs that are told in sentences: "Since March 2019 I have been Team Lead at …"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from tools.ingest.career.entries import titles_in
from tools.ingest.career.title_shapes import names_a_job
from tools.ingest.dates.periods import Period
from tools.ingest.fragments import Fragment

_CUE = re.compile(
    r"(?:\bI(?:['’]m|\s+(?:was|am|have\s+been|became))|\b(?:worked|work|working|back|up|hired\s+me"
    r"|joined|started|began)\b[^.;\n]{0,60}?\s(?:as)|\bbecame|\bas)\s+(?:an?\s+|the\s+|their\s+)?$"
)
_DIRECT = re.compile(
    r",?\s+(?:there\s+)?(?:(?:at|with|for)\s+[A-Z][^.;:,\n]{1,60},?\s+)?(?:from\s+|\()?", re.DOTALL
)
_NOT = re.compile(r"\b(?:not|never|no)\b|n['’]t\b", re.IGNORECASE)
_CAPITALS = re.compile(r"[A-Z][\w/&-]*(?:\s[A-Z][\w/&-]*){0,5}")
_STAYED = re.compile(
    r"\bI\s+(?:stayed|remained|left|worked\s+there|was\s+there)\b[^.;,\n]{0,40}\s$"
)
_SENTENCE_END = re.compile(r"[.!?](?=\s|$)|\n")
_LONGEST = 400


class Told(NamedTuple):
    """A job that a sentence tells, and where the sentence stands."""

    period: Period
    title: Fragment
    start: int
    end: int


def find_told_jobs(text: str, periods: Sequence[Period]) -> list[Told]:
    """Return the jobs whose title and date stand in one sentence in the first person.

    A job with one date lasts until somebody "stayed until" or the next one told begins, or is left
    at its first month. A title right before both its dates needs no first person.
    """
    found: list[Told] = []
    for period in periods:
        if period.single and found and _STAYED.search(text, found[-1].end, period.start):
            found[-1] = _ended(found[-1], period)
            continue
        start, end = _sentence(text, period)
        title = _title(text, period, start, end)
        if title:
            start += len(text[start:end]) - len(text[start:end].lstrip())
            found.append(Told(period, Fragment(text[slice(*title)], *title), start, end))
    return _with_finishes(found)


def _title(text: str, period: Period, start: int, end: int) -> tuple[int, int] | None:
    """Return where the sentence names the job that the period dates."""
    titles = [(title.start, title.end) for title in titles_in(text, start, end)]
    if not period.single and period.finish:
        direct = [t for t in titles if _DIRECT.fullmatch(text, t[1], period.start)]
        if direct:
            return direct[0]
    if " I " not in f" {text[start:end]}" and " me " not in text[start:end]:
        return None
    titles += [found.span() for found in _CAPITALS.finditer(text, start, end)]
    for low, high in sorted(titles, key=lambda t: (t[0], -t[1])):
        if _CUE.search(text, start, low) and names_a_job(text[low:high]):
            denied = period.since and _NOT.search(text, high, period.start)
            return None if denied else (low, high)
    return None


def _ended(job: Told, end: Period) -> Told:
    """Return a job told with one date as over by another one."""
    if not job.period.single or end.finish < job.period.begin:
        return job
    return job._replace(period=job.period._replace(finish=end.finish, single=False))


def _sentence(text: str, period: Period) -> tuple[int, int]:
    low = max(0, period.start - _LONGEST)
    start = max((m.end() for m in _SENTENCE_END.finditer(text, low, period.start)), default=low)
    stop = _SENTENCE_END.search(text, period.end, min(len(text), period.end + _LONGEST))
    return start, stop.end() if stop else min(len(text), period.end + _LONGEST)


def _with_finishes(found: Sequence[Told]) -> list[Told]:
    """Return the jobs, each told with one date as over where the next one begins."""
    told = []
    for job in found:
        later = [other.period.begin for other in found if other.period.begin > job.period.begin]
        if job.period.single and later:
            job = job._replace(period=job.period._replace(finish=min(later), single=False))
        told.append(job)
    return told
