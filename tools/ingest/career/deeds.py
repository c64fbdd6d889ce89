"""Knows the verbs that tell what was done in a job: "Maintained", "Greet", "Minimizes"."""

from __future__ import annotations

import re

from tools.ingest.phrases import listed
from tools.vocabulary.verb_forms import verb_forms
from tools.vocabulary.word_sets import words

_DONE = re.compile(r"[A-Z][a-z]{2,}(?:ed|ly)")
_DUTIES = listed("career", "duty")
_NO_DEEDS = listed("career", "no deed")
_FIELDS = listed("career", "duty and trade")
"""Duties whose forms are names of trades too: "Purchasing", "Designs", "Training"."""
_MORE_DEEDS = listed("career", "further deed")
_TOLD = words("duties led oversaw ran sold won wrote")
"""How an account begins besides, with verbs that name fields or are bent like no other."""
_BEGINNINGS = _TOLD.union(*map(verb_forms, (_DUTIES - _FIELDS) | _MORE_DEEDS))


def is_deed(word: str) -> bool:
    """Return whether a word tells a duty, if it does not name a trade: "Greeted", "Create"."""
    return bool(_DONE.match(word)) or word.lower() in _DUTIES


def begins_an_account(word: str) -> bool:
    """Return whether a word with a capital is sure to be a verb: "Maintained" and no "Training"."""
    lowered = word.lower()
    if not word[0].isupper() or lowered in _NO_DEEDS or word.isupper():
        return False
    return bool(_DONE.fullmatch(word)) or lowered in _BEGINNINGS
