"""Reads a sign before a word as search engines do: "nurse -ICU" keeps those of an ICU out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from tools.criteria import Criterion
from tools.request.draft import Draft, Found
from tools.request.naming.name_terms import name_terms
from tools.request.sentence import read_clauses
from tools.request.terms import Span

_SIGNED = re.compile(
    r"(?:(?P<opens>\A)|(?<=\S)[^\S\n]+)(?P<sign>[-!])(?P<word>\"[^\"\n]{1,40}\"|[^\W\d_][\w.+#/&'-]*)"
)
_LONGEST = 500
_MOST = 8
_ENDS = re.compile(
    r"\s*(?:$|[,.;)\n]|[-+!](?=\w)|(?:in|near|around|within|from|at|with|who|and|or|but|please|only"
    r"|ideally)\b)",
    re.IGNORECASE,
)
"""What follows a word that is kept out; "Java -Spring Boot needed" has a dash before its Spring."""
_HALF_OF_A_WORD = re.compile(
    r"(?:level|time|on|call|site|end|based|to|free|up|in|off|out|house|work|oriented|driven|friendly"
    r"|hands?|days?|weeks?|years?|old|speaking|certified|licensed|trained|qualified|wide)\W*",
    re.IGNORECASE,
)
"""What is torn from the word before it: "full -time", "entry -level"."""


def kept_out(text: str, *, goes_on: bool) -> list[Span]:
    """Return where a text that was typed names what a sign keeps out, the sign included.

    One that `goes_on` with a search may begin so; else a sign that opens a line is a bullet.
    """
    if len(text) > _LONGEST:
        return []
    return [(start - 1, end) for start, end in islice(_words(text, goes_on), _MOST)]


def _words(text: str, goes_on: bool) -> Iterator[Span]:
    for signed in _SIGNED.finditer(text):
        if signed["opens"] is not None and not goes_on:
            continue
        start, end = signed.span("word")
        if _HALF_OF_A_WORD.fullmatch(signed["word"]):
            continue
        known = [term.end for term in name_terms(text[start : start + 60]) if term.start == 0]
        end = max([end - (signed["word"][-1] in ".'-"), *(start + length for length in known)])
        if _ENDS.match(text, end):
            yield start, end


def read_kept_out(text: str, spans: Sequence[Span], held: Sequence[str], draft: Draft) -> None:
    """Add what the spans of a text keep out, each known by its name or else as it was typed."""
    for sign, end in spans:
        at, word = sign + 1, text[sign + 1 : end].replace('"', " ")
        read = read_clauses(word, "avoid", held=held).found
        known = [f for f in read if f.criterion.weight == "avoid"]
        typed = [Found(Criterion("text", word.strip(), "avoid"), 0, len(word))]
        draft.found.extend(f._replace(start=at + f.start, end=at + f.end) for f in known or typed)
