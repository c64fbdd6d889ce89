"""Turns the clauses of a text into weighed wishes: names, alternatives and years."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tools.criteria import Weight
from tools.request.alternatives import group_alternatives
from tools.request.cues import WEIGHTS
from tools.request.draft import Draft, Found
from tools.request.experience import bounds, means_that_role, subject_of
from tools.request.implied_titles import (
    cover_deeds,
    implied_titles,
    objects_of,
    read_implied_title,
    without_objects,
)
from tools.request.joined import join_examples, join_listed
from tools.request.layout import Layout, lay_out
from tools.request.occupation import read_apart_level, read_title
from tools.request.own_licence import read_licences
from tools.request.terms import Cover, Term
from tools.request.unknown_items import with_unknown_items
from tools.request.unnamed import read_unnamed
from tools.request.years import YearsAsked

_OR = re.compile(r",? or (?:an? |some )?", re.IGNORECASE)
MERELY = re.compile(
    r"\b(?:pure(?:ly)?|only|just|mere(?:ly)?|solely|too)\b(?:\s+an?)?\s*(?:\w+\s*){0,3}$",
    re.IGNORECASE,
)
"""Words that keep out those who are nothing else, which no résumé shows."""


def read_clauses(
    text: str,
    default: Weight = "must",
    *,
    posting: bool = False,
    typed: bool = True,
    held: Sequence[str] = (),
) -> Draft:
    """Return the wishes of a text whose clauses weigh `default` unless they say otherwise.

    In a `posting` only the years may name a title, and an upper bound of years is no must. One not
    `typed` for the search speaks of much, so that its words must show what they name; `held` are
    the jobs the text belongs to without naming them.
    """
    draft = Draft(covered=Cover(len(text)))
    if not text.strip():
        return draft
    layout = lay_out(text, default, posting, typed, held)
    draft.clauses = layout.clauses
    for start, end in layout.of_others:
        draft.covered.add(start, end)
    if not layout.clauses:
        return draft
    deeds = implied_titles(layout, held)
    objects = objects_of(layout, deeds)
    terms = without_objects(layout.terms, objects)
    layout = layout._replace(terms=with_unknown_items(text, terms))
    before: tuple[Term, ...] = ()
    for group in group_alternatives(text, layout.terms):
        for part in _same_weight(layout, group):
            _read_group(layout, part, draft, instead=_instead(text, before, part))
        before = group
    read_licences(layout, draft, held)
    _read_years(layout, draft, held)
    read_apart_level(layout, draft)
    cover_deeds(layout, deeds, objects, draft)
    read_unnamed(layout, draft)
    read_implied_title(layout, deeds, draft)
    join_examples(text, draft)
    join_listed(text, draft)
    return draft


def _same_weight(layout: Layout, group: tuple[Term, ...]) -> list[tuple[Term, ...]]:
    """Cut a group where the weight changes: "nurses, no managers"."""
    parts: list[list[Term]] = []
    effect = None
    for term in group:
        before, effect = effect, layout.clause_at(term.start).effect
        if parts and effect == before:
            parts[-1].append(term)
        else:
            parts.append([term])
    return [tuple(part) for part in parts]


def _instead(text: str, before: tuple[Term, ...], group: tuple[Term, ...]) -> bool:
    """Return whether a skill is named to do as well as the job before it: "pilot or flight ops"."""
    if not before or before[-1].kind != "title" or group[0].kind != "skill":
        return False
    return _OR.fullmatch(text, before[-1].end, group[0].start) is not None


def _read_group(layout: Layout, group: tuple[Term, ...], draft: Draft, *, instead: bool) -> None:
    effect = layout.clause_at(group[0].start).effect
    effect = "nice" if instead and effect == "must" else effect
    start = group[0].start
    if effect == "avoid" and MERELY.search(layout.text, max(0, start - 30), start):
        return
    if group[0].kind == "title" and not read_title(layout, group, draft):
        return
    draft.cover(group)
    if group[0].kind == "title" and effect != "avoid" and effect != "drop":
        return
    if effect == "drop":
        draft.dropped.extend(t.value for t in group)
    elif effect == "avoid":
        for term in group:
            draft.add((term,), "avoid")
    else:
        draft.add(group, WEIGHTS[effect])


def _read_years(layout: Layout, draft: Draft, held: Sequence[str]) -> None:
    for asked in layout.years:
        draft.covered.add(asked.start, asked.end)
        effect = layout.clause_at(asked.start).effect
        if effect == "drop":
            draft.dropped.append("experience")
        if effect not in ("must", "nice"):
            continue
        weight = WEIGHTS[effect]
        subject = subject_of(layout.text, asked, layout.terms)
        most: Weight = "nice" if layout.posting else weight
        about = subject.value if subject and not _one_of_several(subject, draft) else ""
        about = about or _job_spoken_of(layout, asked, draft, held)
        for wish in bounds(asked, about, weight, most):
            draft.found.append(Found(wish, asked.start, asked.end))


def _one_of_several(subject: Term, draft: Draft) -> bool:
    """Return whether years in something count in another as well: "5 years in Go or Java"."""
    return any(subject.value in f.criterion.any_of for f in draft.found)


def _job_spoken_of(layout: Layout, asked: YearsAsked, draft: Draft, held: Sequence[str]) -> str:
    """Return the one job that "3 years in that role" is about, or an empty string."""
    if not means_that_role(layout.text, asked):
        return ""
    said = [f.criterion for f in draft.found if f.criterion.kind == "title" and f.start < asked.end]
    jobs = [value for c in said if c.weight != "avoid" for value in c.values] or list(held)
    return jobs[0] if len(jobs) == 1 else ""
