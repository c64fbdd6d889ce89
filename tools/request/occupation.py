"""Decides which of the jobs a text names is the one that is sought, and at what level."""

from __future__ import annotations

from tools.criteria import Criterion, Weight
from tools.request.clauses import Clause
from tools.request.cues import WEIGHTS, find_cues
from tools.request.draft import Draft, Found
from tools.request.layout import PROSE, Layout
from tools.request.roles import role_of
from tools.request.seniority import lone_level
from tools.request.terms import Term
from tools.vocabulary.titles import title_similarity
from tools.vocabulary.titles_table import GENERIC

_SAME_TITLE = 0.97


def read_title(layout: Layout, group: tuple[Term, ...], draft: Draft) -> bool:
    """Add the titles if they are sought, and return whether their words are understood.

    A title that is avoided or dropped is only judged here; the caller weighs it.
    """
    clause = layout.clause_at(group[0].start)
    role = role_of(layout.text, clause.start, group[0].start)
    if role == "other" or (layout.posting and role != "held"):
        return False
    vague = len(layout.text) > PROSE and all(t.value in GENERIC for t in group)
    if clause.effect in ("avoid", "drop"):
        return not vague
    if draft.sought and role == "sought":
        return _said_before(group, draft)
    if vague:
        return False
    weight = WEIGHTS[clause.effect]
    if not layout.posting and not _goes_on(layout, clause, group):
        weight = _weight(clause, bool(draft.sought))
    elif not layout.posting and not draft.sought:
        weight = "must"
    draft.add(_levelled(layout, group, clause, draft), weight)
    _add_tools(layout, group, weight, draft)
    return True


def _goes_on(layout: Layout, clause: Clause, group: tuple[Term, ...]) -> bool:
    """Return whether words of a clause weigh what follows the job: "nurse CCRN preferred"."""
    start, end = group[0].start, group[-1].end
    follows = clause.cued and any(end <= t.start < clause.end for t in layout.terms)
    return follows and not find_cues(layout.text, clause.start, start)


def _weight(clause: Clause, later: bool) -> Weight:
    """Return must for the job itself, unless its own words make it a mere preference."""
    if clause.reached or (clause.effect == "nice" and not clause.cued and not later):
        return "must"
    return WEIGHTS[clause.effect]


def _said_before(group: tuple[Term, ...], draft: Draft) -> bool:
    """Return whether the title only repeats the one sought; another is somebody else's job."""
    said = [value for f in draft.sought for value in f.criterion.values]
    return all(any(title_similarity(t.value, v) >= _SAME_TITLE for v in said) for t in group)


def _levelled(
    layout: Layout, group: tuple[Term, ...], clause: Clause, draft: Draft
) -> tuple[Term, ...]:
    """Give the title the level that stands apart from it: "senior Java backend engineer"."""
    first = group[0]
    before = [f.end for f in draft.found if f.criterion.kind == "title" and f.end <= first.start]
    level = lone_level(layout.text, max([clause.start, *before]), first.start)
    if level is None or not level.name or first.value.startswith(level.name):
        return group
    draft.covered.add(level.start, level.end)
    return tuple(t._replace(value=f"{level.name} {t.value}") for t in group)


def _add_tools(layout: Layout, group: tuple[Term, ...], weight: Weight, draft: Draft) -> None:
    """Add the skills the titles are said with: "Java" of "Java developer"."""
    tools = [[s for s in layout.inside if t.start <= s.start and s.end <= t.end] for t in group]
    if len(group) == 1:
        for skill in tools[0]:
            draft.add((skill,), weight)
    elif all(tools):
        draft.add(tuple(skills[0] for skills in tools), weight)


def read_apart_level(layout: Layout, draft: Draft) -> None:
    """Read a level in a clause of its own ("underwriter, senior") as that of the one title."""
    titles = draft.sought
    if len(titles) != 1 or titles[0].criterion.any_of:
        return
    for clause in layout.clauses:
        level = lone_level(layout.text, clause.start, clause.end)
        if level is None or clause.effect != "must" or clause.start < titles[0].end:
            continue
        opens = not layout.text[clause.start : level.start].strip(" ,.(")
        if opens and not draft.covered.touches(level.start, level.end):
            _raise(draft, titles[0], level.name)
            draft.covered.add(level.start, level.end)
            return


def _raise(draft: Draft, found: Found, level: str) -> None:
    wish = found.criterion
    if level and not str(wish.value).startswith(level):
        at = draft.found.index(found)
        raised = Criterion("title", f"{level} {wish.value}", wish.weight)
        draft.found[at] = found._replace(criterion=raised)
