"""Finds skills that a request words as deeds: "who can weld", "who bakes bread"."""

from __future__ import annotations

import re

from tools.request.terms import Cover, Term
from tools.vocabulary.skills import canonical_skill

_PARTICLE = r"(?:up|out|off|over|down|back|on|in)\b"
"""What makes another verb of one: who draws up contracts draws none."""
_DOES = re.compile(
    rf"\b(?:can|could|able to|how to)\s+(?:also\s+)?(?P<verb>[a-z]{{3,}})\b(?!\s+{_PARTICLE})",
    re.IGNORECASE,
)
_DOES_SO = re.compile(
    rf"\bwho (?:also |really |already )?(?P<verb>[a-z]{{3,}}?)(?:es|s)\b(?!\s+{_PARTICLE})",
    re.IGNORECASE,
)
_OBJECT = 4
"""Characters behind a verb within which its object names the skill better: "drive a forklift"."""
_CONSONANT_E = re.compile(r"[^aeiou\W]e$")
_DOUBLED = re.compile(r"[^aeiou\W][aeiou][bdgmnprt]$")


def deeds_in(text: str, named: list[Term]) -> list[Term]:
    """Return the skills that a request words as deeds: "who can weld"."""
    taken = Cover(len(text), ((t.start, t.end) for t in named))
    deeds = [
        m
        for words in (_DOES, _DOES_SO)
        for m in words.finditer(text)
        if not taken.touches(m.start("verb"), m.end() + _OBJECT)
    ]
    told = [(next(filter(None, map(canonical_skill, gerunds(m["verb"]))), None), m) for m in deeds]
    return [Term("skill", skill, m.start("verb"), m.end()) for skill, m in told if skill]


def gerunds(words: str) -> list[str]:
    """Return how what somebody does may be called as a skill: "weld" is welding."""
    verb, space, rest = words.partition(" ")
    if verb.endswith("ing"):
        return []
    stems = [verb]
    if _CONSONANT_E.search(verb):
        stems.append(verb[:-1])
    elif _DOUBLED.search(verb):
        stems.append(verb + verb[-1])
    return [f"{stem}ing{space}{rest}" for stem in stems]
