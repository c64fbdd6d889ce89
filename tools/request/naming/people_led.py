"""Reads what a request says of leading people: "has supervised workers", "manages two trainers"."""

from __future__ import annotations

import re
from bisect import bisect_left

from tools.pattern_table import patterns
from tools.request.bound_words import AT_LEAST
from tools.request.terms import Cover, Term
from tools.vocabulary.matcher import Mention

_SAID = patterns(__package__, "people_led.tsv", {"AT_LEAST": AT_LEAST})

_SKILLS = {"supervision": "staff supervision", "coaching": "coaching", "mentoring": "mentoring"}
_FAR = 40
"""Characters behind the verb within which the people are named."""
_APART = re.compile(r"[,.;:()\n]|\b(?:and|or|with|for|in|to)\b", re.IGNORECASE)


def people_led(text: str, named: list[Term], jobs: list[Mention]) -> list[Term]:
    """Return the skills of leading people that a request words as what somebody does or did."""
    taken = {
        skill: Cover(len(text), ((t.start, t.end) for t in named if t.value != skill))
        for skill in _SKILLS.values()
    }
    led = [Term("skill", _SKILLS["supervision"], *m.span()) for m in _SAID["team"].finditer(text)]
    for verb in _SAID["leads"].finditer(text):
        end = _people_end(text, verb.end(), jobs)
        skill = _SKILLS[str(verb.lastgroup)]
        if end is not None and not taken[skill].touches(verb.start(), end):
            led.append(Term("skill", skill, verb.start(), end))
    return led


def _people_end(text: str, start: int, jobs: list[Mention]) -> int | None:
    """Return where the people end whom the verb before `start` is about, None if it is not."""
    if people := _SAID["people"].match(text, start, start + _FAR + 20):
        return people.end()
    at = bisect_left(jobs, start, key=lambda m: m.start)
    if at == len(jobs) or jobs[at].start - start > _FAR:
        return None
    job = jobs[at]
    several = text[job.start : job.end].casefold().endswith("s")
    return job.end if several and not _APART.search(text, start, job.start) else None
