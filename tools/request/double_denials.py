"""Reads two denials as the demand they are, every offset as it was: "nobody without HACCP"."""

from __future__ import annotations

import re
from collections.abc import Callable

from tools.pattern_table import pattern_rows

_ROWS = [
    (how, re.compile(said, re.IGNORECASE))
    for _, (how, said) in pattern_rows("tools.request", "double_denials.tsv")
]


def undenied(text: str) -> str:
    """Return the text with "nobody without" read as the demand it is, every offset as it was."""
    text = _with(text, "behind", lambda found: _padded("must have", found))
    return _with(text, "within", _alone)


def applied(text: str) -> str:
    """Return the text with an order not to apply read as what it demands or keeps out."""
    return _with(text, "apply", lambda m: _padded("must have" if m["unless"] else "avoid", m))


def _with(text: str, how: str, mended: Callable[[re.Match[str]], str]) -> str:
    for each, said in _ROWS:
        text = said.sub(mended, text) if each == how else text
    return text


def _padded(said: str, found: re.Match[str]) -> str:
    return said.ljust(len(found.group()) - 1) + " "


def _alone(found: re.Match[str]) -> str:
    """Return what has to be there with blanks where it was denied twice."""
    start, end = (at - found.start() for at in found.span("what"))
    return " " * start + found["what"] + " " * (len(found.group()) - end)
