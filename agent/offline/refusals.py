"""Recognises requests about protected attributes and private data."""

from __future__ import annotations

from agent.offline.phrasebook import phrasebook

_SAID = phrasebook("refusals")


CONTACT = (
    "Names and contact details are kept out of what I read; you will find them on the person's "
    "card."
)


def protected_attributes(text: str) -> tuple[str, ...]:
    """Return the protected attributes a message asks about, in words, in a fixed order."""
    return tuple(name for name, pattern in phrasebook("protected").items() if pattern.search(text))


def asks_contact(text: str) -> bool:
    """Return whether the message wants a phone number, an address or a name."""
    return bool(_SAID["contact"].search(text))
