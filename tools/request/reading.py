"""Reads a recruiter's sentence or a job description into criteria, the same way every time."""

from __future__ import annotations

import re

import msgspec

from tools.criteria import MOST_ALTERNATIVES, Criteria, Criterion, Weight
from tools.request.clauses import Clause
from tools.request.distinct import BEHIND, distinct
from tools.request.draft import Draft, Found
from tools.request.employer import as_employer
from tools.request.homes import settled
from tools.request.job_phrase import with_phrases
from tools.request.minus import kept_out, read_kept_out
from tools.request.narrowing import narrowed_title, such_one
from tools.request.own_trade import without_own_trade
from tools.request.posting.description import read_posting
from tools.request.prepared import Prepared, prepared
from tools.request.said import as_said
from tools.request.seniority import (
    INTERN,
    Level,
    at_level,
    lone_level,
    lone_levels,
    welcomed_levels,
    welcomes,
)
from tools.request.sentence import read_clauses
from tools.request.surface import LONGEST, blank
from tools.request.unused import find_unused

MOST_WISHES = 24
"""Wishes that are kept of a request; the most telling ones stay."""

_TELLING = {
    "title": 0,
    "min_years": 1,
    "max_years": 1,
    "certification": 2,
    "location": 2,
    "language": 3,
    "education": 3,
    "skill": 4,
    "industry": 5,
    "text": 6,
}
_REFUSED = re.compile(r"\b(?:too|no more)\s+$", re.IGNORECASE)
_OF_PEOPLE = re.compile(
    r"\W*(?:$|[,.;!)]|(?:people|ones?|candidates?|staff|level|please|or|and|either)\b)",
    re.IGNORECASE,
)
"""What follows a level of people: "no senior care" refuses a kind of work."""


class Reading(msgspec.Struct, frozen=True):
    """What a request was understood to say.

    `criteria` are in order of mention; `spans` says where in the text each was read, as
    (criterion id, start, end); `unused` are the words nothing was made of; `dropped` are
    values the recruiter no longer asks for ("doesn't need Java"); `protected` are the wishes about
    age, sex, origin, names and the like that were asked for and are not searched, `attributes`
    what they are about. `trades` are the ids of the wishes for a job that nothing knows. `beyond`
    are the values that are too many to weigh, `unread` how many characters of the text too many to
    read.
    """

    criteria: Criteria = ()
    is_job_description: bool = False
    spans: tuple[tuple[str, int, int], ...] = ()
    dropped: tuple[str, ...] = ()
    protected: tuple[str, ...] = ()
    attributes: tuple[str, ...] = ()
    trades: tuple[str, ...] = ()
    beyond: tuple[str, ...] = ()
    unread: int = 0
    unused: tuple[str, ...] = ()


def read_request(text: str, *, known: Criteria = ()) -> Reading:
    """Return the criteria of a sentence, a fragment or a job description.

    `known` are the wishes already on the desk: "seniors only" then means the title they hold,
    and "ADR" what it means in that job.
    Any text is readable; one that asks for nothing gives no criteria.
    """
    ready = prepared(text)
    draft = _drafted(ready, known)
    posting = ready.posting
    unique = settled(distinct(draft.found, posting=posting), ready.text, posting=posting)
    unique = unique if posting else as_employer(unique, ready.text)
    unique = without_own_trade(unique, ready.text)
    kept, beyond = _selected(unique)
    found = as_said(kept, ready.text, posting=posting)
    found = with_phrases(found, ready.text, draft.heading)
    left = find_unused(ready.text, draft, found, goes_on=bool(known)) if ready.terse else []
    left = sorted([*ready.unread, *((ready.at(start), ready.at(end)) for start, end in left)])
    return Reading(
        criteria=tuple(f.criterion for f in found),
        is_job_description=posting,
        spans=tuple((f.criterion.id, ready.at(f.start), ready.at(f.end)) for f in found),
        dropped=tuple(dict.fromkeys(draft.dropped)),
        protected=tuple(dict.fromkeys(p.words for p in ready.protected)),
        attributes=tuple(dict.fromkeys(p.about for p in ready.protected)),
        trades=tuple(draft.trades),
        beyond=beyond,
        unread=max(0, len(ready.seen) - LONGEST),
        unused=tuple(" ".join(text[slice(*span)].split()).strip(" ,.;:()") for span in left),
    )


def _drafted(ready: Prepared, known: Criteria) -> Draft:
    """Return what the text wishes for as it stands, with what it means on the desk."""
    text = ready.text
    if ready.posting:
        return read_posting(text)
    held = [value for c in known if c.kind == "title" for value in c.values]
    signed = kept_out(text, goes_on=bool(known))
    text = blank(text, signed, " ")
    draft = read_clauses(text, held=held)
    read_kept_out(ready.text, signed, held, draft)
    draft.found.extend(_lone_level(text, draft, known))
    draft.found[:] = such_one(text, draft.found)
    narrowed = None if welcomed_levels(text) else narrowed_title(text, draft.found, known)
    draft.found[:] = [narrowed] if narrowed else draft.found
    return draft


def _lone_level(text: str, draft: Draft, known: Criteria) -> list[Found]:
    """Read "just seniors" as a wish for the title on the desk at that level, or against it.

    Interns are refused of every trade, which the reader of phrases sees to.
    """
    said = [f for f in draft.found if f.criterion.kind == "title"]
    titles = [c for c in (*known, *(f.criterion for f in said)) if c.kind == "title"]
    titles = [c for c in titles if c.weight == "must"]
    if not titles:
        return []
    found: list[Found] = []
    for clause in draft.clauses:
        for level in lone_levels(text, clause.start, clause.end) if clause.effect != "drop" else ():
            if not level.name or any(f.start <= level.start < f.end for f in said):
                continue
            refused = _is_refused(text, clause, level)
            if not _OF_PEOPLE.match(text, level.end) if refused else said or found:
                continue
            if not refused and (clause.effect == "nice" or welcomes(text, level.end)):
                continue
            if refused and level.name == INTERN:
                continue
            found.append(_at_level(titles[-1], level, "avoid" if refused else "must"))
    return found


def _is_refused(text: str, clause: Clause, level: Level) -> bool:
    before = _REFUSED.search(text, clause.start, level.start)
    return clause.effect == "avoid" or before is not None


def _at_level(title: Criterion, level: Level, weight: Weight) -> Found:
    values = (at_level(_bare(v), level.name) for v in title.values)
    return Found(Criterion("title", "", weight).of(values), level.start, level.end)


def _bare(title: str) -> str:
    level = lone_level(title, 0, len(title))
    return title[level.end :].strip() if level and level.start == 0 else title


def _selected(found: list[Found]) -> tuple[list[Found], tuple[str, ...]]:
    """Return the most telling wishes, and the values that are too many to weigh."""
    ranked = sorted(
        found,
        key=lambda f: (BEHIND[f.criterion.weight] + _TELLING[f.criterion.kind], f.start),
    )
    kept = sorted(ranked[:MOST_WISHES], key=lambda f: (f.start, f.end))
    beyond = [v for f in kept for v in f.criterion.any_of[MOST_ALTERNATIVES:]]
    beyond += [v for f in ranked[MOST_WISHES:] for v in f.criterion.values]
    return [_few(f) for f in kept], tuple(dict.fromkeys(beyond))


def _few(found: Found) -> Found:
    """Return a wish with no more alternatives than are weighed."""
    wish = found.criterion
    if len(wish.any_of) <= MOST_ALTERNATIVES:
        return found
    return found._replace(criterion=wish.of(wish.any_of[:MOST_ALTERNATIVES]))
