"""Finds what a sentence quotes, and tells whether the evidence says it verbatim."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

_QUOTED = re.compile(
    r"„([^“”\"]*)[“”\"]?"
    r"|“([^”]*)”?"
    r"|»([^«]*)«|«([^»]*)»?"
    r"|‹([^›]*)›"
    r"|[「『]([^」』]*)[」』]?"
    r'|"([^"]*)"?'
    r"|`+([^`]*)`+"
    r"|(?<!\w)‚([^‘’]*)[‘’](?!\w)"
    r"|(?<![\w’])‘([^‘’]*(?:’\w[^‘’]*)*)’(?!\w)"
    r"|(?<![\w'])'([^']*(?:'\w[^']*)*)'(?!\w)"
)
_BLOCK = re.compile(r"^\s*>\s*(.+)$")
_LEFT_OUT = re.compile(r"\s*(?:\[…\]|\[\.\.\.\]|…|\.\.\.)\s*")
_EDGE = ".,;:!?… "
_DENIED = re.compile(
    r"\b(?:no|not|never|without|lacks?|lacking|n['’]t|kein\w*|nicht|ohne|sin|sans)(?:[^\w.;:\n]+\w+){0,2}[^\w.;:\n]*$",
    re.IGNORECASE,
)


class Quotation(NamedTuple):
    """What stands between quotation marks, and where in the sentence, marks included."""

    text: str
    start: int
    end: int


def quotations(sentence: str) -> list[Quotation]:
    """Return everything a sentence quotes; a Markdown block quote is one whole quotation."""
    block = _BLOCK.match(sentence.rstrip())
    found = [_quotation(match) for match in _QUOTED.finditer(sentence)]
    if block and not any(quote.text for quote in found):
        return [Quotation(block[1].strip(), block.start(1), block.end(1))]
    return [quote for quote in found if quote.text]


def is_verbatim(quote: str, texts: Iterable[str]) -> bool:
    """Return whether a text says a quote whole, from word edge to word edge.

    Words left out are marked with an ellipsis; a quote that cuts a "not" off is none.
    """
    parts = [part.strip(_EDGE) for part in _LEFT_OUT.split(quote)]
    wanted = [part for part in parts if part]
    return bool(wanted) and any(_says(text, wanted) for text in texts)


def _says(text: str, parts: list[str]) -> bool:
    at = 0
    for part in parts:
        start = _place(text, part, at)
        if start is None:
            return False
        at = start + len(part)
    return True


def _place(text: str, part: str, at: int) -> int | None:
    start = text.find(part, at)
    while start >= 0:
        end = start + len(part)
        cut_left = start > 0 and text[start - 1].isalnum() and part[0].isalnum()
        cut_right = end < len(text) and text[end].isalnum() and part[-1].isalnum()
        if not cut_left and not cut_right and not _DENIED.search(text, max(0, start - 40), start):
            return start
        start = text.find(part, start + 1)
    return None


def _quotation(match: re.Match[str]) -> Quotation:
    text = next((group for group in match.groups() if group is not None), "")
    return Quotation(text.strip(), match.start(), match.end())
