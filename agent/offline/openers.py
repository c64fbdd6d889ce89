"""How a message begins that goes on from what was said: "no wait, make it …"."""

from __future__ import annotations

from agent.offline.phrasebook import phrasebook

_SAID = phrasebook("openers")


_LEAST = 8
"""Characters that must be left of a message for its beginning to be mere courtesy."""


def without_pleasantries(text: str) -> str:
    """Return a message without the kind words before it: "Oh nice. And which …"; never empty."""
    rest = _SAID["courtesy"].sub("", _SAID["pleasantries"].sub("", text, count=1))
    return rest if len(rest.strip()) >= _LEAST else text


def without_opener(text: str) -> str:
    """Return a message without the words it only begins with."""
    return _SAID["openers"].sub("", text)
