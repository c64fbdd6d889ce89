"""Refuses a wish that comes down to a trait, and says what may be asked for instead."""

from __future__ import annotations

import re
from collections.abc import Sequence

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
INSTEAD = (
    "I can search by skills, experience, certificates, education, spoken languages and work "
    "location instead."
)


def instead_of(words: str) -> str:
    """Return what to ask for instead of a protected wish, in the words it was said in."""
    return next((said for told, said in _INSTEAD if told.search(words)), ANYTHING)


def refuse(attributes: Sequence[str]) -> str:
    """Return the one sentence that refuses and says what can be searched instead."""
    what = " or ".join(attributes[:2]) if attributes else "protected attributes"
    return f"I do not look at {what}; {INSTEAD}"
