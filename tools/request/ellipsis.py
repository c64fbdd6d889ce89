"""Spells out titles that share their last word: "victim or domestic violence advocate"."""

from __future__ import annotations

import re

from tools.request.seniority import levelled_title
from tools.request.terms import Term
from tools.vocabulary.titles import canonical_title, is_generic

_BEFORE_OR = re.compile(
    r"(?:(?<=\s)|(?<=^)|(?<=[(:/]))(?P<words>[\w&'-]+(?: [\w&'-]+){0,2})(?: or |\s?/\s?)(?:an? )?$",
    re.IGNORECASE,
)
_LONGEST = 60
"""Characters before a title within which the one that shares its last word is looked for."""


def spelled_out(text: str, terms: list[Term]) -> list[Term]:
    """Return the terms with "farm" of "farm or agricultural manager" read as a farm manager.

    A choice of tools before one title ("Python or Go developers") stays a choice of tools.
    """
    added = [found for at in range(len(terms)) if (found := _shared(text, terms, at))]
    left = [t for t in terms if not any(a.start < t.end and t.start < a.end for a in added)]
    return sorted([*left, *added], key=lambda t: (t.start, t.end)) if added else terms


def _shared(text: str, terms: list[Term], at: int) -> Term | None:
    title = terms[at]
    surface = text[title.start : title.end]
    if title.kind != "title" or " " not in surface:
        return None
    before = _BEFORE_OR.search(text, max(0, title.start - _LONGEST), title.start)
    if before is None:
        return None
    head = surface.rsplit(None, 1)[-1]
    start, end = before.span("words")
    while start < end:
        words = text[start:end]
        name = canonical_title(f"{words} {head}")
        if name and not is_generic(name):
            inside = any(t.kind == "title" and t.start < end and start < t.end for t in terms)
            return None if inside else Term("title", levelled_title(words, name), start, end)
        _, space, rest = words.partition(" ")
        start = end - len(rest) if space else end
    return None
