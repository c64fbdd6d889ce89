"""Read what a job title says: the title known for it, the trade, the level, and how surely."""

from functools import lru_cache
from typing import NamedTuple

from tools.vocabulary.titles_find import title_inside
from tools.vocabulary.titles_seniority import (
    PREFIXES,
    SUFFIXES,
    highest_claim,
    modifier_level,
    plain_modifier,
    worded_level,
)
from tools.vocabulary.titles_served import without_superior
from tools.vocabulary.titles_table import GENERIC, Hit, title_table
from tools.vocabulary.titles_words import masculine, phrase_key
from tools.vocabulary.word_sets import words as words_in

_INEXACT = 0.92
_GENERIC_TRUST = 0.45
_WHERE_OR_WHEN = words_in("floor shift night day evening weekend line area senior junior")
"""What stands inside a title without changing it: a Warehouse Floor Supervisor supervises one."""


class Trade(NamedTuple):
    """What is known of a job: thousands of titles share a few hundred of these."""

    title: str | None
    occupation: str | None
    level: str | None
    trust: float


class Reading(NamedTuple):
    """What a phrase says about a job, and the key under which it is compared by its words."""

    key: str
    trade: Trade


@lru_cache(maxsize=32768)
def reading_of(phrase: str) -> Reading:
    """Return what a phrase says about a job."""
    key = phrase_key(phrase)
    return Reading(key, _trade(phrase, key))


def _trade(phrase: str, key: str) -> Trade:
    hit, rest = _strip(key.split())
    if hit is None:
        hit, rest = _strip([masculine(word) for word in key.split()])
    if hit is None:
        hit, rest = _strip(_without_place_or_time(key.split()))
    if hit is not None:
        level = highest_claim(modifier_level(rest), hit.title.level or plain_modifier(key))
        trust = _GENERIC_TRUST if hit.title.name in GENERIC else 1.0
        return Trade(hit.title.name, hit.title.occupation, level, trust)
    own = without_superior(phrase)
    if own != phrase:
        return reading_of(own).trade
    inside = title_inside(phrase)
    level = worded_level(key)
    if inside is None:
        return Trade(None, None, level, 0.0)
    trust = _GENERIC_TRUST if inside.title.name in GENERIC else _INEXACT
    if inside.title.name not in GENERIC:
        level = highest_claim(modifier_level(key.split()), inside.title.level) or level
    return Trade(None, inside.title.occupation, level, trust)


def _without_place_or_time(words: list[str]) -> list[str]:
    """Return a title without what its middle says of the floor or shift, if two words are left."""
    inner = [word for word in words[1:-1] if word not in _WHERE_OR_WHEN]
    return [words[0], *inner, words[-1]] if len(words) > 2 else []


def _strip(words: list[str]) -> tuple[Hit | None, list[str]]:
    """Return the title once seniority words are taken off its ends, and those words."""
    hits = title_table().hits
    rest: list[str] = []
    while words:
        hit = hits.get(" ".join(words))
        if hit is not None:
            return hit, rest
        if words[-1] in SUFFIXES or words[-1] in {"i", "v"}:
            rest.append(words.pop())
        elif words[0] in PREFIXES:
            rest.append(words.pop(0))
        else:
            return None, rest
    return None, rest
