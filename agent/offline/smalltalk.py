"""Short honest answers to what is not a search: greetings, thanks, help, noise, other jobs."""

from __future__ import annotations

import re

from agent.offline.phrasebook import answers, phrasebook

_SAID = phrasebook("smalltalk")

NOISE = "I could not read a wish in that. Describe the person you need in a sentence."
NOISE_ON_DESK = (
    "I could not read a wish in that. Name what to add or to drop, or ask about somebody on the "
    "list: it stays as it is."
)
SCOPE_ON_DESK = (
    "I can only search and explain the candidates in this index. Ask who of those shown has "
    "something, why somebody fits, or for a comparison: the list stays as it is."
)
COUNT_NONE = "Nothing has been searched yet. Whom are you looking for?"
NO_SEARCH = "There is no list yet: tell me first whom you are looking for."
WHO_DO_YOU_MEAN = "Whom do you mean? Name the person or give me their rank in the list."


_LETTER = re.compile(r"[^\W\d_]{2,}")


def counted(total: int) -> str:
    """Return how many people are ranked, which is not how many meet what is wished for."""
    people = "1 person is" if total == 1 else f"{total} people are"
    ask = "Ask how many meet every must, and I look at all of them."
    return f"{people} ranked for your wishes; not all need meet each of them. {ask}"


def small_answer(text: str) -> str:
    """Return the answer to a message that is no search at all, or an empty string."""
    known = answers()
    if not text:
        return known["empty"]
    meant = (m for m, pattern in phrasebook("small").items() if m in known and pattern.search(text))
    return next((known[m] for m in meant), "")


def orders(meaning: str, text: str) -> bool:
    """Return whether a message means what the phrasebook gives no answer to: "action" or "take"."""
    return any(m == meaning and pattern.match(text) for m, pattern in phrasebook("small").items())


def unreadable(text: str) -> bool:
    """Return whether the message is noise: hardly any words in it, or one repeated without end."""
    words = _LETTER.findall(text[:4000])
    if not words:
        return True
    longest = max(len(w) for w in words)
    if longest > 60:
        return True
    return len(words) > 50 and len({w.casefold() for w in words}) < len(words) // 12


def foreign(text: str) -> bool:
    """Return whether the message is written in another language than English."""
    letters = [c for c in text[:2000] if c.isalpha()]
    if letters and sum(c > "\u024f" for c in letters) > len(letters) // 2:
        return True
    words = re.findall(r"[^\W\d_]+", text[:2000])
    return len(_SAID["foreign"].findall(text[:2000])) >= max(2, len(words) // 5)
