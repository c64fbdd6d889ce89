"""What a wish about a protected attribute is, and words in which such wishes are put."""

from __future__ import annotations

from typing import NamedTuple

from tools.pattern_table import pieces

PIECES = pieces(__package__, "pieces.tsv")
"""Words in which such wishes are put, for the tables that tell them."""


class Protected(NamedTuple):
    """A wish at text[start:end] that may not decide who is found.

    `words` is how it was said, `about` the attribute in words: "age", "religion", "names".
    """

    words: str
    start: int
    end: int
    about: str
