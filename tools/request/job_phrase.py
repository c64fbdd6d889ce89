"""Keeps the phrase that a job was named in: its title with what stands beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tools.evidence.wording import content_stems
from tools.request.clauses import sentences
from tools.request.draft import Found
from tools.request.filler import FILLER
from tools.request.said import trimmed
from tools.request.terms import Span

LONGEST_PHRASE = 120
"""Characters of a phrase that are kept."""
_HEADING = 100
"""Characters up to which the sentence of a posting that names the job is its heading."""
_BREAK = re.compile(
    r"[,:;(\[|\"]|\s[-–—]+\s|\b(?:with|who|whose|that|which|having|must|needs?|wanted|based|instead|rather|not|no"
    r"|like|such as|similar to|comparable to|resembling|named|called"
    r"|to (?:be|help|join|lead|manage|own|run|support|work))\b",
    re.IGNORECASE,
)
_LABEL = re.compile(r":\s")
_ASIDE = frozenset({"location", "min_years", "max_years", "language", "education"})
"""Kinds of wish that say nothing of the work, and where a phrase therefore ends."""


def with_phrases(found: Sequence[Found], text: str, heading: Found | None) -> list[Found]:
    """Return the wishes, each title with the phrase it was named in where that says more.

    The job of a posting is named in its `heading`, wherever else it is said again.
    """
    aside = [(f.start, f.end) for f in found if f.criterion.kind in _ASIDE]
    told = []
    for each in found:
        if each.criterion.kind == "title" and each.criterion.weight != "avoid":
            around = _heading(text, heading) if heading else _unbroken(text, each)
            each = _named(each, _without_filler(text, around, heading or each, aside))
            heading = None
        told.append(each)
    return told


def _named(each: Found, phrase: str) -> Found:
    """Return the title with its phrase, unless that says no more than its values do."""
    wish = each.criterion
    known = {stem for value in wish.values for stem in content_stems(value)}
    if known.issuperset(content_stems(phrase)):
        return each
    return each.wishing(phrase=phrase)


def _heading(text: str, title: Found) -> Span:
    """Return the line or sentence that names the job of a posting, or of a long one a stretch."""
    start, end = _sentence(text, title)
    labels = [m.end() for m in _LABEL.finditer(text, start, title.start)]
    start = labels[-1] if labels else start
    return (start, end) if end - start <= _HEADING else _unbroken(text, title)


def _unbroken(text: str, title: Found) -> Span:
    """Return the stretch around a title that no mark and no "with" breaks."""
    start, end = _sentence(text, title)
    before = [m.end() for m in _BREAK.finditer(text, start, title.start)]
    after = _BREAK.search(text, title.end, end)
    return (before[-1] if before else start), (after.start() if after else end)


def _sentence(text: str, title: Found) -> Span:
    spans = (s for s in sentences(text) if s[0] <= title.start < s[1])
    return next(spans, (title.start, title.end))


def _without_filler(text: str, around: Span, title: Found, aside: Sequence[Span]) -> str:
    """Return the words around a title, up to a place or another thing that is no work."""
    left = max((e for _, e in aside if around[0] < e <= title.start), default=around[0])
    right = min((s for s, _ in aside if title.end <= s < around[1]), default=around[1])
    start, end = trimmed(text, left, max(right, title.end), title, _says_nothing)
    return " ".join(text[start:end].split())[:LONGEST_PHRASE]


def _says_nothing(word: str) -> bool:
    return word.casefold() in FILLER or word.isdigit()
