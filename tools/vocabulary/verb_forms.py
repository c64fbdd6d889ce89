"""Bends English verbs as they are said of somebody: "fix", "fixes", "fixing", "fixed"."""

from __future__ import annotations

import re
from functools import cache

from tools.vocabulary.tables import parts, read_rows

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
    if told := _irregular().get(verb):
        forms = (forms - {f"{verb}ed", f"{verb}d"}) | set(told)
    return forms


def irregular_forms(word: str) -> frozenset[str]:
    """Return the forms of the irregular verb a word is a form of, none where it is of no such."""
    return _of_irregular().get(word, frozenset())


@cache
def _irregular() -> dict[str, tuple[str, ...]]:
    return {row["verb"]: parts(row["forms"]) for row in read_rows("verb_forms.tsv")}


@cache
def _of_irregular() -> dict[str, frozenset[str]]:
    """Return each form with its whole family, of a noun and its verb where no ending tells."""
    verbs = [verb_forms(verb) - _OTHER_WORDS for verb in _irregular()]
    nouns = [frozenset(parts(row["forms"])) for row in read_rows("deed_nouns.tsv")]
    return {form: family for family in (*verbs, *nouns) for form in family}
