"""Tells deeds from names: skills worded as deeds ("who can weld"), and jobs that are verbs here."""

from __future__ import annotations

import re

from tools.request.terms import Cover, Term
from tools.vocabulary.deeds import find_deeds
from tools.vocabulary.matcher import Mention
from tools.vocabulary.skills import canonical_skill
from tools.vocabulary.verb_forms import verb_forms

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
_SELLS = verb_forms("sell")
_BUILDS = verb_forms("build")
"""What is called after these is a thing: who builds code writes no building codes."""
_SHORT = 250
"""Characters of a request up to which what is done tells the trade of its words."""
_OBJECT = 4
"""Characters behind a verb within which its object names the skill better: "drive a forklift"."""
_THINGS = frozenset({"plant"})
"""Words that name a thing more often than a deed: "plant knowledge"."""
_CONSONANT_E = re.compile(r"[^aeiou\W]e$")
_DOUBLED = re.compile(r"[^aeiou\W][aeiou][bdgmnprt]$")

_VERB_BEFORE = re.compile(r"\b(?:who|to|can|could|will)\s+(?:also\s+)?$", re.IGNORECASE)
_BEHIND_VERB = re.compile(
    r"\s+(?!(?:with|in|for|from|of|at|on|and|or|by|near|who|that|which|is|are|to|as|plus)\b)[a-z]"
)
_VERB_JOINED = re.compile(r"\b(?:and|or)\s+$", re.IGNORECASE)
_BEHIND_JOINED = re.compile(
    r"\s+(?:the|for (?:them|us|others)|an?(?!\s+(?:plus|bonus|must|big|advantage|asset))"
    r"|our|their|its|his|her|my|this)(?!\w)"
)
_DOER = re.compile(r"(?:er|or|ist|ian|ant|man|men|clerk|chef)s?$")
"""How a job ends that is no verb as well."""


def is_done(text: str, job: Mention) -> bool:
    """Return whether a word that names a job says here what somebody does: "and models a risk"."""
    word = text[job.start : job.end]
    if not word.isalpha() or not word.islower() or _DOER.search(word):
        return False
    before = max(0, job.start - 12)
    if _VERB_BEFORE.search(text, before, job.start):
        return _BEHIND_VERB.match(text, job.end) is not None
    joined = _VERB_JOINED.search(text, before, job.start)
    return joined is not None and _BEHIND_JOINED.match(text, job.end) is not None


def deeds_in(text: str, named: list[Term]) -> list[Term]:
    """Return the skills that a request words as deeds: "who can weld"."""
    taken = Cover(len(text), ((t.start, t.end) for t in named))
    deeds = [
        m
        for words in (_DOES, _DOES_SO)
        for m in words.finditer(text)
        if not taken.touches(m.start("verb"), m.end() + _OBJECT)
    ]
    told = [(*_skill_of(m["verb"]), m) for m in deeds]
    return [
        Term("skill", skill, m.start("verb"), m.end())
        for skill, alike, m in told
        if skill and (alike or not _has_object(text, m.start("verb")))
    ]


def _skill_of(verb: str) -> tuple[str | None, bool]:
    """Return the skill a verb names, and whether it is called so: to weld is welding."""
    named = ((canonical_skill(gerund), gerund) for gerund in gerunds(verb))
    skill, gerund = next(((s, g) for s, g in named if s), (None, ""))
    return skill, skill is not None and gerund.casefold() in skill.casefold()


def _has_object(text: str, start: int) -> bool:
    """Return whether a deed says by its object what is done: who draws blood draws no pictures."""
    return any(deed.start == start for deed in find_deeds(text, start, len(text)))


def skill_of_deed(words: str) -> str | None:
    """Return the skill called after a deed: automotive sales, or car sales, of "sells cars"."""
    verb, _, done_to = words.partition(" ")
    if verb.casefold() in _BUILDS:
        return None
    named = [f"{done_to.removesuffix('s')} sales"] if verb.casefold() in _SELLS else []
    bases = (verb, verb.removesuffix("s"), verb.removesuffix("es"))
    named += [gerund for base in bases for gerund in gerunds(f"{base} {done_to}")]
    return next(filter(None, map(canonical_skill, named)), None) if done_to else None


def trades_of(text: str) -> list[str]:
    """Return the trades of what a short request says is done."""
    if len(text) > _SHORT:
        return []
    return [title for deed in find_deeds(text, 0, len(text)) for title in deed.titles]


def gerunds(words: str) -> list[str]:
    """Return how what somebody does may be called as a skill: "weld" is welding."""
    verb, space, rest = words.partition(" ")
    if verb.endswith("ing") or verb.casefold() in _THINGS:
        return []
    stems = [verb]
    if _CONSONANT_E.search(verb):
        stems.append(verb[:-1])
    elif _DOUBLED.search(verb):
        stems.append(verb + verb[-1])
    return [f"{stem}ing{space}{rest}" for stem in stems]
