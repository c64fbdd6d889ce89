"""Finds traits where a request says them of the people it seeks: before a job, or as a demand."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from tools.request.protected.traits import said
from tools.request.protected.wish import NOT_OR_RATHER
from tools.vocabulary.matcher import Mention

Span = tuple[int, int]

FOLK = (
    r"(?:m[ae]n|wom[ae]n|people|persons?|candidates?|applicants?|ones?|guys?|girls?|boys?|ladies"
    r"|lady|gentlem[ae]n|folks?|individuals?|workers?|employees?|staff|professionals?|males?"
    r"|females?|nationals?|talents?|profiles?|hires?)"
)
_ARTICLES = (
    r"(?:\s+(?:any|an?|the|too|also|very|openly|really|rather|quite|either|only|not|just)){0,3}"
)
UNWANTED = (
    r"(?:\b(?:(?:i|we)\s+)?(?:do\s+not|don'?t|never)\s+(?:want|need|hire|show(?:\s+me)?|like"
    r"|consider|send(?:\s+me)?|include)|\b(?:no|not|non|never|without|except(?:\s+for)?"
    rf"|exclud(?:e|ing)|avoid(?:ing)?|rather\s+not)){_ARTICLES}\s+"
)
"""Words that keep people out; they go with the trait, or else would keep out whoever remains."""
WANTED = (
    rf"\b(?:only|just|exclusively|prefer(?:ably|red|ring)?|ideally|either|practi[sc]ing){_ARTICLES}"
    r"\s+"
)
BE = (
    r"(?:\b(?:who|that|which)\s+)?(?:\b(?:must|should|shall|may|can|could|will|has\s+to|have\s+to"
    r"|needs?\s+to|ought\s+to)\s*(?:not|n'?t|never)?\s+be|\b(?:can't|cannot|mustn't|shouldn't)\s+be"
    r"|\b(?:(?:not\s+)?to\s+|not\s+)?be|\b(?:is|are)(?:n't|nt|\s+not)?|\bbeing|'s|'re)"
    rf"{_ARTICLES}\s+"
)
_NATURE = (
    r"(?:faith|religion|beliefs?|denomination|origin|race|ethnicity|descent|complexion|skin"
    r"|values|ethos|lifestyle|upbringing|morals|principles|background(?!\s+checks?))"
)
_TAIL = rf"(?:\s+(?:{NOT_OR_RATHER}|ideally|required|needed)){{0,3}}"
_END = (
    r"(?=\s*(?:$|[.,;:!?)\n\]/]|(?:and|or|but|with|who|that|in|from|near|around|at|for|please"
    r"|having|as)\b))"
)
_PIECE = r"(?:(?<=[,;.\n(/])|(?<=\s-)|^)\s*"
_COLOUR = r"(?:non-?)?(?:whites?|blacks?)"
OF_THINGS = re.compile(
    r"\b(?:wines?|sommeliers?|red|rosé|beers?|teas?|coffee|chocolate|pepper|paint\w*|print\w*"
    r"|photo\w*|film\w*"
    r"|colou?rs?|hair\w*|inks?|belts?|hats?|suits?|shirts?|shoes|ties?|uniforms?|dress\w*|cars?"
    r"|vans?|box\w*"
    r"|gr[ae]y|blue|green|yellow|brown|gold|silver|marble|tiles?|finish\w*|walls?|linens?"
    r"|furniture|metals?)\b",
    re.IGNORECASE,
)
"""What has a colour where no person is meant: "sommelier, white, red"."""
_SOMEBODY = r"(?:someone|somebody|anyone|anybody|people|persons?|candidates?|applicants?)"
_AND = r"(?:\s*,\s*(?:(?:and|or)\s+)?|\s*/\s*|\s+(?:(?:and|or|but|&)\s+)?)"
_OF_SOMEBODY = re.compile(
    r"(?:^|[,;.:\n(!?]|\s-|\b(?:and|but|or|who|that|he|she|they|candidates?|people|applicants?"
    r"|someone|somebody|anyone|anybody|everyone|one|ones|person|persons|nobody)\b)\s*$",
    re.IGNORECASE,
)
_WORKED_WITH = re.compile(
    r"\b(?:work(?:ing|s|ed)?|experience[ds]?|care|caring|cared|support|services?|help|advice"
    r"|skills?"
    r"|training|coaching|deals?|dealing|classes|programs?|good|patient)\s+(?:with|for|of|to|among)"
    r"\s+(?:\w+\s+)?$|\b(?:supporting|supports|teaching|teaches|helping|helps|treating|treats"
    r"|serving"
    r"|serves|assisting|assists|coaching|representing|represents|counsell?ing|advising|advises"
    r"|for|among)\s+$",
    re.IGNORECASE,
)
"""What stands before people whom the work is for."""
_BEFORE = 40
"""Characters before a trait that may tell of whom it is said."""
_BETWEEN = re.compile(
    r"(?:[\s,/&]+|(?:and|or|but|senior|junior|lead|head|experienced|skilled|qualified|certified"
    r"|licensed|registered|good|great|professional|talented|local|part-time|full-time|young"
    r"|older)\b){0,8}",
    re.IGNORECASE,
)
_A_JOB = re.compile(
    rf"(?!{FOLK}\b)(?:[a-z]{{2,}}(?:ers?|ors?|ists?|ians?|ants?|m[ae]n|wom[ae]n)|models?){_END}",
    re.IGNORECASE,
)
"""A job that no vocabulary knows, by its ending."""


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
    if jobs and not OF_THINGS.search(text):
        yield from told["colour"].finditer(text)
    behind = (told["behind"].match(text, job.end) for job in jobs)
    yield from (m for m in behind if m)


def _silent() -> tuple[re.Pattern[str], ...]:
    """Return the patterns in which what stands beside the trait says something else."""
    return _patterns()["behind"], _patterns()["somebody"]


def _worked_with(text: str, start: int) -> bool:
    return _WORKED_WITH.search(text[max(0, start - _BEFORE) : start]) is not None


def _within(at: int, spans: Sequence[Span]) -> bool:
    """Return whether the name of a job holds the words: a straight truck driver."""
    return any(start <= at < end for start, end in spans)


def _before_job(text: str, told: re.Match[str], jobs: Sequence[Mention]) -> bool:
    """Return whether a job follows, and one of the traits is said of people who do one."""
    end = told.end()
    if not _patterns()["before_job"].search(text, told.start("told"), end):
        return False
    between = _BETWEEN.match(text, end)
    start = between.end() if between else end
    if start == end:
        return False
    at = bisect_left(jobs, end, key=lambda job: job.start)
    return (at < len(jobs) and jobs[at].start <= start) or _A_JOB.match(text, start) is not None


def _is_of_somebody(text: str, found: re.Match[str], jobs: Sequence[Mention]) -> bool:
    """Return whether what must be so is a person: a kitchen may have to be white."""
    if re.match(r"who\b", found.group(), re.IGNORECASE):
        return True
    start = found.start()
    if _OF_SOMEBODY.search(text[max(0, start - _BEFORE) : start]):
        return True
    return any(job.end <= start and not text[job.end : start].strip() for job in jobs)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    any_trait, before_job, alone, surely = (said(s) for s in ("told", "beside", "alone", "always"))

    def several(one: str) -> str:
        return rf"(?P<told>{one}(?:{_AND}{one}){{0,5}})"

    lead = rf"(?:{UNWANTED}|{WANTED}|{BE}|\bof\s+){{0,3}}"
    spelled = {
        "chain": rf"{lead}{several(any_trait)}",
        "before_job": before_job,
        "folk": rf"{lead}{several(any_trait)}\s+(?:{FOLK}|{_NATURE})\b(?!'){_TAIL}",
        "surely": rf"{lead}{several(surely)}(?:\s+{FOLK}\b)?{_TAIL}",
        "bracket": rf"\(\s*{several(any_trait)}{_TAIL}\s*\)",
        "somebody": rf"\b{_SOMEBODY}\s+{several(any_trait)}{_TAIL}{_END}",
        "be": rf"(?:{BE})(?:{UNWANTED}|{WANTED})?{several(any_trait)}{_TAIL}{_END}",
        "not": rf"(?:{UNWANTED}|{WANTED}){several(any_trait)}{_TAIL}{_END}",
        "only": rf"{several(any_trait)}\s+{NOT_OR_RATHER}{_END}",
        "colour": rf"{_PIECE}(?P<told>{_COLOUR}){_TAIL}\s*(?:$|(?=[.,;\n)]))",
        "piece": rf"{_PIECE}{several(alone)}{_TAIL}{_END}",
        "behind": rf"\s+{several(alone)}{_TAIL}{_END}",
    }
    return {name: re.compile(pattern, re.IGNORECASE) for name, pattern in spelled.items()}
