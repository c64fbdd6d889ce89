"""Finds which of the current wishes a phrase means: by value, alias, or the word for its kind."""

from __future__ import annotations

import re

import msgspec

from agent.offline.phrasebook import phrasebook
from agent.offline.reading import read
from tools.criteria import Criteria, Criterion
from tools.vocabulary.titles import title_similarity

SAME_ROLE = 0.8
"""Title similarity from which two titles are one occupation."""
SAME_FIELD = 0.25
"""Title similarity from which two jobs have something to do with each other."""
_SHORTEST_STEM = 4

_KINDS = phrasebook("kinds")
"""Words for kinds of wishes, each with the kinds they name."""
_WORD = re.compile(r"[^\W_][\w+#.&'-]*[\w+#]|[^\W_]")


def matching(phrase: str, wishes: Criteria) -> Criteria:
    """Return the wishes the phrase names, by what they ask for or else by their kind."""
    named = tuple(w for w in wishes if _says(phrase, w)) or _read_alike(phrase, wishes)
    return named or of_kinds(phrase, wishes) or _in_part(phrase, wishes)


def of_kinds(phrase: str, wishes: Criteria) -> Criteria:
    """Return the wishes whose kind the phrase names ("the degree requirement")."""
    kinds = [k for named, said in _KINDS.items() if said.search(phrase) for k in named.split()]
    return tuple(w for w in wishes if w.kind in kinds)


def same_role(one: str, other: str) -> bool:
    """Return whether two titles name one occupation, whatever their seniority."""
    left, right = one.casefold(), other.casefold()
    return left in right or right in left or title_similarity(one, other) >= SAME_ROLE


def in_one_field(one: Criterion, other: Criterion) -> bool:
    """Return whether two jobs have something to do with each other, as cook and waiter do."""
    return any(title_similarity(a, b) >= SAME_FIELD for a in one.values for b in other.values)


def either(old: Criterion, new: Criterion) -> Criterion:
    """Return the wish that either of two satisfies: "Berlin or Munich"."""
    values = tuple(dict.fromkeys((*old.values, *new.values)))
    joined = ", ".join(values[:-1]) + f" or {values[-1]}" if len(values) > 1 else values[0]
    radius = new.radius_km if new.radius_km is not None else old.radius_km
    any_of = values if len(values) > 1 else ()
    return Criterion(old.kind, joined, old.weight, any_of, old.subject, old.level, radius)


def without_named(phrase: str, dropped: Criteria) -> Criteria:
    """Return what is left of dropped choices of which the phrase names some: Remote."""
    left = []
    for wish in dropped:
        rest = tuple(v for v in wish.any_of if not _phrase_in(v.casefold(), phrase.casefold()))
        if rest and len(rest) < len(wish.any_of):
            left.append(msgspec.structs.replace(wish.of(rest), said=""))
    return tuple(left)


def _says(phrase: str, wish: Criterion) -> bool:
    folded = phrase.casefold()
    if wish.kind in ("min_years", "max_years"):
        about = wish.subject.casefold()
        return bool(re.search(rf"\b{wish.value:g}\b", folded)) and (not about or about in folded)
    return any(_phrase_in(v.casefold(), folded) for v in wish.values)


def _in_part(phrase: str, wishes: Criteria) -> Criteria:
    """Return the one wish of whose value the phrase is a part: "palliative" of palliative care."""
    said = phrase.casefold().strip(" .,!?'\"")
    if len(said) < _SHORTEST_STEM:
        return ()
    whole = re.compile(rf"(?<!\w){re.escape(said)}(?!\w)")
    named = tuple(w for w in wishes if any(whole.search(v.casefold()) for v in w.values))
    return named if len(named) == 1 else ()


def _phrase_in(value: str, phrase: str) -> bool:
    if re.search(rf"(?<!\w){re.escape(value)}s?(?![\w+#])", phrase):
        return True
    words = [w for w in _WORD.findall(value) if len(w) >= _SHORTEST_STEM]
    said = set(_WORD.findall(phrase))
    return bool(words) and all(w in said or w.rstrip("s") in said for w in words)


def _read_alike(phrase: str, wishes: Criteria) -> Criteria:
    """Return the wishes that the phrase, read as a request, names by an alias ("k8s")."""
    said = read(phrase).criteria
    return tuple(w for w in wishes if any(_alike(w, s) for s in said))


def _alike(wish: Criterion, other: Criterion) -> bool:
    if wish.kind == "title" and other.kind == "title":
        return same_role(str(wish.value), str(other.value))
    mine = {v.casefold() for v in wish.values}
    theirs = {v.casefold() for v in other.values}
    if wish.kind in ("min_years", "max_years"):
        return wish.kind == other.kind and wish.value == other.value
    if mine & theirs:
        return True
    if wish.kind == other.kind == "location":
        return any(m.split(",")[0] == t.split(",")[0] for m in mine for t in theirs)
    return False
