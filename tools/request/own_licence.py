"""Reads the licence that a job is known to have where a request does not name it: "licensed"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from tools.request.cues import WEIGHTS
from tools.request.draft import Draft, Found
from tools.request.layout import Layout
from tools.request.terms import Span, Term
from tools.vocabulary.certifications import certification_family
from tools.vocabulary.tables import parts, read_rows
from tools.vocabulary.titles import canonical_title, trades_of

_PAPER = r"(?:licen[cs]e|licensure|licensing|registration|certification|certificate)"
_HOLDS = r"(?:certified|licen[cs]ed|registered)"
_UNNAMED = re.compile(
    r"\b(?:(?:active|current|valid|clear|unrestricted|unencumbered|full|professional|state"
    rf"|clinical|relevant|appropriate|good standing)\s+){{1,4}}(?:{_PAPER}s?|{_HOLDS})\b"
    rf"|(?<=[,;(])\s*(?:fully |professionally |must be )?{_HOLDS}(?=\s*(?:[,.;)]|$))",
    re.IGNORECASE,
)
"""A licence that is asked for without a name: "active state license", "…, certified, …"."""
_OF_THE_JOB = re.compile(rf"\b{_HOLDS}\s+$", re.IGNORECASE)
_FIRST_OF_THE_JOB = re.compile(rf"{_HOLDS}\s+(?=\w)", re.IGNORECASE)
_BEFORE = 12


def read_licences(layout: Layout, draft: Draft, held: Sequence[str]) -> None:
    """Add the licence of the job where the words ask for one, and the job a licence is for."""
    _read_unnamed(layout, draft, held)
    if not layout.posting and not held and not draft.sought:
        _read_jobs(layout, draft)


def _read_unnamed(layout: Layout, draft: Draft, held: Sequence[str]) -> None:
    jobs = [value for f in draft.sought for value in f.criterion.values]
    licence = licence_of([*jobs, *held])
    named = any(_may_stand_for(licence, f) for f in draft.found)
    for start, end in _asked(layout, draft):
        effect = layout.clause_at(start).effect
        if licence and not named and effect in ("must", "nice"):
            draft.add((Term("certification", licence, start, end),), WEIGHTS[effect])
            named = True
        draft.covered.add(start, end)


def _may_stand_for(licence: str | None, found: Found) -> bool:
    """Return whether a certificate may be the licence meant: CPR is nobody's licence to nurse."""
    if found.criterion.kind != "certification":
        return False
    return bool(_kin(licence) & {k for value in found.criterion.values for k in _kin(value)})


def _kin(licence: str | None) -> set[str]:
    """Return a licence and the trade that it belongs to."""
    return {licence, certification_family(licence)} - {""} if licence else set()


def _asked(layout: Layout, draft: Draft) -> list[Span]:
    """Return where a licence is asked for that no name goes with."""
    spans = [
        m.span() for m in _UNNAMED.finditer(layout.text) if not draft.covered.touches(*m.span())
    ]
    for found in draft.sought:
        before = _OF_THE_JOB.search(layout.text, max(0, found.start - _BEFORE), found.start)
        first = _FIRST_OF_THE_JOB.match(layout.text, found.start, found.end)
        if first and _is_asked_of(layout.text[first.end() : found.end]):
            spans.append(first.span())
        elif before and not draft.covered.touches(before.start(), before.end()):
            spans.append(before.span())
    return spans


def _is_asked_of(job: str) -> bool:
    """Return whether the job has a name without "registered"; a Registered Nurse has none."""
    name = canonical_title(job)
    return name is not None and not _FIRST_OF_THE_JOB.match(name)


def _read_jobs(layout: Layout, draft: Draft) -> None:
    """Read letters that name a licence as the job of who holds it: "need an RN"."""
    for found in draft.found:
        wish = found.criterion
        title = canonical_title(layout.text[found.start : found.end])
        if wish.kind == "certification" and wish.weight == "must" and title:
            draft.add((Term("title", title, found.start, found.end),), "must")
            return


def licence_of(jobs: Iterable[str]) -> str | None:
    """Return the licence of the first of the jobs that has one."""
    table = _licences()
    return next((table[t] for job in jobs for t in trades_of(job) if t in table), None)


@cache
def _licences() -> dict[str, str]:
    return {
        occupation: row["certification"]
        for row in read_rows("job_licences.tsv")
        for occupation in parts(row["occupations"])
    }
