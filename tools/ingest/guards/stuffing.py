"""Takes stuffing out of a résumé: terms said over and over, and lists of unrelated trades."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice

from tools.vocabulary.titles import canonical_title, occupation_of
from tools.vocabulary.titles_table import occupations

_BREAK = re.compile(r"\n\n|\b(?:19|20)\d\d\b")
"""What no list goes on after: an empty line or a year."""
_TERM = re.compile(r"[^\s,;:|/•.](?:[^,;:|/•\n.]|\.(?!\s))*")
_OFTEN, _TOO_OFTEN = 5, 20
"""A term has been said before from so many times on; a list that does so this often is stuffed."""
_FAMILIES, _SHARE = 7, 0.25
"""So many families of trades, and trades as such a share of its terms, no honest list has."""
_LONGEST, _QUOTED = 4, 5


def without_stuffing(text: str) -> tuple[str, tuple[str, ...]]:
    """Return a normalised text without what it is stuffed with, and a warning for each list."""
    spans: list[tuple[int, int]] = []
    warnings = []
    for start, end in _stretches(text):
        counts = Counter(map(_plain, _TERM.findall(text, start, end)))
        if trades := _unrelated(counts):
            places = [m.span() for m in _TERM.finditer(text, start, end) if _plain(m[0]) in trades]
            spans.append((places[0][0], places[-1][1]))
            warnings.append(f"Text that lists unrelated trades was left out: {_quoted(trades)}")
        elif sum(count - _OFTEN for count in counts.values() if count > _OFTEN) > _TOO_OFTEN:
            spans += _said_again(text, start, end)
            warnings.append(f"Text that is said over and over was read once: {_quoted(counts)}")
    for start, end in reversed(spans):
        text = text[:start] + text[end:]
    return text, tuple(warnings)


def _stretches(text: str) -> list[tuple[int, int]]:
    ends = [at for stop in _BREAK.finditer(text) for at in stop.span()]
    return list(zip([0, *ends[1::2]], [*ends[::2], len(text)], strict=True))


def _unrelated(counts: Counter[str]) -> list[str]:
    """Return the trades that a list names, where they are of too many families."""
    trades = [text for text in counts if text.count(" ") < _LONGEST and canonical_title(text)]
    if len(trades) < max(_FAMILIES, _SHARE * len(counts)):
        return []
    families = {occupations()[trade].family for text in trades if (trade := occupation_of(text))}
    return trades if len(families) >= _FAMILIES else []


def _said_again(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where a list says a term again, each with what stands before it."""
    seen: set[str] = set()
    last = start
    for term in _TERM.finditer(text, start, end):
        if _plain(term[0]) in seen:
            yield last, term.end()
        seen.add(_plain(term[0]))
        last = term.end()


def _plain(term: str) -> str:
    return term.strip().casefold()


def _quoted(terms: Iterable[str]) -> str:
    return f"“{', '.join(islice(terms, _QUOTED))} …”"
