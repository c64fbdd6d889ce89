"""Knows how English bends a word: what stays of it, and how its other forms go on."""

from __future__ import annotations

import re
from functools import lru_cache

from tools.vocabulary.tables import parts
from tools.vocabulary.verb_forms import irregular_forms

_SUFFIXES = parts("ations|ation|ments|ment|ings|ing|ies|ers|ed|es|er|s|y|e")
_ENDINGS = ["s", "ed", "ing", "ings", "er", "ers"]
_LONG_ENDINGS = parts("or|ors|d|r|rs|ly|al|able|ance|ive|ion|ions|ation|ations|ment|ments|ement")
_AFTER_E = frozenset(["e", "ed", "er", "ers", "es", "ing", "ings", "ation", "ations"])
_AFTER_MUTE_E = frozenset(["e", "ed", "er", "ers", "ing", "ings"])
_AFTER_Y = frozenset(["y", "ies"])
_AFTER_ER = frozenset(["er", "ers"])
_ER_VERBS = ["ered", "ering", "ery", "eries"]
_MAKING = re.compile(r"[a-z]{2,}if(?:y|ies|ied)")
_MADE = "y|ies|ied|ying|ier|iers|ication|ications"
_DONE = "e|es|ed|ing"
"""How a deed goes on that a noun in "-ion" names: an inspection is inspected."""
_OF_A_DEED = re.compile(r"[a-z]+(?:ion|ance)s?")
_SHORT = re.compile(r"(?:qu|[^aeiouy])*[aeiouy][bcdfgklmnprstvz]")
"""One syllable that ends so: its last letter is doubled before an ending, or an e is left out."""
_ALWAYS_DOUBLE = frozenset("lsfz")
"""Letters that end a word doubled, be it bent or not: fill, pass, staff."""
_LONG, _SURE = 5, 6
"""Letters of a stem from which it takes further endings, and from which any."""


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Return a crude stem: what English inflection leaves alone, at least three letters long."""
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 3:
            return word[: -len(suffix)]
    return word


def ways_of(word: str) -> list[tuple[str, str]]:
    """Return how the forms of a word may begin, each with how it goes on: "sell", "sold"."""
    deeds = dict(deeds_of(word))
    return [_inflected(word), *((f, "") for f in sorted(irregular_forms(word)) if f not in deeds)]


def deeds_of(word: str) -> list[tuple[str, str]]:
    """Return how the verb of a noun begins and goes on, which says it of an object alone."""
    if not _OF_A_DEED.fullmatch(word):
        return []
    deed = word.removesuffix("s").removesuffix("ion")
    told = deed != word.removesuffix("s") and len(deed) >= _LONG
    verbs = [form for form in sorted(irregular_forms(word)) if not _OF_A_DEED.fullmatch(form)]
    return [*((form, "") for form in verbs), *([(deed, _DONE)] if told else [])]


def _inflected(word: str) -> tuple[str, str]:
    """Return how a word begins as English inflects it, and a pattern for how it may go on.

    Weld, welder; part, not party: the shorter a stem, the fewer endings make the same word of it.
    """
    base = stem(word)
    cut = word[len(base) :]
    if (cut == "y" and base[-1] in "aeou") or (cut == "s" and base[-1] == "s"):
        base, cut = word, ""  # "deploy" keeps its y, and "boss" is one.
    if _MAKING.fullmatch(word):  # "verifies" is about a verification.
        return word[: word.rindex("if") + 2], _MADE
    if cut in _AFTER_Y and len(base) < _SURE:
        return base, "y|ies|ied"
    doubled = base[-2:-1] == base[-1] and cut not in ("", "s")
    if _SHORT.fullmatch(base):
        return base, "|".join(_short_forms(base, cut))
    if doubled and _SHORT.fullmatch(base[:-1]) and base[-1] not in _ALWAYS_DOUBLE:
        return base[:-1], "|".join(_short_forms(base[:-1], ""))
    endings = _long_forms(base, cut)
    if doubled and not _SHORT.fullmatch(base[:-1]):  # "controlled" is about a control.
        return base[:-1], f"(?:{base[-1]})?(?:{'|'.join(endings)})"
    return base, "|".join(endings)


def _long_forms(base: str, cut: str) -> list[str]:
    """Return how any other stem goes on; what ends in "er" may be a verb that ends so."""
    endings = [*_ENDINGS, f"{re.escape(base[-1])}(?:ed|ing|ings|er|ers)"]
    if cut != "e":
        endings.append("")
    if cut in _AFTER_E or base[-1] in "sxzh":
        endings += ["e", "es"]
    if cut in _AFTER_ER:  # "delivers" is no plural of a person.
        endings += _ER_VERBS
    if len(base) >= _LONG:
        endings += _LONG_ENDINGS
    if len(base) >= _SURE:
        endings += ["y", "ies", "e", "es", ""]
    return endings


def _short_forms(base: str, cut: str) -> list[str]:
    """Return how a short stem goes on: a plan is planned, and what is timed takes time."""
    if cut in _AFTER_MUTE_E or (cut == "es" and base[-1] not in "sz"):
        verbs = _ER_VERBS if cut in _AFTER_ER else []
        return ["e", "es", "ed", "ing", "ings", "er", "ers", *verbs]
    return ["", "s", "es", f"{re.escape(base[-1])}(?:ed|ing|ings|er|ers)"]
