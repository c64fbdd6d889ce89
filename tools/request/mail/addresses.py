"""Finds the ways to answer that a message gives, with the words that lead to them."""

from __future__ import annotations

import re
from bisect import bisect_right

from tools.ingest.identity.contacts import find_contacts
from tools.pattern_table import patterns
from tools.request.terms import Span

_SAID = patterns(__package__, "addresses.tsv")

_HANDLE = re.compile(r"(?<![\w@.])@[A-Za-z]\w{2,30}")
_REACH = 160
"""Characters before an address among which the words that lead to it stand."""
_POSTAL = re.compile(r"(?<=\b[A-Z]{2} )\d{5}(?:-\d{4})?\b")


def find_addresses(text: str) -> list[Span]:
    """Return where a text says how to answer: e-mail, link, phone, street, whom to ask for."""
    contacts = [(c.start, c.end) for c in find_contacts(text, 0)]
    whole = [(_lead(text, start, _end_before(contacts, start)), end) for start, end in contacts]
    asked = [
        m.span() for end in (e for _, e in contacts) if (m := _SAID["behind"].match(text, end))
    ]
    whole += [
        (at, m.end())
        for m in _HANDLE.finditer(text)
        if (at := _lead(text, m.start(), 0)) < m.start()
    ]
    told = (
        m.span()
        for p in (_SAID["named"], _SAID["follow"], _SAID["street"], _POSTAL)
        for m in p.finditer(text)
    )
    return sorted([*whole, *asked, *told])


def _lead(text: str, start: int, after: int) -> int:
    """Return where the words begin that lead to an address, its own start where none do."""
    first = max(after, start - _REACH, text.rfind("\n", 0, start) + 1)
    lead = _SAID["lead"].search(text[first:start])
    return first + lead.start() if lead else start


def _end_before(contacts: list[Span], start: int) -> int:
    at = bisect_right(contacts, (start, 0)) - 1
    return contacts[at][1] if at >= 0 else 0
