"""Read the level a title claims, because the same trade is hired at very different levels."""

import re

from tools.vocabulary.titles_words import phrase_key
from tools.vocabulary.word_sets import words

LEVELS = ("intern", "junior", "mid", "senior", "lead", "manager", "director", "executive")

_MODIFIERS = {
    "intern": "intern internship trainee apprentice apprenticeship praktikant praktikantin "
    "azubi auszubildender auszubildende stagiaire becario becaria extern",
    "junior": "junior entry-level entry graduate",
    "mid": "mid mid-level intermediate ii",
    "senior": "senior experienced iii iv expert",
    "lead": "lead principal head chief",
}
MODIFIER_LEVEL = {word: level for level, text in _MODIFIERS.items() for word in text.split()}

# Words that may stand before or after a title without changing which title it is.
PREFIXES = words(
    """senior junior lead principal head chief staff entry level mid intermediate assistant
    associate deputy interim acting trainee apprentice graduate experienced certified licensed"""
)
SUFFIXES = words("ii iii iv intern trainee apprentice internship")

_PLAIN = words("senior junior lead principal intern trainee apprentice")

_BELOW = frozenset(LEVELS[:2])

_EXECUTIVE = re.compile(
    r"\bchief (?:\w+ ){1,3}officer\b|\bvice president\b|\bpresident\b|\b(?:ceo|cfo|cto|cio|coo|cmo"
    r"|chro|ciso|svp|evp|avp|vp|founder|owner|vorstand)\b"
)
_DIRECTOR = re.compile(r"\b(?:director|direktor|directeur|directrice|head of)\b")
_MANAGER = re.compile(
    r"\b(?:manager|manageress|supervisor|superintendent|leiter|leiterin|responsable|gerente|jefe"
    r"|jefa|geschaftsfuhrer)\b|leiter(?:in)?\b"
)
_LEAD = re.compile(r"\b(?:lead|leader|foreman|foreperson|principal|capataz|polier)\b")
_DEPUTY = re.compile(r"^(?:assistant|deputy|associate|stellvertretender)\b")
_DEPUTISES = re.compile(
    r"\b(?:assistant|deputy|associate|stellvertretender)\b.*"
    r"\b(?:manager|director|supervisor|superintendent|controller|principal|head|leiter|president)\b"
)


def modifier_level(found: list[str]) -> str | None:
    """Return the level a modifier states outright ("senior", "trainee", "III")."""
    for word in found:
        level = MODIFIER_LEVEL.get(word)
        if level is not None:
            return level
    return None


def highest_claim(modifier: str | None, own: str | None) -> str | None:
    """Return the level of a title under a modifier: a senior manager still is a manager."""
    if modifier is None or own is None or modifier in _BELOW:
        return modifier or own
    return max(modifier, own, key=LEVELS.index)


def plain_modifier(key: str) -> str | None:
    """Return the level of a modifier that is part of a known spelling ("lead teacher")."""
    return modifier_level([word for word in key.split() if word in _PLAIN])


def worded_level(key: str) -> str | None:
    """Return the level the wording of an unknown title suggests."""
    for pattern, level in ((_EXECUTIVE, "executive"), (_DIRECTOR, "director")):
        if pattern.search(key):
            return "manager" if level == "director" and _DEPUTY.match(key) else level
    if _MANAGER.search(key):
        return "lead" if _DEPUTY.match(key) else "manager"
    if _LEAD.search(key):
        return "lead"
    return modifier_level(key.split())


def is_learner(level: str | None) -> bool:
    """Return whether a level is that of somebody who learns the trade: an intern or apprentice."""
    return level == LEVELS[0]


def is_deputy(phrase: str) -> bool:
    """Return whether a title stands in for a rank: "Assistant Store Manager"."""
    return _DEPUTISES.search(phrase_key(phrase)) is not None


def level_distance(first: str | None, second: str | None) -> int:
    """Count how many steps apart two levels are; an unstated level counts as an ordinary one."""
    usual = LEVELS.index("mid")
    left = LEVELS.index(first) if first else usual
    right = LEVELS.index(second) if second else usual
    return abs(left - right)


def levels_below(held: str | None, wanted: str | None) -> int:
    """Count how many steps a level is below the one asked for; where none is asked, none."""
    if wanted is None:
        return 0
    usual = LEVELS.index("mid")
    return max(0, LEVELS.index(wanted) - (LEVELS.index(held) if held else usual))
