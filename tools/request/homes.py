"""Settles where people should live: one place, any of several, or only the employer's address."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from tools.criteria import Criterion
from tools.pattern_table import patterns
from tools.request.clauses import sentences
from tools.request.draft import Found
from tools.request.naming.whereabouts import REMOTE
from tools.vocabulary.places import contains, resolve

_SAID = patterns(__package__, "homes.tsv")


_TAKEN_BACK = re.compile(r"\b(?:no|not|sorry|meant|mean|rather|instead)\b", re.IGNORECASE)


def settled(found: Sequence[Found], text: str, *, posting: bool = False) -> list[Found]:
    """Return the wishes with at most one place that must be: nobody lives in two.

    Places that lie apart become alternatives; where an employer describes itself, or experience
    from a place is asked for, the place is a nice-to-have. So it is in a posting that lets people
    work elsewhere in part, or pays for their move.
    """
    spans = list(sentences(text))
    weighed = [_weighed(each, text, spans) for each in found]
    if posting:
        weighed = [_eased(each, text, spans) for each in weighed]
    musts = [f for f in weighed if _is_home(f.criterion)]
    if len(musts) < 2 or _nested(musts) or _corrected(musts, text):
        return weighed
    one = musts[0]._replace(criterion=_any_of([f.criterion for f in musts]))
    rest = [f for f in weighed if f not in musts]
    return sorted([*rest, one], key=lambda f: (f.start, f.end))


def _is_home(wish: Criterion) -> bool:
    return wish.kind == "location" and wish.weight == "must"


def _weighed(found: Found, text: str, spans: Sequence[tuple[int, int]]) -> Found:
    if not _is_home(found.criterion):
        return found
    start = next((a for a, b in spans if a <= found.start < b), 0)
    before = text[start : found.start]
    elsewhere = _SAID["no_home"].search(before) or _SAID["its_rules"].match(text, found.end)
    if _SAID["employer"].match(before) or elsewhere:
        return found.wishing(weight="nice")
    return found


def _eased(found: Found, text: str, spans: Sequence[tuple[int, int]]) -> Found:
    """Make a place a nice-to-have where the posting says that not all of the work is done there."""
    if not _is_home(found.criterion) or REMOTE in found.criterion.values:
        return found
    said = [text[a:b] for a, b in spans if a <= found.start < b or _SAID["how"].match(text[a:b])]
    if _SAID["moving_paid"].search(text) or any(_SAID["flexible"].search(line) for line in said):
        return found.wishing(weight="nice")
    return found


def _nested(musts: Sequence[Found]) -> bool:
    """Return whether each place lies in its neighbour, as in "Munich, in Germany"."""
    places = [resolve(value) for f in musts for value in f.criterion.values]
    return all(
        one is not None and other is not None and (contains(one, other) or contains(other, one))
        for one, other in pairwise(places)
    )


def _corrected(musts: Sequence[Found], text: str) -> bool:
    """Return whether one place takes the place of another: "Berlin? no, Hamburg"."""
    return any(_TAKEN_BACK.search(text[a.end : b.start]) for a, b in pairwise(musts))


def _any_of(wishes: Sequence[Criterion]) -> Criterion:
    values = (value for wish in wishes for value in wish.values)
    radii = [wish.radius_km for wish in wishes if wish.radius_km]
    return Criterion("location", "", radius_km=max(radii, default=None)).of(values)
