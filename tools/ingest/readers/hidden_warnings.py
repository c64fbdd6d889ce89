"""Words what a file holds beside its visible text: hidden words, and metadata that was stuffed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from tools.ingest.guards.instructions import speaks_to_a_machine

FEWEST_HIDDEN = 8
"""Fewer hidden characters are an accident of a word processor and not told of."""

_QUOTED = 80
_LONGEST = 400
_MOST_TERMS = 15
_TERM = re.compile(r"[,;|\n]")


def hidden_warning(hidden: Sequence[str]) -> list[str]:
    """Return the sentence that tells the recruiter of words nobody can see on the page."""
    count = sum(len(word) for word in hidden)
    if count < FEWEST_HIDDEN:
        return []
    return [f"Hidden text ({count} characters) was left out: “{_excerpt(' '.join(hidden))}”"]


def aside_warnings(asides: Mapping[str, str], visible: str) -> list[str]:
    """Return warnings for texts beside the page that address machines or are stuffed with terms.

    `asides` maps where a text stands ("keywords") to the text. None of it is ever read into a
    profile; the few words that a title or a subject ordinarily has are not worth a warning.
    """
    seen = visible.casefold()
    return [
        f"Text that no reader sees ({place}) {reason}; it was left out: “{_excerpt(text)}”"
        for place, text in asides.items()
        if (reason := _reason(text, seen))
    ]


def _reason(text: str, seen: str) -> str:
    if speaks_to_a_machine(text):
        return "gives orders to a machine"
    terms = [term.strip() for term in _TERM.split(text.casefold()) if term.strip()]
    unseen = [term for term in terms if term not in seen]
    if len(unseen) >= _MOST_TERMS or (len(text) > _LONGEST and unseen):
        return "is stuffed with terms"
    return ""


def _excerpt(text: str) -> str:
    flat = " ".join(text.split()).translate(str.maketrans("⟨⟩", "‹›"))
    return flat if len(flat) <= _QUOTED else f"{flat[:_QUOTED].rstrip()} …"
