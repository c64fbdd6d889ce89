"""Reads what a request says of leading people: "has supervised workers", "manages two trainers"."""

from __future__ import annotations

import re
from bisect import bisect_left

from tools.request.bound_words import AT_LEAST
from tools.request.terms import Cover, Term
from tools.vocabulary.matcher import Mention

_LEADS = re.compile(
    r"\b(?:(?P<supervision>supervis(?:e|es|ed|ing)|manag(?:e|es|ed|ing)|overs(?:ee|ees|aw|eeing)|led"
    r"|leads|leading|lead(?= (?:an?|the|our|\d+) )|runs?(?= (?:an?|the|\d+) ))"
    r"|(?P<coaching>coach(?:es|ed|ing)?)|(?P<mentoring>mentor(?:s|ed|ing)?))\s+",
    re.IGNORECASE,
)
_TEAM = re.compile(
    r"(?:^|(?<=\()|(?<=[,;:] ))(?:teams?|crews?) of"
    rf" (?:{AT_LEAST} \d+|\d+ ?\+)|\b\d+ ?\+? direct reports\b",
    re.IGNORECASE,
)
"""A team that somebody is asked to have had, which nobody says of the one to be joined."""
_SKILLS = {"supervision": "staff supervision", "coaching": "coaching", "mentoring": "mentoring"}
_PEOPLE = re.compile(
    r"(?:(?!and\b|or\b|with\b|for\b|in\b)[\w+'-]+\s+(?:of\s+)?){0,4}?"
    r"(?:(?:teams?|crews?)(?=\s*(?:$|[,.;:)\n]|(?:of|and|or|in|at|across|with|from|through|to)\b))"
    r"|staff(?! (?:training|rota|schedul|meeting|room|discount))|workers|employees|personnel"
    r"|direct reports|subordinates|people(?! (?:data|analytics|operations))|labou?rers|agents"
    r"|supervisors|team lead(?:er)?s|line managers|apprentices|volunteers|interns|juniors"
    r"|trainers|assistants|aides|helpers|cooks|drivers|clerks|technicians|operators|cashiers|reps)\b",
    re.IGNORECASE,
)
_FAR = 40
"""Characters behind the verb within which the people are named."""
_APART = re.compile(r"[,.;:()\n]|\b(?:and|or|with|for|in|to)\b", re.IGNORECASE)


def people_led(text: str, named: list[Term], jobs: list[Mention]) -> list[Term]:
    """Return the skills of leading people that a request words as what somebody does or did."""
    taken = {
        skill: Cover(len(text), ((t.start, t.end) for t in named if t.value != skill))
        for skill in _SKILLS.values()
    }
    led = [Term("skill", _SKILLS["supervision"], *m.span()) for m in _TEAM.finditer(text)]
    for verb in _LEADS.finditer(text):
        end = _people_end(text, verb.end(), jobs)
        skill = _SKILLS[str(verb.lastgroup)]
        if end is not None and not taken[skill].touches(verb.start(), end):
            led.append(Term("skill", skill, verb.start(), end))
    return led


def _people_end(text: str, start: int, jobs: list[Mention]) -> int | None:
    """Return where the people end whom the verb before `start` is about, None if it is not."""
    if people := _PEOPLE.match(text, start, start + _FAR + 20):
        return people.end()
    at = bisect_left(jobs, start, key=lambda m: m.start)
    if at == len(jobs) or jobs[at].start - start > _FAR:
        return None
    job = jobs[at]
    several = text[job.start : job.end].casefold().endswith("s")
    return job.end if several and not _APART.search(text, start, job.start) else None
