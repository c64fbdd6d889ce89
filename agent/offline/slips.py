"""Mends slips of the keyboard in the words that steer: "smeone who", "sombody", "shorlist 1"."""

from __future__ import annotations

import re
from collections.abc import Iterator

_STEERING = (
    "someone",
    "somebody",
    "anyone",
    "anybody",
    "everyone",
    "everybody",
    "shortlist",
    "compare",
    "explain",
)
_WORD = re.compile(r"(?<![\w@./#+-])[a-z]{5,10}(?![\w@/#+-]|\.\w)")
"""Lower-case words only: a capital letter may begin a name."""


def mend_steering(text: str) -> str:
    """Return the text with a letter lost, doubled or swapped in such a word put right."""
    return _WORD.sub(lambda found: _MEANT.get(found[0], found[0]), text)


def _slips(word: str) -> Iterator[str]:
    for at in range(1, len(word)):
        yield word[:at] + word[at + 1 :]
        yield word[:at] + word[at] + word[at:]
        if at + 1 < len(word):
            yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]


_MEANT = {slip: word for word in _STEERING for slip in _slips(word) if slip not in _STEERING}
