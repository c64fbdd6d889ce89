"""Bends English verbs as they are said of somebody: "fix", "fixes", "fixing", "fixed"."""

from __future__ import annotations

import re
from functools import cache

_IRREGULAR = {
    "break": "broke|broken",
    "build": "built",
    "buy": "bought",
    "catch": "caught",
    "cut": "cut",
    "deal": "dealt",
    "do": "did|done",
    "draw": "drew|drawn",
    "drive": "drove|driven",
    "feed": "fed",
    "fight": "fought",
    "find": "found",
    "fly": "flew|flown",
    "get": "got",
    "give": "gave|given",
    "grind": "ground",
    "grow": "grew|grown",
    "hang": "hung",
    "hold": "held",
    "keep": "kept",
    "land": "landed",
    "lay": "laid",
    "lead": "led",
    "lend": "lent",
    "make": "made",
    "pay": "paid",
    "put": "put",
    "ride": "rode|ridden",
    "ring": "rang|rung",
    "run": "ran",
    "see": "saw|seen",
    "sell": "sold",
    "send": "sent",
    "set": "set",
    "sew": "sewed|sewn",
    "shoot": "shot",
    "show": "showed|shown",
    "sow": "sowed|sown",
    "speak": "spoke|spoken",
    "sweep": "swept",
    "take": "took|taken",
    "teach": "taught",
    "win": "won",
    "write": "wrote|written",
}
_OTHER_WORDS = frozenset({"ground", "saw", "found", "rung"})
"""Forms that are mostly something else."""
_HISSES = re.compile(r"(?:s|x|z|ch|sh|o)$")
_CONSONANT_Y = re.compile(r"[^aeiou]y$")
_DOUBLES = re.compile(r"(?:^|[^aeiou])[aeiou][bdgklmnprt]$")
"""How a short verb ends whose last letter may be doubled: "planning", "fitted", "modelling"."""


def verb_forms(verb: str) -> frozenset[str]:
    """Return the forms of a verb; only the first word of "look after" is bent."""
    head, space, rest = verb.partition(" ")
    return frozenset(f"{form}{space}{rest}" for form in _bent(head))


def _bent(verb: str) -> set[str]:
    forms = {verb}
    if _CONSONANT_Y.search(verb):
        forms |= {f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb}ing"}
    elif _HISSES.search(verb):
        forms |= {f"{verb}es", f"{verb}ed", f"{verb}ing"}
    elif verb.endswith("e"):
        forms |= {f"{verb}s", f"{verb}d", f"{verb[:-1]}ing", f"{verb}ing"}
    else:
        forms |= {f"{verb}s", f"{verb}ed", f"{verb}ing"}
    if _DOUBLES.search(verb):
        forms |= {f"{verb}{verb[-1]}ed", f"{verb}{verb[-1]}ing"}
    if told := _IRREGULAR.get(verb):
        forms = (forms - {f"{verb}ed", f"{verb}d"}) | set(told.split("|"))
    return forms


def irregular_forms(word: str) -> frozenset[str]:
    """Return the forms of the irregular verb a word is a form of, none where it is of no such."""
    return _of_irregular().get(word, frozenset())


@cache
def _of_irregular() -> dict[str, frozenset[str]]:
    families = [verb_forms(verb) - _OTHER_WORDS for verb in _IRREGULAR]
    return {form: family for family in families for form in family}
