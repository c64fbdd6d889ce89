"""Takes stuffing out of a résumé: terms said over and over, and lists of unrelated trades."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from tools.ingest.sections import outlined
from tools.vocabulary.titles import canonical_title, occupation_of
from tools.vocabulary.titles_table import occupations

_BREAK = re.compile(r"\n\n|\b(?:19|20)\d\d\b")
"""What no list goes on after: an empty line or a year."""
_TERM = re.compile(r"[^\s,;|/•.](?:[^,;|/•\n.]|\.(?!\s))*")
_WRAPPED = re.compile(r"[,;]\s*\n")
_OFTEN, _TOO_OFTEN, _MOSTLY = 5, 20, 2 / 3
"""A term was said before from so many times on; a stuffed list does so this often, and mostly, as
no table does, of whose columns one says something new in each row."""
_TRADES, _FAMILIES, _SHARE = 10, 7, 0.25
"""So many trades of so many families, and as such a share of its terms, no honest list has."""
_QUOTED = 5


def without_stuffing(text: str) -> tuple[str, tuple[str, ...]]:
    """Return a normalised text without what it is stuffed with, and a warning for each list."""
    spans: list[tuple[int, int]] = []
    warnings = []
    for start, end, kind in _stretches(text):
        terms = [m for m in _TERM.finditer(text, start, end) if any(map(str.isalpha, m[0]))]
        counts = Counter(map(_plain, terms))
        again = sum(count - _OFTEN for count in counts.values() if count > _OFTEN)
        trades = _unrelated(list(counts), kind) if _lists(text[start:end], kind) else []
        if trades:
            named = ", ".join(trades[:_QUOTED])
            warnings.append(f"Text that lists unrelated trades was left out: “{named} …”")
        elif again > max(_TOO_OFTEN, _MOSTLY * len(terms)):
            warnings.append("Text that is said over and over was read once.")
        else:
            continue
        spans += _places(terms, set(trades))
    for start, end in reversed(spans):
        text = text[:start] + text[end:]
    return text, tuple(warnings)


def _stretches(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield where a list may stand, with the kind of its section."""
    for section in outlined(text).sections:
        stops = [stop.span() for stop in _BREAK.finditer(text, section.body, section.end)]
        for (_, start), (end, _) in pairwise([(0, section.body), *stops, (section.end, 0)]):
            yield start, end, section.kind


def _lists(text: str, kind: str) -> bool:
    """Return whether a text only lists: jobs, a line with an employer, and a label are no list."""
    flat = _WRAPPED.sub(" ", text.strip())
    is_list = "\n" not in flat or (kind == "skills" and "," not in flat)
    return is_list and ":" not in flat and kind != "experience"


def _unrelated(terms: Sequence[str], kind: str) -> list[str]:
    """Return the trades that a list names, where they are of too many families.

    Outside skills it begins with one: "Placed cooks, nurses, …" tells of something else.
    """
    trades = [text for text in terms if canonical_title(text)]
    is_short = len(trades) < max(_TRADES, _SHARE * len(terms))
    if is_short or (kind != "skills" and trades[0] != terms[0]):
        return []
    families = {occupations()[trade].family for trade in map(occupation_of, trades) if trade}
    return trades if len(families) >= _FAMILIES else []


def _places(terms: Sequence[re.Match[str]], seen: set[str]) -> Iterator[tuple[int, int]]:
    """Yield where terms stand that were seen before, each with what parts it from the next."""
    ends = [*(term.start() for term in terms[1:]), terms[-1].end()]
    for term, end in zip(terms, ends, strict=True):
        if _plain(term) in seen:
            yield term.start(), end
        seen.add(_plain(term))


def _plain(term: re.Match[str]) -> str:
    return term[0].strip().casefold()
