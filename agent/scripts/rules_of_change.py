"""Rules between turns and in prose: no wish vanishes, no quotation is without a source."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from agent.scripts.screen import Screen

_NAMED = ("value", "said")
"""What a wish is called by, as it was read and as it was said."""
_QUOTED = re.compile(r"“([^”]{12,})”")


def vanished(screen: Screen, before: Sequence[Mapping[str, object]]) -> Iterator[str]:
    """Yield each wish that was there before the turn and is not now, though no tool changed any."""
    now = {wish["id"] for wish in screen.criteria}
    for wish in before:
        if wish["id"] not in now:
            yield f"the wish {wish['id']} vanished"


def without_a_source(
    screen: Screen,
    texts: Mapping[str, str],
    before: Sequence[Mapping[str, object]],
    message: str = "",
) -> Iterator[str]:
    """Yield each quotation of the answer that stands in no résumé of the people on the screen.

    What the recruiter is told to say (“drop Spark”) is shorter than a quotation looked at here, and
    a wish may be named in their words, also one from `before` the turn, as it is dropped; so may
    be what the `message` says and the answer tells as left out.
    """
    wishes = (*screen.criteria, *before)
    typed = " ".join(message.casefold().split())
    said = {str(wish.get(key) or wish["value"]).casefold() for wish in wishes for key in _NAMED}
    for quote in _QUOTED.findall(screen.answer):
        core = quote.rstrip("….,; ")
        if core.casefold() in typed or any(core in text for text in texts.values()):
            continue
        if not any(value in core.casefold() for value in said):
            yield f"the answer quotes “{quote}”, which is in no résumé shown"
