"""Reads the job a posting is for, its heading or the first title it names, and its field."""

from __future__ import annotations

import re

from tools.criteria import Criterion
from tools.request.clauses import sentences
from tools.request.draft import Found
from tools.request.naming.ellipsis import spelled_out
from tools.request.naming.name_terms import name_terms
from tools.request.seniority import levelled_title
from tools.request.terms import Term
from tools.vocabulary.matcher import Mention
from tools.vocabulary.titles import canonical_title, find_titles, occupation_of
from tools.vocabulary.titles_table import GENERIC

_MOST_WORDS_OF_TITLE = 6
_LEAD = re.compile(
    r"[\s#*]*(?:job (?:description|title|posting)|position(?: title)?|title|vacancy|role|hiring"
    r"|wanted|we are (?:hiring|looking for|seeking))"
    r"\s*:?\s*(?:an?\s+)?",
    re.IGNORECASE,
)
_HEAD_END = re.compile(r"[.,;(|]|\s-\s|\b(?:for|at|to|with|who|based)\b")
_TRADE = re.compile(
    r"(?:\s*[,(]\s*|\s+(?:in|for|of)\s+(?:an? )?)(?P<trade>[A-Za-z][\w&'-]+(?: [\w&'-]+){0,2})\s*"
    r"(?=[.,;)\n]|$)"
)
_OR = re.compile(r"\s*(?:/|\||\bor\b)\s*(?:an? )?", re.IGNORECASE)
_ASIDE = re.compile(
    r"\([^)]*\)|\b(?:bilingual|m/[fw]/d|full[- ]time|part[- ]time)\b", re.IGNORECASE
)
_SAYS = re.compile(r"\b(?:we|us|our|you|is|are|it)\b", re.IGNORECASE)
"""What makes a first line a sentence, which is no name of a job."""
_FAR_IN = 40
"""Characters into a heading up to which its title begins."""

_MOST_OF_A_HEADING = 10
"""Words behind the title up to which a heading names its field and tells no story."""
_BESIDE = re.compile(r"\s*(?:[,|]|\s-)\s*(?=\w)")


def posting_title(text: str) -> Found | None:
    """Return the job the posting is for: its heading, or the first title it names."""
    lead = _LEAD.match(text)
    start = lead.end() if lead else len(text) - len(text.lstrip("# \n,"))
    stop = text.find("\n", start)
    head = text[start : stop if stop >= 0 else len(text)][:200]
    named = find_titles(head)
    near = next((m for m in named if m.start <= _FAR_IN), None)
    if near and near.name in GENERIC:  # "Senior Manager - Digital Solutions (C++ Developer)"
        near = next((m for m in named if m.name not in GENERIC), near)
    if near:
        return _found(text, start, spelled_out(head, _alternatives(head, near, named)))
    plain = _ASIDE.sub(lambda m: " " * len(m.group()), head)
    words = _HEAD_END.split(plain, maxsplit=1)[0].strip(" #:*;-")
    if (
        (lead or stop >= 0)
        and not _SAYS.search(words)
        and 0 < len(words.split()) <= _MOST_WORDS_OF_TITLE
    ):
        at = start + plain.index(words)
        return Found(Criterion("title", words), at, at + len(words))
    first = next(iter(find_titles(text[:2000])), None)
    return _found(text, 0, [Term("title", first.name, first.start, first.end)]) if first else None


def tools_of(text: str, title: Found) -> list[Found]:
    """Return the skills a title is said with: "Java" of "Java Developer"."""
    terms = name_terms(text[title.start : title.end])
    return [
        Found(Criterion("skill", t.value), title.start + t.start, title.start + t.end)
        for t in terms
        if t.inside
    ]


def of_its_heading(text: str, found: list[Found], title: Found) -> list[Found]:
    """Make a must of the field that a heading names behind its job: "General Manager, Health Club".

    A heading says in a few words what all of the job is about; what it puts in brackets are
    examples, and "for a …" tells who hires.
    """
    stop = next((end for start, end in sentences(text) if end >= title.end), 0)
    named = _BESIDE.match(text, title.end) is not None
    if not named or len(text[title.end : stop].split()) > _MOST_OF_A_HEADING:
        return found
    field = stop if (bracket := text.find("(", title.end, stop)) < 0 else bracket
    return [
        f.wishing(weight="must")
        if f.criterion.kind in ("skill", "industry")
        and f.criterion.weight == "nice"
        and title.end <= f.start < field
        else f
        for f in found
    ]


def _alternatives(head: str, near: Mention, named: list[Mention]) -> list[Term]:
    """Return the job with each one that is named as good: "Administrator / Receptionist"."""
    jobs = [Term("title", _in_its_trade(head, near.end, near.name), near.start, near.end)]
    if closer := _closer(head, near):
        jobs.append(closer)
    for other in named:
        behind = other.start >= jobs[-1].end and other.name not in GENERIC
        if behind and _OR.fullmatch(head[jobs[-1].end : other.start]):
            jobs.append(Term("title", other.name, other.start, other.end))
    return jobs


def _in_its_trade(head: str, end: int, name: str) -> str:
    """Return the title of "Project Manager, commercial construction" as its trade calls it."""
    spelled = (canonical_title(f"{trade} {name}") for trade in _trades(head, end))
    return next(filter(None, spelled), name)


def _closer(head: str, job: Mention) -> Term | None:
    """Return the closer name of "Senior Financial Analyst, FP&A": a Senior FP&A Analyst.

    What is spelled out is where the job is done: "Registered Nurse, Intensive Care Unit".
    """
    if head[job.end : job.end + 3].strip()[:1] not in (",", "("):
        return None
    last = job.name.split()[-1]
    letters = (trade for trade in _trades(head, job.end) if trade.isupper())
    named = (canonical_title(f"{trade} {last}") for trade in letters)
    same = (t for t in named if t and t != job.name and occupation_of(t) == occupation_of(job.name))
    title = next(same, None)
    if title is None:
        return None
    level = levelled_title(head[job.start : job.end], job.name).removesuffix(job.name)
    return Term("title", f"{level}{title}", job.end, job.end)


def _trades(head: str, end: int) -> list[str]:
    """Return what is said behind a title of its trade, from its first word on and from later."""
    behind = _TRADE.match(head, end)
    words = behind["trade"].split() if behind else []
    return [" ".join(words[at:]) for at in range(len(words))]


def _found(text: str, offset: int, jobs: list[Term]) -> Found:
    """Return the wish for any of the jobs named from an offset of the text on."""
    levelled = (
        levelled_title(text[offset + j.start : offset + j.end], j.value)
        if j.end > j.start
        else j.value
        for j in jobs
    )
    return Found(Criterion("title", "").of(levelled), offset + jobs[0].start, offset + jobs[-1].end)
