"""What was found of one wish in one résumé, before quotes are cut."""

from __future__ import annotations

import msgspec

from tools.results import Verdict

Span = tuple[int, int]


class Finding(msgspec.Struct, frozen=True, gc=False):
    """How well a wish is satisfied: `strength` in [0, 1] ranks, `verdict` is what people see.

    `spans` are the character offsets that show it, the most telling first; met and partly have at
    least one. `note` says in a few words what code read there.
    """

    verdict: Verdict
    strength: float
    spans: tuple[Span, ...] = ()
    note: str = ""


def strongest(*found: Finding) -> Finding:
    """Return what shows a wish best, what has a place before what has none; of equals the first."""
    return max(found, key=lambda one: (one.strength, bool(one.spans)))


UNCLEAR = Finding("unclear", 0.0)
MISSING = Finding("missing", 0.0)
