"""Joins what is asked for as alternatives: "Python or Go", "java/kotlin", "PHR, SHRM or CIPD"."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Literal

from tools.pattern_table import patterns
from tools.request.terms import Term
from tools.vocabulary.skills import broader, field_of

_SAID = patterns(__package__, "alternatives.tsv")
EXAMPLES = _SAID["examples"]
"""What stands before names that are only examples, of which any one will do."""
OR_SO = _SAID["or_so"]

Link = Literal["or", "and", "comma", "slash"]

_EITHER = re.compile(r"\beither\b", re.IGNORECASE)
_OR_OTHER = re.compile(rf"(?:, [\w-]+)?(?:{OR_SO.pattern})", re.IGNORECASE)
_OPENED = re.compile(r"(?:[(:]|\s-)\s*$")
_BRACKET = re.compile(r"(?:\s\w+)?\s*\(\s*")
_NEAR = 4
# One person has one job and one home, so naming two of these means either.
_EITHER_KINDS = frozenset({"title", "location"})
# A licence that serves where a skill was named counts as its alternative, and the reverse.
_ALIKE = frozenset({"skill", "certification"})


def group_alternatives(text: str, terms: list[Term]) -> list[tuple[Term, ...]]:
    """Return the terms in order, those of which any one is enough together in one group."""
    groups: list[tuple[Term, ...]] = []
    run: list[Term] = []
    links: list[Link] = []
    kind: Term | None = None
    for term in terms:
        link = _link(text, run[-1], term) if run else None
        if link is None:
            groups.extend(_partition(text, run, links, kind))
            kind = run[-1] if run else None
            run, links = [term], []
        else:
            run.append(term)
            links.append(link)
    groups.extend(_partition(text, run, links, kind))
    return groups


def _link(text: str, left: Term, right: Term) -> Link | None:
    if left.kind != right.kind and not {left.kind, right.kind} <= _ALIKE:
        return None
    gap = text[left.end : right.start]
    if _EITHER.search(gap) or len(gap) > 40:
        return None
    match = _SAID["link"].fullmatch(gap)
    if match is None:
        return None
    word = (match["word"] or "").lower()
    if word in ("or", "and/or"):
        return "or"
    if word in ("/", "|"):
        return "slash"
    if word:
        return "and"
    # "FMLA experience, PHR or SHRM" begins a new list behind its comma.
    listed = match["comma"] and left.kind == right.kind and gap.lstrip().startswith(",")
    return "comma" if listed else None


def _partition(
    text: str, run: list[Term], links: list[Link], before: Term | None
) -> list[tuple[Term, ...]]:
    """Cut a run of linked terms where the link means both."""
    if not run:
        return []
    if len(run) > 1 and (_are_examples(text, run, before) or _are_like(text, run, links)):
        return [tuple(run)]
    if run[0].kind == "skill" and EXAMPLES.search(text, max(0, run[0].start - 30), run[0].start):
        return [tuple(run)]
    if run[0].kind in _EITHER_KINDS:
        return [tuple(run)]
    joined = list(links)
    for at in range(len(joined) - 1, -1, -1):
        chosen = at and links[at - 1] == "or"  # "A or B, C or D" are two choices
        follows = joined[at + 1 : at + 2] == ["or"] and _alike(run[at], run[at + 1])
        if joined[at] == "comma" and follows and not chosen and not _stands_apart(run, at):
            joined[at] = "or"
    both = run[0].kind == "language"
    groups = [[run[0]]]
    for term, link in zip(run[1:], joined, strict=True):
        if link == "or" or (link == "slash" and not both):
            groups[-1].append(term)
        else:
            groups.append([term])
    return [tuple(group) for group in groups]


def _are_examples(text: str, run: list[Term], before: Term | None) -> bool:
    """Return whether brackets hold tools of the kind named before them: "ERP (SAP, Oracle)"."""
    if before is None or not _BRACKET.fullmatch(text[before.end : run[0].start]):
        return False
    return before.kind == "skill" and before.value in broader(run[0].value)


def _are_like(text: str, run: list[Term], links: list[Link]) -> bool:
    """Return whether a list is one of a sort of things: "(SolidWorks, CATIA or similar)".

    One that no mark opens may begin with other things: "Excel, SolidWorks, CATIA or similar".
    """
    so_on = _OR_OTHER if run[0].kind == "industry" else OR_SO
    if not so_on.match(text, run[-1].end):
        return False
    opened = _OPENED.search(text, max(0, run[0].start - _NEAR), run[0].start) is not None
    return "and" not in links and (opened or all(_alike(a, b) for a, b in pairwise(run)))


def _stands_apart(run: list[Term], at: int) -> bool:
    """Return whether a term is no choice beside two after it that do the same: SQL of BI tools.

    "SQL, Tableau or Power BI" asks for SQL and one of two programs for the same work.
    """
    if any(term.kind != "skill" for term in run[at : at + 3]) or len(run) < at + 3:
        return False
    one, two, three = (set(broader(term.value)) for term in run[at : at + 3])
    shared = two & three
    return bool(shared) and not one & shared and run[at].value not in shared


def _alike(one: Term, other: Term) -> bool:
    """Return whether two terms may be items of one choice: two tools, or skills of one field."""
    if one.kind != "skill" or other.kind != "skill":
        return True
    if one.value[:1].isupper() and other.value[:1].isupper():
        return True
    named = (_is_product(one), _is_product(other))  # accounting is no alternative to NetSuite
    return not any(named) and field_of(one.value) == field_of(other.value)


def _is_product(term: Term) -> bool:
    """Return whether a skill is written as a name: NetSuite, and not HVAC."""
    return term.value[:1].isupper() and not term.value.isupper()
