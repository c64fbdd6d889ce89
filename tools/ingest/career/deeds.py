"""Knows the verbs that tell what was done in a job: "Maintained", "Greet", "Minimizes"."""

from __future__ import annotations

import re

from tools.vocabulary.verb_forms import verb_forms
from tools.vocabulary.word_sets import words

_DONE = re.compile(r"[A-Z][a-z]{2,}(?:ed|ly)")
_DUTIES = words(
    """answer arrange assemble assist attend build clean collect conduct contact control coordinate
    cover create design develop direct drive ensure establish evaluate facilitate follow greet
    handle help hire identify implement inspect install keep made maintain make manage meet mentor
    monitor open operate order organize oversaw oversee participate perform plan prepare process
    produce provide purchase receive recruit repair research responsible review run schedule sell
    serve set spearheaded stock supervise support take taught teach track train update use utilize
    work write my i we our"""
)
_NO_DEEDS = words(
    """acting advanced applied certified chartered distributed embedded enlisted experienced
    integrated licensed qualified registered retired shared skilled specialised specialized
    united"""
)
_FIELDS = words(
    """assist clean contact control cover design direct drive help lead order operate plan process
    purchase recruit research review run schedule sell serve set stock support teach train update
    use work write operate receive track i my we our"""
)
"""Duties whose forms are names of trades too: "Purchasing", "Designs", "Training"."""
_MORE_DEEDS = words(
    """achieve act administer advise analyze assess compile complete deliver enhance generate guide
    hold improve increase interact liaise maximize minimize negotiate optimize promote protect
    reduce resolve"""
)
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
