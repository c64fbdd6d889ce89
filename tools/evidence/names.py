"""Tells the name of a skill from a part of a longer one, and from other words of its letters."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tools.candidates import Candidate
from tools.evidence.finding import Span
from tools.vocabulary.everyday_names import is_abbreviation, is_everyday, is_of_their_field
from tools.vocabulary.skills import broader
from tools.vocabulary.trade_words import of_no_trade

_JOINED = re.compile(r"\s(?:and|&)\s", re.IGNORECASE)
_NEAR = 20


def own_places(person: Candidate, places: Iterable[Span], skill: str) -> tuple[Span, ...]:
    """Return the places that name a skill itself: the Java of "Java Script" is no Java.

    An everyday word names none, since where it does so it was read out as a fact; letters do where
    somebody has other skills of their field.
    """
    if is_everyday(skill):
        spelled = tuple(s for s in places if person.text[slice(*s)] == skill)
        meant = is_abbreviation(skill) and is_of_their_field(
            skill, (fact.value for fact in person.profile.skills)
        )
        return spelled if meant else ()
    return tuple(s for s in places if not _is_of_another(person, s, skill))


def _is_of_another(person: Candidate, place: Span, skill: str) -> bool:
    """Return whether a longer name holds the place, and is no two joined: "product design and"."""
    (start, end), skills = place, person.profile.skills
    around = [f for f in skills if f.start <= start and end <= f.end]
    near = person.text[max(0, start - _NEAR) : end + _NEAR]
    if not around and of_no_trade(person.text[start:end], near):
        return True
    if " " in skill and _JOINED.match(person.text, end):
        return False
    longer = (f.value for f in around if f.end - f.start > end - start)
    return any(skill != value and skill not in broader(value) for value in longer)
