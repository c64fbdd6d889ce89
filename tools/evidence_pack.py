"""The evidence about one person that a model is given: bounded, so that no résumé overflows it."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from tools.evidence.quotes import shortened
from tools.results import CriterionVerdict, Evidence

MOST_CHARACTERS = 6_000
"""Characters of quotes for one person, about 1,500 tokens."""
_SHORT = 160
"""Characters to which a quote is cut when it does not fit whole."""


class Pack(msgspec.Struct, frozen=True):
    """Quotes by wish, in the order of the wishes, each verbatim.

    `characters` of at most `of` are used; `quotes` are in the pack, `left_out` did not fit.
    """

    by_wish: tuple[tuple[str, ...], ...]
    characters: int
    of: int
    quotes: int
    left_out: int

    def budget(self) -> dict[str, int]:
        """Return how full the pack is, as doors and models see it."""
        return {
            "characters": self.characters,
            "of": self.of,
            "quotes": self.quotes,
            "left_out": self.left_out,
        }


def pack(verdicts: Sequence[CriterionVerdict], most: int = MOST_CHARACTERS) -> Pack:
    """Return the evidence in at most `most` characters: every wish's first quote, then the others.

    A first quote that does not fit whole is cut at words around its proof, so that it stays
    verbatim and shows what it is quoted for.
    """
    kept: list[list[str]] = [[] for _ in verdicts]
    used, left_out = 0, 0
    deepest = max((len(v.evidence) for v in verdicts), default=0)
    for depth in range(deepest):
        for at, verdict in enumerate(verdicts):
            if depth >= len(verdict.evidence):
                continue
            quote = _fitting(verdict.evidence[depth], most - used, may_cut=depth == 0)
            if quote:
                kept[at].append(quote)
                used += len(quote)
            else:
                left_out += 1
    by_wish = tuple(tuple(quotes) for quotes in kept)
    return Pack(by_wish, used, most, sum(len(quotes) for quotes in kept), left_out)


def _fitting(evidence: Evidence, room: int, *, may_cut: bool) -> str:
    if len(evidence.quote) <= room:
        return evidence.quote
    if not may_cut:
        return ""
    cut = shortened(evidence.quote, evidence.proof, min(room, _SHORT))
    return cut if len(cut) <= room else ""
