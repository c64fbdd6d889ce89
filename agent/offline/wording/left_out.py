"""Says what of a message a search left out or can seldom show, so that neither is in silence."""

from __future__ import annotations

from tools.request import asked_hours, unread_bounds, unread_hopping, unread_pay

_LONGEST = 600
"""Characters from which a text is a document, whose pay is no wish."""


def left_out(text: str) -> list[str]:
    """Return sentences for pay, absurd bounds, job hopping, and for hours few tell of."""
    if len(text) > _LONGEST:
        return []
    said = []
    if pay := unread_pay(text):
        said.append(f"What is paid stands in no résumé, so {_named(pay)} is left out.")
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


def _named(words: tuple[str, ...]) -> str:
    return " and ".join(f"“{each}”" for each in words[:3])
