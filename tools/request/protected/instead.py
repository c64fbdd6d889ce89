"""Says what may be asked for instead of a wish that comes down to a trait."""

from __future__ import annotations

import re

_INSTEAD = (
    (
        re.compile(r"\bnative[- ]speakers?\b|\bnatives?\b", re.IGNORECASE),
        "ask for a fluent speaker of the language instead",
    ),
    (
        re.compile(r"graduat|\bgrads?\b|college|school|class of|students", re.IGNORECASE),
        "ask for entry level instead",
    ),
)
ANYTHING = "ask for skills, titles, places or years instead"


def instead_of(words: str) -> str:
    """Return what to ask for instead of a protected wish, in the words it was said in."""
    return next((said for told, said in _INSTEAD if told.search(words)), ANYTHING)
