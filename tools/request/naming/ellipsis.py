"""Spells out names that share a word: "medical biller / coder", "Series 6 or 63"."""

from __future__ import annotations

import re

from tools.request.seniority import levelled_title
from tools.request.terms import Term
from tools.vocabulary.certifications import canonical_certification
from tools.vocabulary.skills import canonical_skill
from tools.vocabulary.titles import canonical_title, is_generic

_WORDS = r"(?:(?<=\s)|(?<=^)|(?<=[(:/]))(?P<words>[\w&'-]+(?: [\w&'-]+){0,2})"
_AND_OR = re.compile(rf"{_WORDS}(?: or (?:an? )?| and |\s?[/&]\s?)$", re.IGNORECASE)
_SERIES = re.compile(
    r"\b(?P<series>series)\s+\d{1,2}(?P<more>(?:[\s,/&]{1,4}(?:(?:or|and)\s{1,2})?\d{1,2}\b)+)",
    re.IGNORECASE,
)
_OR_BEHIND = re.compile(
    r"(?: or (?:an? )?|\s?/\s?)(?P<words>[\w&'-]+(?: [\w&'-]+){0,2}?)"
    r"(?=\s*(?:$|[,.;:()\n]|-\s)|\s(?:with|who|for|in|at|from|near|needed|wanted)\b)",
    re.IGNORECASE,
)
_LONGEST = 60
"""Characters before a name within which the one that shares its last word is looked for."""


def spelled_out(text: str, terms: list[Term]) -> list[Term]:
    """Return the terms with "farm" of "farm or agricultural manager" read as a farm manager.

    A choice of tools before one title ("Python or Go developers") stays a choice of tools.
    """
    shared = (s for term in terms for s in (_shared(text, terms, term), _behind(text, terms, term)))
    added = [found for found in shared if found]
    left = [t for t in terms if not any(a.start < t.end and t.start < a.end for a in added)]
    return sorted([*left, *added], key=lambda t: (t.start, t.end)) if added else terms


def numbered(text: str) -> list[Term]:
    """Return the further licences of a series that is named once: "Series 6 or 63"."""
    numbers = (
        (m["series"], more.group(), m.start("more") + more.start(), m.start("more") + more.end())
        for m in _SERIES.finditer(text)
        for more in re.finditer(r"\d+", m["more"])
    )
    named = ((canonical_certification(f"{s} {n}"), start, end) for s, n, start, end in numbers)
    return [Term("certification", name, start, end) for name, start, end in named if name]


def _shared(text: str, terms: list[Term], term: Term) -> Term | None:
    """Return the name whose last word is that of the term behind it."""
    surface = text[term.start : term.end]
    if term.kind not in ("title", "skill") or " " not in surface:
        return None
    before = _AND_OR.search(text, max(0, term.start - _LONGEST), term.start)
    if before is None:
        return None
    last = surface.rsplit(None, 1)[-1]
    start, end = before.span("words")
    while start < end:
        words = text[start:end]
        if name := _named(term, words, last):
            inside = any(t.kind == term.kind and t.start < start < t.end for t in terms)
            named = any(t.kind == "title" and t.start < end and start < t.end for t in terms)
            return None if inside or named else Term(term.kind, name, start, end)
        _, space, rest = words.partition(" ")
        start = end - len(rest) if space else end
    return None


def _behind(text: str, terms: list[Term], term: Term) -> Term | None:
    """Return the job named behind another, by itself or by its words: "medical biller / coder"."""
    after = _OR_BEHIND.match(text, term.end) if term.kind == "title" else None
    if after is None:
        return None
    start, end = after.span("words")
    known = (t for t in terms if t.kind == "title" and not is_generic(t.value))
    if any(t.start < end and start < t.end for t in known):
        return None
    said = text[term.start : term.end].split()
    spelled = [
        after["words"],
        *(" ".join([*said[:n], after["words"]]) for n in range(1, len(said))),
    ]
    names = (canonical_title(words) for words in reversed(spelled))
    name = next((n for n in names if n and not is_generic(n) and n != term.value), None)
    return Term("title", levelled_title(after["words"], name), start, end) if name else None


def _named(term: Term, words: str, last: str) -> str | None:
    if term.kind == "skill":
        if words[:1].isupper() and " " not in words and canonical_skill(words):
            return None  # "Lean or Six Sigma" names two
        name = canonical_skill(f"{words} {last}")
        return None if name == term.value else name
    name = canonical_title(f"{words} {last}")
    return levelled_title(words, name) if name and not is_generic(name) else None
