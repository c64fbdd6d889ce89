"""Mends slips of the keyboard in the words that steer: "smeone who", "sombody", "shorlist 1"."""

from __future__ import annotations

import re
from collections.abc import Iterator

_STEERING = [
    "someone", "somebody", "anyone", "anybody", "everyone", "everybody", "shortlist", "compare",
    "explain",
]  # fmt: skip
_WORD = re.compile(r"(?<![\w@./#+-])[a-z]{3,10}(?![\w@/#+-]|\.\w)")
"""Lower-case words only: a capital letter may begin a name."""


_SHORT = {
    "shw": "show", "shwo": "show", "hsow": "show", "wat": "what", "wht": "what", "waht": "what",
    "whta": "what", "wich": "which", "whcih": "which", "whihc": "which", "whcich": "which",
    "hwo": "who", "tel": "tell", "mroe": "more", "moer": "more", "teh": "the", "nto": "not",
    "exlude": "exclude", "drp": "drop", "rmove": "remove", "lst": "list", "abut": "about",
    "abt": "about", "yers": "years", "yeras": "years", "yaers": "years", "eyars": "years",
}  # fmt: skip
"""Slips in short words, too near to other words to be made by rule."""


_ONE = re.compile(r"\b(any|some|every)1\b", re.IGNORECASE)
"""As it is typed on a phone: "any1"."""
_PPL = re.compile(r"\bppl\b(?=\s+(?:with|who|that|in|from|near|without|like|having)\b)")
"""People; "a PPL" is a licence to fly."""


def mend_steering(text: str) -> str:
    """Return the text with a letter lost, doubled or swapped in such a word put right."""
    text = _PPL.sub("people", _ONE.sub(r"\1one", text))
    return _WORD.sub(lambda found: _MEANT.get(found[0], found[0]), text)


def _slips(word: str) -> Iterator[str]:
    for at in range(1, len(word)):
        yield word[:at] + word[at + 1 :]
        yield word[:at] + word[at] + word[at:]
        if at + 1 < len(word):
            yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]


_MEANT = {slip: word for word in _STEERING for slip in _slips(word) if slip not in _STEERING}
_MEANT |= _SHORT
