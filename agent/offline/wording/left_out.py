"""Says what of a message a search left out or can seldom show, so that neither is in silence."""

from __future__ import annotations

import re

from tools.request import (
    asked_hours,
    find_protected,
    unread_bounds,
    unread_formalities,
    unread_hopping,
    unread_mother_tongues,
    unread_pay,
)

_LONGEST = 600
"""Characters from which a text is a document, whose pay is no wish."""
_NEWCOMER = re.compile(r"graduat|\bgrads?\b|college|school|class of|students", re.IGNORECASE)


def left_out(text: str) -> list[str]:
    """Return sentences for pay, permits, absurd bounds and the like, and hours few tell of."""
    if len(text) > _LONGEST:
        return []
    said = []
    if pay := unread_pay(text):
        said.append(f"What is paid stands in no résumé, so {_named(pay)} is left out.")
    if formalities := unread_formalities(text):
        said.append(f"{_named(formalities)} stands in no résumé: please ask the person.")
    if newcomers := _newcomers(text):
        said.append(
            f"{_named(newcomers)} would leave out whoever takes up the work later in life; "
            "“entry level” asks for the level instead."
        )
    if tongues := unread_mother_tongues(text):
        said.append(f"I search for fluency where you say {_named(tongues)}, not where one grew up.")
    if bounds := unread_bounds(text):
        said.append(f"I could not read {_named(bounds)} as a bound, so it is left out.")
    if hopping := unread_hopping(text):
        said.append(
            f"I do not judge how often somebody changed jobs, so {_named(hopping)} is left out."
        )
    if hours := asked_hours(text):
        said.append(
            f"Few résumés tell of {' or '.join(hours)}: where one does not, ask the person."
        )
    return said


def _newcomers(text: str) -> tuple[str, ...]:
    """Return the words that ask for people who just left school, which comes down to their age."""
    aged = (wish.words for wish in find_protected(text) if wish.about == "age")
    return tuple(words for words in aged if _NEWCOMER.search(words))


def _named(words: tuple[str, ...]) -> str:
    return " and ".join(f"“{each}”" for each in words[:3])
