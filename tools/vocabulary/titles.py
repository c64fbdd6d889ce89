"""Job titles of every trade: find them in text, name them one way, and compare them."""

import re
from functools import lru_cache

from tools.vocabulary.titles_find import find_titles, title_inside
from tools.vocabulary.titles_likeness import likeness
from tools.vocabulary.titles_reading import reading_of
from tools.vocabulary.titles_served import without_superior
from tools.vocabulary.titles_table import GENERIC, occupations

__all__ = [
    "canonical_title",
    "find_titles",
    "held_similarity",
    "inner_title",
    "is_generic",
    "jobs_in",
    "occupation_of",
    "seniority",
    "title_similarity",
    "trades_of",
]

_JOINED = re.compile(
    r"\s*[/|&,;+]\s*(?:(?:then|later|now)\s+)?|\s+(?:and|cum|then|later)\s+|\s+-+\s+", re.IGNORECASE
)


def canonical_title(phrase: str) -> str | None:
    """Return the canonical title a phrase stands for, seniority words aside."""
    return reading_of(phrase).trade.title


def is_generic(phrase: str) -> bool:
    """Return whether a title says a rank or a way of working and no trade: "Manager"."""
    return reading_of(phrase).trade.title in GENERIC


@lru_cache(maxsize=32768)
def jobs_in(phrase: str) -> tuple[str, ...]:
    """Return a title and the jobs it joins, as far as they are known: "Server / Bartender".

    They may share their last word: "Marketing & Communications Director". Whom somebody assists is
    no job of theirs.
    """
    known = canonical_title(phrase) is not None
    alone = without_superior(phrase)
    phrase = phrase if known else alone
    parts = [part for part in map(str.strip, _JOINED.split(alone)) if part]
    if len(parts) < 2:
        return (phrase,)
    if known:  # A "Welder / Fabricator" has a name of its own, and welds.
        return (phrase, *parts) if all(map(_is_trade, parts)) else (phrase,)
    last = parts[-1].split()[-1]
    spelled = (part if canonical_title(part) else f"{part} {last}" for part in parts[:-1])
    told = [job for job in (*spelled, parts[-1]) if _is_trade(job)]
    return (phrase, *told)


def _is_trade(phrase: str) -> bool:
    return canonical_title(phrase) is not None and not is_generic(phrase)


def occupation_of(phrase: str) -> str | None:
    """Return the occupation of a title, or of the most telling title inside the phrase."""
    return reading_of(phrase).trade.occupation


def trades_of(phrase: str) -> tuple[str, ...]:
    """Return the occupation of a title, if it has one, and the wider ones which it is a kind of."""
    occupation = occupation_of(phrase)
    return (occupation, *occupations()[occupation].wider) if occupation else ()


@lru_cache(maxsize=32768)
def inner_title(phrase: str) -> str | None:
    """Return the canonical name of the most telling title inside the phrase."""
    inside = title_inside(without_superior(phrase))
    return inside.title.name if inside else None


def seniority(phrase: str) -> str | None:
    """Return the level a title claims, if it claims one."""
    return reading_of(phrase).trade.level


def held_similarity(wanted: str, held: str) -> float:
    """How close a title held, or one of the jobs it joins, is to the one wanted, 0 to 1."""
    return max(title_similarity(wanted, job) for job in jobs_in(held))


def title_similarity(a: str, b: str) -> float:
    """How close two titles are, 0 to 1, the same in both directions."""
    return likeness(reading_of(a), reading_of(b))
