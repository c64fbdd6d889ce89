"""Looks for the words of what is to be avoided where nothing of it was found."""

from __future__ import annotations

from collections.abc import Iterator

from tools.candidates import Candidate
from tools.criteria import Criterion
from tools.evidence.finding import UNCLEAR, Finding, Span
from tools.evidence.held_jobs import is_among, names_a_job
from tools.evidence.names import own_places
from tools.evidence.wording import owned_places
from tools.vocabulary.everyday_names import is_respelled
from tools.vocabulary.industries import industry_names
from tools.vocabulary.titles_seniority import modifier_level
from tools.vocabulary.titles_words import lemma

_STRENGTH = 0.5
"""What a trace counts: half of the thing itself."""
_MOST = 3


def _names_of(wish: Criterion) -> tuple[str, ...]:
    """Return the phrases that name an avoided thing, in the singular."""
    named = [name for value in wish.values for name in (value, *industry_names(value))]
    phrases = named if wish.kind == "industry" else [*wish.values]
    names = dict.fromkeys(_singular(p) for p in (*phrases, wish.said) if p.strip())
    return tuple(name for name in names if wish.kind != "skill" or not is_respelled(name))


def trace_of(person: Candidate, wish: Criterion) -> Finding:
    """Return the places that name an avoided thing: titles and employers first, then the rest.

    A title is looked for in titles alone: whoever reports to a manager is none; and none is where a
    level is said, which may be outgrown. A field of study is no field worked in.
    """
    if wish.kind == "title" and any(modifier_level(v.casefold().split()) for v in wish.values):
        return UNCLEAR
    studied = [(d.start, d.end) for d in person.profile.education]
    said = [s for s in _places(person, wish) if not is_among(s, studied)]
    first = [s for s in said if names_a_job(person, s)]
    rest = [s for s in said if s not in first] if wish.kind != "title" else []
    if not first and not rest:
        return UNCLEAR
    note = "" if first else "named in passing"
    return Finding("partly", _STRENGTH, tuple((*first, *rest)[:_MOST]), note)


def _places(person: Candidate, wish: Criterion) -> Iterator[Span]:
    for phrase in _names_of(wish):
        owned = owned_places(person.text, phrase)
        yield from own_places(person, owned, phrase) if wish.kind == "skill" else owned


def _singular(phrase: str) -> str:
    *before, last = phrase.split()
    return " ".join((*before, lemma(last) if last.islower() else last))
