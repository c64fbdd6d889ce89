"""Tells whether a title held is the one asked for or a kind of it, and what it leaves open."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from tools.evidence.inflection import stem
from tools.evidence.wording import STOPWORDS, content_stems
from tools.vocabulary.skills import canonical_skill
from tools.vocabulary.titles import (
    canonical_title,
    inner_title,
    is_generic,
    jobs_in,
    occupation_of,
    seniority,
    title_similarity,
)
from tools.vocabulary.titles_seniority import (
    MODIFIER_LEVEL,
    PREFIXES,
    SUFFIXES,
    is_deputy,
    is_learner,
    levels_below,
    modifier_level,
)
from tools.vocabulary.titles_table import GENERIC, leading_phrases, occupations
from tools.vocabulary.titles_words import phrase_key
from tools.vocabulary.word_sets import words as words_in

SAME_ROLE = 0.8
"""Title similarity from which a position may count as the role asked for."""
_KIN = 0.6
"""Similarity from which a title that ends in the one asked for is a kind of it."""

_LEADING = words_in("in charge head lead leading chief principal senior team")
"""What says of a trade that its holder leads in it."""

_DOING = {
    "teaches": "teacher instructor lecturer trainer tutor educator professor",
    "inspects": "inspector examiner assessor",
    "helps": "helper mate assistant aide",
    "hires": "recruiter",
}
_DOES = {word: doing for doing, words in _DOING.items() for word in words.split()}
"""What somebody does about a trade instead of it, by the last word of the title."""
_TECHNICIANS = ("technician", "tech")
"""Who is called so after the title of a trade helps in it; after its name they may be of it."""
_FIELDS = {
    "aviation": ("aviation",),
    "construction": ("construction",),
    "customer-service": ("customer service",),
    "education": ("education",),
    "health": ("healthcare",),
    "hospitality": ("hospitality",),
    "procurement": ("procurement",),
    "real-estate": ("real estate",),
    "retail": ("retail", "retail sales"),
    "sales": ("sales",),
}
"""The skill or industry that each one of a family of trades works in."""
_ANYWHERE = words_in(
    "safety-specialist construction-safety-manager claims-processor veterinarian"
    " veterinary-technician environmental-health stock-clerk butcher archivist recreation-worker"
    " appraiser service-manager"
)
"""Trades whose work is done in other fields too: a Stock Clerk may be of a factory."""
_RANKED = {"manager": 1, "director": 0, "executive": 0}
"""Levels that others rank below, and how many steps below still are of them in the same trade:
whoever leads a thing manages it, but its manager is not yet its director."""
_RANKS = (
    PREFIXES
    | SUFFIXES
    | set(MODIFIER_LEVEL)
    | {w for name in GENERIC for w in phrase_key(name).split()}
)
_CORE = re.compile(r"[(,|/–—:;]|\s-\s|\b(?:of|for|at|in|to|with)\b", re.IGNORECASE)
_LESS = re.compile(r"\b(?:in training|trainee|vice president|garde mang)", re.IGNORECASE)
"""Who is not yet, or by another word than it seems, of the rank that a title ends in."""
_PARTS = re.compile(r"\s*[/|&,;+]\s*|\s+and\s+", re.IGNORECASE)


class Match(NamedTuple):
    """How alike a title held is to the one asked for, and the words it leaves to be shown.

    `open` is None where the title held is another role, whatever else is shown.
    """

    similarity: float
    open: tuple[str, ...] | None


@lru_cache(maxsize=32768)
def match(wanted: str, held: str, ranks: bool = True) -> Match:
    """Return how a title held, or one of the jobs it joins, matches the one asked for.

    A Tax Accountant is an Accountant, and nothing is left open. A Software Engineer may be a COBOL
    Developer: "cobol" is left open. With `ranks`, a rank of any trade is met in each: a Store
    Manager is a Manager.
    """
    return max((_match(wanted, job, ranks) for job in jobs_in(held)), key=_closeness)


def meets(wanted: str, held: str) -> bool:
    """Return whether the title held says by itself that it is the one asked for or a kind of it."""
    return match(wanted, held).open == ()


@lru_cache(maxsize=4096)
def works_in(held: str, field: str) -> bool:
    """Return whether a title held names a skill or field, or its trade works in it.

    A Math Teacher has done mathematics teaching, and a Cashier works in retail.
    """
    names = (occupation_of(job) for job in jobs_in(held))
    trades = (occupations()[name] for name in names if name and name not in _ANYWHERE)
    return _is_titled(held, field) or any(field in _FIELDS.get(t.family, ()) for t in trades)


def _is_titled(held: str, skill: str) -> bool:
    """Return whether a title held names a skill, in all its words or by a name of it."""
    said = {s for title in (held, canonical_title(held) or "") for s in content_stems(title)}
    asked = set(content_stems(skill))
    named = any(canonical_skill(word) == skill for word in phrase_key(held).split())
    return bool(asked) and (asked <= said or named)


def _closeness(found: Match) -> tuple[bool, int, float]:
    return found.open is not None, -len(found.open or ()), found.similarity


def _match(wanted: str, held: str, ranks: bool) -> Match:
    alike = title_similarity(wanted, held)
    if ranks and is_generic(wanted) and _is_of_rank(wanted, held):
        return Match(max(alike, SAME_ROLE), ())
    if _asks_more(wanted, held) or _is_below(wanted, held):
        return Match(alike, None)
    if _is_kind_of(wanted, held, alike):
        return Match(alike, ())
    if alike < SAME_ROLE or _does_another_thing(wanted, held):
        return Match(alike, None)
    return Match(alike, _left_open(wanted, held))


def _asks_more(wanted: str, held: str) -> bool:
    """Return whether a level was asked for that the title held does not reach: "Senior Cook"."""
    level, title = seniority(wanted), canonical_title(wanted)
    own = seniority(title) if title else level
    return level != own and levels_below(seniority(held), level) > 0


def _is_below(wanted: str, held: str) -> bool:
    """Return whether the title held learns, deputises for or ranks below the one asked for."""
    asked, has = seniority(wanted), seniority(held)
    if is_learner(has):
        return not is_learner(asked)
    if asked not in _RANKED or is_deputy(wanted):
        return False
    steps = _RANKED[asked] if occupation_of(wanted) == occupation_of(held) else 0
    return is_deputy(canonical_title(held) or held) or levels_below(has, asked) > steps


def _is_of_rank(rank: str, held: str) -> bool:
    """Return whether a title held says a rank of any trade: a Lead Firmware Engineer engineers."""
    name, asked = phrase_key(canonical_title(rank) or rank), phrase_key(rank).split()
    for part in _PARTS.split(held):
        level = modifier_level(phrase_key(part).split())
        if levels_below(level, modifier_level(asked)) or is_learner(level):
            continue
        less = (is_deputy(part) or _LESS.search(part)) and not _LESS.search(rank)
        if not less and f" {' '.join(_core(part))}".endswith(f" {name}"):
            return True
    return False


def _is_kind_of(wanted: str, held: str, alike: float) -> bool:
    """Return whether the title held ends in the one asked for: "Night Pharmacist"."""
    title, known = canonical_title(wanted), canonical_title(held)
    if not title or is_generic(wanted):
        return False
    if known:
        within = f" {phrase_key(known)}".endswith(f" {phrase_key(title)}")
        return (within and alike >= _KIN) or _leads_its_trade(title, known)
    same_end = head_of(held) in {head_of(wanted), head_of(title)} and inner_title(held) == title
    return same_end and levels_below(seniority(held), seniority(wanted)) <= 1


def _leads_its_trade(title: str, held: str) -> bool:
    """Return whether a title held is the trade asked for and leads in it: "Nurse in Charge"."""
    head, trade = head_of(title), occupation_of(title)
    named = title in leading_phrases().get(trade or "", ()) and canonical_title(head) == title
    return named and head_of(held) == head and set(_words(held)) <= {head} | _LEADING


def _left_open(wanted: str, held: str) -> tuple[str, ...]:
    """Return the words of the title asked for that name a kind of its trade and are not held."""
    title = canonical_title(wanted)
    if title and title == canonical_title(held):
        return ()
    words = _words(title or wanted)
    asked, trade = occupation_of(wanted), occupation_of(held)
    wider = asked is not None and trade in occupations()[asked].wider
    # Of a trade that is not known to be the same, "Operator", each of its words is to be shown;
    # and of one that is wider, "Teacher", which kind it was.
    plain = set() if wider else {stem(w) for w in words[-1:]}
    said = _stems(_words(held)) | _stems(_words(canonical_title(held) or ""))
    if trade is not None:
        plain |= _plain(trade if wider else asked, said)
    for one, two in pairwise(words):
        if stem(one + two) in said:
            said |= {stem(one), stem(two)}
    said |= {stem(word[:-2]) for word in _words(held) if word.endswith("or")}  # Auditors audit.
    known = plain | said
    return tuple(word for word in words if word not in _RANKS and stem(word) not in known)


def _does_another_thing(wanted: str, held: str) -> bool:
    """Return whether one of two titles of a trade inspects or teaches it and the other does not."""
    if any(f"{phrase_key(wanted)} {helper}" in phrase_key(held) for helper in _TECHNICIANS):
        return True
    heads = {head_of(held), head_of(inner_title(held) or held)}
    if head_of(wanted) == "engineer" and not heads.isdisjoint(_TECHNICIANS):
        return "technician" not in _plain_words(occupation_of(wanted))
    doing = {_DOES.get(head_of(wanted)), _DOES.get(head_of(held))}
    named = leading_phrases().get(occupation_of(wanted) or "", ())
    usual = {_DOES.get(head_of(phrase)) for phrase in named}
    return len(doing) > 1 and bool(doing - usual - {None})


def head_of(title: str) -> str:
    """Return the word that says what somebody is: the last before a bracket, comma or "of"."""
    return "".join(_core(title)[-1:])


def _core(title: str) -> list[str]:
    """Return the words of a title before a bracket, comma or "of", without numerals behind."""
    words = phrase_key(_CORE.split(title, maxsplit=1)[0]).split()
    while len(words) > 1 and (words[-1] in SUFFIXES or words[-1].isdigit()):
        words.pop()
    return words


def _words(title: str) -> list[str]:
    return [word for word in phrase_key(title).split() if word not in STOPWORDS]


def _stems(words: list[str]) -> set[str]:
    """Return the stems of words and of neighbours written as one: "full stack" is "fullstack"."""
    pairs = (one + two for one, two in pairwise(words))
    return {stem(word) for word in (*words, *pairs)}


@cache
def _plain_words(occupation: str | None, by_name: bool = True, but_last: int = 0) -> frozenset[str]:
    """Return the words by which a trade is named without saying which kind of it."""
    keys = map(phrase_key, leading_phrases(by_name).get(occupation or "", ()))
    return frozenset(word for key in keys for word in key.split()[: -but_last or None])


def _plain(occupation: str | None, said: set[str]) -> set[str]:
    """Return the stems of a trade's plain words beside those of a title held.

    What only the row that bears its name calls plain is so where the title shares more than an
    ending with that row: a Shift Lead may be of any shop, and is no Restaurant Manager by itself.
    """
    near = not said.isdisjoint(map(stem, _plain_words(occupation, but_last=1)))
    named, first = _plain_words(occupation), _plain_words(occupation, by_name=False)
    return set(map(stem, named if near else named & first))
