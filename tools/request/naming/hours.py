"""Reads the hours somebody should be willing to work: "nights ok", "happy to do weekends"."""

from __future__ import annotations

import re

from tools.pattern_table import pattern_runs, patterns
from tools.request.terms import Span, Term
from tools.vocabulary.shifts import NUMBERED

_SHORT = 250
"""Characters of a request up to which hours are what is asked of somebody."""
_NUMBERED = {name.split()[0].upper(): said for name, said in NUMBERED.items()}
_TIMES = {name: said for (name,), said in pattern_runs(__package__, "hours.tsv", _NUMBERED)}
_TIME = "|".join(f"(?:{said})" for said in _TIMES.values())
_SAID = patterns(__package__, "asked_hours.tsv", {"TIME": _TIME})
_EACH = re.compile("|".join(f"(?P<t{n}>{p})" for n, p in enumerate(_TIMES.values())), re.I)
_NAMES = tuple(_TIMES)
_WAYS = ("alone", "named", "led", "let")
"""How hours are asked for: by themselves, by number, to be willing to, as being fine."""


def read_hours(text: str) -> list[Term]:
    """Return the hours asked for, each by one name; the first and last take the words around.

    A long text tells of the hours of a job, which ask for nothing.
    """
    if len(text) > _SHORT:
        return []
    return [term for asked in _SAID["asked"].finditer(text) for term in _terms(text, asked)]


def asked_hours(text: str) -> tuple[str, ...]:
    """Return the names of the hours that a request asks somebody to be willing to work."""
    return tuple(dict.fromkeys(str(term.value) for term in read_hours(text)))


def refused_hours(text: str) -> dict[str, str]:
    """Return hours that a request refuses, by the words that do: nights of "no nights"."""
    return {text[start:end]: hours for (start, end), hours in find_refused_hours(text).items()}


def find_refused_hours(text: str) -> dict[Span, str]:
    """Return hours that a request refuses, which puts nobody out, by where it does."""
    short = text if len(text) <= _SHORT else ""
    return {m.span(): m["hours"] for m in _SAID["refused"].finditer(short)}


def _terms(text: str, asked: re.Match[str]) -> list[Term]:
    start, end = asked.span(next(name for name in _WAYS if asked[name]))
    found = list(_EACH.finditer(text, start, end))
    terms = []
    for at, time in enumerate(found):
        first = asked.start() if at == 0 else time.start()
        last = asked.end() if at == len(found) - 1 else time.end()
        name = _NAMES[int(str(time.lastgroup)[1:])]
        terms.append(Term("text", name, first, last))
    return terms
