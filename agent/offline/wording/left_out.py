"""Says what of a message a search left out, so that nothing is dropped in silence."""

from __future__ import annotations

from tools.request import unread_bounds, unread_pay

_LONGEST = 600
"""Characters from which a text is a document, whose pay is no wish."""


def left_out(text: str) -> list[str]:
    """Return a sentence for what was said of pay, and one for bounds that cannot be meant."""
    if len(text) > _LONGEST:
        return []
    said = []
    if pay := unread_pay(text):
        said.append(f"What is paid stands in no résumé, so {_named(pay)} is left out.")
    if bounds := unread_bounds(text):
        said.append(f"I could not read {_named(bounds)} as a bound, so it is left out.")
    return said


def _named(words: tuple[str, ...]) -> str:
    return " and ".join(f"“{each}”" for each in words[:3])
