"""Finds traits where a request says them of the people it seeks: before a job, or as a demand."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from tools.pattern_table import patterns
from tools.request.protected.traits import said
from tools.request.protected.wish import PIECES
from tools.vocabulary.matcher import Mention

Span = tuple[int, int]

_SAID = patterns(__package__, "people_sought.tsv", PIECES)
_BEFORE = 40
"""Characters before a trait that may tell of whom it is said."""


def said_of_people(text: str, jobs: Sequence[Mention]) -> Iterator[Span]:
    """Yield where a text says a trait of the people it seeks, with the words that demand it."""
    taken = [(job.start, job.end) for job in jobs]
    for found in _matches(text, jobs):
        if not _within(found.start("told"), taken):
            yield found.span() if found.re not in _silent() else found.span("told")


def _matches(text: str, jobs: Sequence[Mention]) -> Iterator[re.Match[str]]:
    told = _patterns()
    yield from (m for m in told["chain"].finditer(text) if _before_job(text, m, jobs))
    for name in ("folk", "surely"):
        yield from (m for m in told[name].finditer(text) if not _worked_with(text, m.start()))
    yield from (m for m in told["be"].finditer(text) if _is_of_somebody(text, m, jobs))
    for name in ("not", "only", "piece", "bracket", "somebody"):
        yield from told[name].finditer(text)
    if jobs and not _SAID["of_things"].search(text):
        yield from told["colour"].finditer(text)
    behind = (told["behind"].match(text, job.end) for job in jobs)
    yield from (m for m in behind if m)


def names_things(text: str) -> bool:
    """Return whether a text speaks of things or work that go by the words of traits: red wine."""
    return bool(_SAID["of_work"].search(text) or _SAID["of_things"].search(text))


def _silent() -> tuple[re.Pattern[str], ...]:
    """Return the patterns in which what stands beside the trait says something else."""
    return _patterns()["behind"], _patterns()["somebody"]


def _worked_with(text: str, start: int) -> bool:
    return _SAID["worked_with"].search(text[max(0, start - _BEFORE) : start]) is not None


def _within(at: int, spans: Sequence[Span]) -> bool:
    """Return whether the name of a job holds the words: a straight truck driver."""
    return any(start <= at < end for start, end in spans)


def _before_job(text: str, told: re.Match[str], jobs: Sequence[Mention]) -> bool:
    """Return whether a job follows, and one of the traits is said of people who do one."""
    end = told.end()
    if not _patterns()["before_job"].search(text, told.start("told"), end):
        return False
    between = _SAID["between"].match(text, end)
    start = between.end() if between else end
    if start == end:
        return False
    at = bisect_left(jobs, end, key=lambda job: job.start)
    return (at < len(jobs) and jobs[at].start <= start) or _SAID["a_job"].match(
        text, start
    ) is not None


def _is_of_somebody(text: str, found: re.Match[str], jobs: Sequence[Mention]) -> bool:
    """Return whether what must be so is a person: a kitchen may have to be white."""
    if re.match(r"who\b", found.group(), re.IGNORECASE):
        return True
    start = found.start()
    if _SAID["of_somebody"].search(text[max(0, start - _BEFORE) : start]):
        return True
    return any(job.end <= start and not text[job.end : start].strip() for job in jobs)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    """Return how traits are said of people, which is read once a text has one: it is much."""
    told = {sense.upper(): said(sense) for sense in ("told", "beside", "alone", "always")}
    return patterns(__package__, "said_of_people.tsv", {**PIECES, **told})
