"""Settles where people should live: one place, any of several, or only the employer's address."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

import msgspec

from tools.criteria import Criterion
from tools.request.clauses import sentences
from tools.request.draft import Found
from tools.request.naming.whereabouts import REMOTE
from tools.vocabulary.places import contains, resolve

_EMPLOYER = re.compile(
    r"^\W*(?:(?:at|with|in) [^,]{2,40},\s*)?(?:we are|we're|i am|we run|i run|we operate|our [\w-]+"
    r" (?:is|are))\b(?!\s+(?:\w+ly\s+)?(?:looking|seeking|hiring|searching|recruiting|in need|"
    r"after|trying|needing|filling|building up|expanding))",
    re.IGNORECASE,
)
_NO_HOME = re.compile(
    r"\b(?:experience|background|history|record|career|worked|work|licen[cs]e|degree|customers?|"
    r"clients?|market|rules|law|projects?)\s+(?:\w+\s+)?(?:from|with|of)\s+"
    r"(?:the\s+)?$"
    # Nobody has to live where the firm buys and sells.
    r"|\b(?:factories|suppliers|vendors|mills|manufacturers|distributors|subsidiaries|markets|"
    r"customers|clients|accounts|partners|(?<!for )(?:plants|offices|stores|sites))\s+(?:\w+\s+)?"
    r"(?:in|across|throughout|around|all over)\s+(?:the\s+)?$"
    r"|\b(?:sourc(?:e|ing)|import(?:s|ing)?|export(?:s|ing)?|ship(?:ments|ping)|trade|trading|sales|sell|"
    r"selling|licen[cs]ed?|knowledge)\s+(?:from|to|with|in|into|of|for)\s+(?:the\s+)?(?:state\s+of\s+)?$",
    re.IGNORECASE,
)
_ITS_RULES = re.compile(
    r"\s+(?:[\w&-]+\s+){0,2}?(?:licen[cs]\w+|certifi\w+|registration|bar|travel|trips|payroll|tax(?:es|ation)?|vat|"
    r"gaap|laws?|regulations?)\b",
    re.IGNORECASE,
)
"""What is said of a place whose rules somebody knows, wherever they live: "a Texas license"."""

_FLEXIBLE = re.compile(
    r"\bhybrid\b(?!\s+(?:clouds?|apps?|applications?|mobile|vehicles?|cars?|engines?|infrastructure|"
    r"environments?|networks?))"
    r"|\b(?:remote|home[ -]?office)(?: work(?:ing)?)?[ -](?:is )?"
    r"(?:possible|option(?:al)?|friendly|ok(?:ay)?|welcome|days?|considered|available|negotiable)"
    r"|\b(?:partly|partially|part|occasionally) remote\b",
    re.IGNORECASE,
)
_MOVING_PAID = re.compile(
    r"\brelocation (?:\w+ )?(?:is |are )?(?:support|assistance|package|help|budget|bonus|offered|"
    r"provided|available|possible|paid)\b|\b(?:help|support)(?: you)? (?:with|to) relocat\w+",
    re.IGNORECASE,
)
_HOW = re.compile(
    r"^\W*(?:work(?:place|ing)?(?: (?:model|type|mode|style|arrangements?|set-?up|location))?"
    r"|arrangement|remote|set-?up)\s*:",
    re.IGNORECASE,
)
"""What opens the line of a posting that says where the work is done: "Work model: hybrid"."""

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
    elsewhere = _NO_HOME.search(before) or _ITS_RULES.match(text, found.end)
    if _EMPLOYER.match(before) or elsewhere:
        return found._replace(criterion=msgspec.structs.replace(found.criterion, weight="nice"))
    return found


def _eased(found: Found, text: str, spans: Sequence[tuple[int, int]]) -> Found:
    """Make a place a nice-to-have where the posting says that not all of the work is done there."""
    if not _is_home(found.criterion) or REMOTE in found.criterion.values:
        return found
    said = [text[a:b] for a, b in spans if a <= found.start < b or _HOW.match(text[a:b])]
    if _MOVING_PAID.search(text) or any(_FLEXIBLE.search(line) for line in said):
        return found._replace(criterion=msgspec.structs.replace(found.criterion, weight="nice"))
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
    values = tuple(dict.fromkeys(value for wish in wishes for value in wish.values))
    radii = [wish.radius_km for wish in wishes if wish.radius_km]
    return Criterion(
        "location",
        " or ".join(values),
        any_of=values,
        radius_km=max(radii) if radii else None,
    )
