"""Recognises requests about protected attributes and private data."""

from __future__ import annotations

import re

from agent.offline.phrasebook import phrasebook

_CONTACT = re.compile(
    r"\b(?:contact (?:details?|info\w*|data)|(?:phone|telephone|mobile|cell) ?(?:numbers?|no)|"
    r"e-?mail address(?:es)?|home address|postal address|"
    r"social media (?:accounts?|profiles?|handles?|links?|pages?)|"
    r"(?:his|her|their|whose|⟨[^⟩]+⟩(?:'s)?|#\d+(?:'s)?|the \w+ one's) "
    r"(?:\w+ )?(?:phone|telephone|mobile|cell|number|e-?mail|address|contacts?|linkedin|facebook|"
    r"instagram|full name|real name|last name|surname|name|name and \w+)|"
    r"how (?:do|can|could|should) (?:i|we) (?:reach|contact|call|phone|write to|get (?:hold|"
    r"in touch))"
    r"|(?:what|who) (?:is|are|'s) (?:he|she|they) called)\b|\bwhat's (?:his|her|their) name\b",
    re.IGNORECASE,
)

CONTACT = (
    "Names and contact details are kept out of what I read; you will find them on the person's "
    "card."
)


def protected_attributes(text: str) -> tuple[str, ...]:
    """Return the protected attributes a message asks about, in words, in a fixed order."""
    return tuple(name for name, pattern in phrasebook("protected").items() if pattern.search(text))


def asks_contact(text: str) -> bool:
    """Return whether the message wants a phone number, an address or a name."""
    return bool(_CONTACT.search(text))
