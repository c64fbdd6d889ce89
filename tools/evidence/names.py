"""Tells the name of a skill from a part of a longer one, and from other words of its letters."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tools.candidates import Candidate
from tools.evidence.finding import Span
from tools.vocabulary.everyday_names import is_abbreviation, is_everyday, is_of_their_field
from tools.vocabulary.skills import broader

_JOINED = re.compile(r"\s(?:and|&)\s", re.IGNORECASE)


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
    if " " in skill and _JOINED.match(person.text, place[1]):
        return False
    return any(
        f.start <= place[0] and place[1] <= f.end and f.end - f.start > place[1] - place[0]
        for f in person.profile.skills
        if skill != f.value and skill not in broader(f.value)
    )
