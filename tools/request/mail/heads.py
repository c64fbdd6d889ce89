"""Finds the lines of an e-mail above its words, the greeting, and the courtesies beside them."""

from __future__ import annotations

import re

from tools.pattern_table import patterns
from tools.request.filler import FILLER
from tools.request.terms import Span
from tools.vocabulary.titles import canonical_title

_SAID = patterns(__package__, "heads.tsv")

_QUOTED = re.compile(r"(?m)^[ \t]*>[> \t]*")
_HELLO = frozenset(
    {"there", "all", "team", "everyone", "everybody", "folks", "guys", "both", "and"}
)
_FEW = 2
"""Words of a name in small letters."""


def find_heads(text: str) -> list[Span]:
    """Return the lines that carry a message, its greetings and its courtesies."""
    ways = (_SAID["sent_from"], _SAID["courtesy"], _QUOTED)
    spans = [m.span() for way in ways for m in way.finditer(text)]
    return sorted([*spans, *_lines(text), *greetings(text)])


def _lines(text: str) -> list[Span]:
    """Return the lines "From: …" and the like; one alone needs an address to be one."""
    found = list(_SAID["line"].finditer(text))
    return [
        m.span("subject" if m["subject"] else 0)
        for m in found
        if len(found) > 1 or m["subject"] or m["told"] or "@" in m.group()
    ]


def greetings(text: str) -> list[Span]:
    """Return where somebody is greeted: "Hi Jordan,", not "Hello Java developers,"."""
    return [m.span() for m in _SAID["greeting"].finditer(text) if m["dear"] or _greets(m)]


def _greets(greeting: re.Match[str]) -> bool:
    whom = greeting["whom"] or ""
    trade = greeting["bare"] is not None and canonical_title(whom.split(" ")[-1])  # Hi-Lo Driver
    return not trade and _is_called(whom)


def _is_called(whom: str) -> bool:
    called = [w for w in whom.replace(",", " ").split() if w.casefold().strip(".") not in _HELLO]
    small = [w for w in called if not w[:1].isupper()]
    if any(w.casefold() in FILLER for w in called) or len(small) > _FEW:
        return False
    if len(called) == 1 and not small:
        return True
    return canonical_title(" ".join(called)) is None and not any(canonical_title(w) for w in small)
