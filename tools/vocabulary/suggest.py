"""Forgive a typing slip in a known phrase without guessing at unknown ones."""

from collections.abc import Mapping

from tools.vocabulary.matcher_tokens import fold_phrase

_SHORTEST = 5
_LONG = 9


def suggest(phrase: str, phrases: Mapping[str, str]) -> str | None:
    """Return the canonical name one slip away (two in a long phrase), or nothing."""
    # Imported here because most runs never meet a typo and the loader must stay quick.
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    key = fold_phrase(phrase)
    if key in phrases:
        return phrases[key]
    if len(key) < _SHORTEST:
        return None
    slips = 2 if len(key) >= _LONG else 1
    # Slips rarely hit the first letter, while "lava" and "java" are different words.
    choices = sorted(known for known in phrases if known[0] == key[0] and len(known) >= _SHORTEST)
    best = process.extractOne(key, choices, scorer=OSA.distance, score_cutoff=slips)
    return phrases[best[0]] if best else None
