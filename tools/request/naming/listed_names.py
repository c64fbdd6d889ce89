"""Reads a name as what it means among the names listed beside it: "Playwright or Cypress"."""

from __future__ import annotations

import re

from tools.request.terms import Term
from tools.vocabulary.certifications import canonical_certification
from tools.vocabulary.skills import canonical_skill, field_of
from tools.vocabulary.titles import canonical_title

# Said alone it means software, unlike "business developer" or "land developer".
DEVELOPER = "Software Developer"
DEVELOPERS = re.compile(
    r"(?<!business )(?<!property )(?<!land )(?<!estate )(?<!product )(?<!curriculum )\b"
    r"(?:(?:senior|junior|lead|sr\.?|jr\.?) )?"
    r"developers?\b",
    re.IGNORECASE,
)
LISTED = re.compile(r"\s*(?:,|/|&|(?:,\s*)?(?:or|and)\b)\s*", re.IGNORECASE)
_OR = re.compile(r" or (?:an? )?", re.IGNORECASE)


def as_listed(text: str, terms: list[Term]) -> list[Term]:
    """Return the terms, each that names several things as the one that its neighbours are."""
    return _as_titles(text, _as_tools(text, _as_certificates(text, terms)))


def split_titles(text: str, kept: list[Term], inside: list[Term]) -> tuple[list[Term], list[Term]]:
    """Read "Python or Go developers" as developers with either, not as Go developers."""
    opening = {s.start: s for s in inside}
    parts: list[Term] = []
    split: set[int] = set()
    for at, term in enumerate(kept):
        skill = opening.get(term.start) if term.kind == "title" and at else None
        if skill is None or not LISTED.fullmatch(text[kept[at - 1].end : term.start]):
            parts.append(term)
            continue
        head = text[skill.end : term.end].strip()
        name = DEVELOPER if DEVELOPERS.fullmatch(head) else canonical_title(head)
        if kept[at - 1].kind != "skill" or kept[at - 1].value == skill.value or name is None:
            parts.append(term)
            continue
        split.add(skill.start)
        start = term.end - len(head)
        parts += [skill._replace(inside=False), Term("title", name, start, term.end)]
    return parts, [s for s in inside if s.start not in split]


def _as_certificates(text: str, terms: list[Term]) -> list[Term]:
    """Read letters that name a job and a licence as the licence beside one: "CPA or CMA"."""
    spelled = any(t.kind == "title" and not text[t.start : t.end].isupper() for t in terms)
    read = []
    for at, term in enumerate(terms):
        surface = text[term.start : term.end]
        if term.kind == "title" and surface.isupper():
            name = canonical_certification(surface)
            licensed = any(t.kind == "certification" for t in _beside(text, terms, at))
            if name and (spelled or licensed):
                term = term._replace(kind="certification", value=name)
        read.append(term)
    return read


def _as_tools(text: str, terms: list[Term]) -> list[Term]:
    """Read the job of "Playwright or Cypress" as the tool it also names."""
    read = []
    for at, term in enumerate(terms):
        surface = text[term.start : term.end]
        tool = canonical_skill(surface) if term.kind == "title" and surface.isalpha() else None
        if tool and tool[0].isupper():
            skills = [t.value for t in _beside(text, terms, at) if t.kind == "skill"]
            if any(field_of(skill) == field_of(tool) for skill in skills):
                term = Term("skill", tool, term.start, term.end)
        read.append(term)
    return read


def _as_titles(text: str, terms: list[Term]) -> list[Term]:
    """Read what stands beside a job as the job it also names: "CNA or aide", "or illustrator"."""
    read: list[Term] = []
    for at, term in enumerate(terms):
        after = terms[at + 1] if at + 1 < len(terms) else None
        if term.kind == "certification" and after and after.kind == "title":
            name = canonical_title(text[term.start : term.end])
            if name and _OR.fullmatch(text[term.end : after.start]):
                term = Term("title", name, term.start, term.end)
        if term.kind == "skill" and read and read[-1].kind == "title":
            name = canonical_title(text[term.start : term.end])
            if name and _OR.fullmatch(text[read[-1].end : term.start]):
                term = Term("title", name, term.start, term.end)
        read.append(term)
    return read


def _beside(text: str, terms: list[Term], at: int) -> list[Term]:
    """Return the terms that are listed right before and right behind one."""
    others = (i for i in (at - 1, at + 1) if 0 <= i < len(terms))
    gaps = ((terms[i], text[terms[min(i, at)].end : terms[max(i, at)].start]) for i in others)
    return [term for term, gap in gaps if LISTED.fullmatch(gap)]
