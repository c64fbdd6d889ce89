"""Makes a short wish of what a posting says at length: its object, or nothing at all."""

from __future__ import annotations

from tools.pattern_table import word_lists

_MOST_WORDS = 4
"""Words of a wish that a person reads at a glance and a résumé may show."""
_READABLE = 5
"""Words up to which a phrase is left as it stands."""
_SHORT = 3
_WORDS = word_lists(__package__, "terse.tsv")
_VERBS, _DOING, _TO_ITS_OBJECT = _WORDS["done"], _WORDS["doing"], _WORDS["links"]
_POINTLESS, _LEFT_OVER = _WORDS["empty"], _WORDS["loose"]
"""Words that say nothing, and what a phrase ends with whose object is gone: "running"."""
_PARTICLES = frozenset({"up", "out", "over", "down", "off"})
"""What belongs to a verb before its object: "set up new lines"."""
_JOINS = frozenset({"and", "or", "&"})


def terse(words: str) -> str:
    """Return a phrase that is short, else its object in two to four of its words, else ""."""
    said = words.split()
    if len(said) <= _READABLE:
        return " ".join(_without_empty_edges(said))
    said = _after_verbs(said)
    if len(said) > _SHORT:
        pivots = [at for at, word in enumerate(said) if word.casefold() in _DOING]
        said = _after_verbs(said[pivots[-1] + 1 :]) if pivots else said
    if len(said) > _MOST_WORDS:
        pivots = [at for at, word in enumerate(said) if word.casefold() in _TO_ITS_OBJECT]
        said = said[pivots[-1] + 1 :] if pivots else said
    said = _first_of_two(_trimmed(said))
    return " ".join(said) if 2 <= len(said) <= _MOST_WORDS else ""


def _after_verbs(said: list[str]) -> list[str]:
    """Drop what is done at the beginning: "Evaluate", "Lead and mentor a small"."""
    at = 0
    while at < len(said) and said[at].casefold() in _VERBS | _DOING:
        at += 1
        at += at < len(said) and said[at].casefold() in _PARTICLES
        if at + 1 < len(said) and said[at].casefold() in _JOINS:
            at += said[at + 1].casefold() in _VERBS | _DOING
    return _trimmed(said[at:])


def _first_of_two(said: list[str]) -> list[str]:
    """Return the first of two things that are long together: "agentic frameworks and …"."""
    joints = [at for at, word in enumerate(said) if word.casefold() in _JOINS and at >= 2]
    return said[: joints[0]] if len(said) > _MOST_WORDS and joints else said


def _trimmed(said: list[str]) -> list[str]:
    while said and said[0].casefold() in _POINTLESS | _TO_ITS_OBJECT | _JOINS:
        said = said[1:]
    while said and said[-1].casefold() in _POINTLESS | _TO_ITS_OBJECT | _JOINS | _DOING:
        said = said[:-1]
    return said


def _without_empty_edges(said: list[str]) -> list[str]:
    """Drop "every" before and "and meet" behind what a short phrase is about."""
    while said and said[0].casefold() in _POINTLESS:
        said = said[1:]
    while said and said[-1].casefold() in _LEFT_OVER | _POINTLESS | _TO_ITS_OBJECT | _JOINS:
        said = said[:-1]
    return said
