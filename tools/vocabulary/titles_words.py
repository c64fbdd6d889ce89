"""Reduce title wording to comparable words, so that plurals need no rows of their own."""

from functools import lru_cache

from tools.vocabulary.matcher_tokens import tokenise
from tools.vocabulary.word_sets import words

_ABBREVIATED = {
    "sr": "senior",
    "snr": "senior",
    "jr": "junior",
    "jnr": "junior",
    "asst": "assistant",
    "mgr": "manager",
    "rep": "representative",
    "dir": "director",
    "coord": "coordinator",
    "centre": "center",
    "counsellor": "counselor",
    "colourist": "colorist",
    "organiser": "organizer",
    "jeweller": "jeweler",
    "theatre": "theater",
    "tyre": "tire",
    "fibre": "fiber",
    "programme": "program",
    "adviser": "advisor",
    "labourer": "laborer",
    "paediatric": "pediatric",
    "helpdesk": "help desk",
    "people": "person",
    "manger": "manager",  # The commonest slip of all, and nobody hires mangers.
    "superintendant": "superintendent",
    "engg": "engineering",
    "auto": "automotive",
    "automobile": "automotive",
    "securities": "securities",  # What is traded is not what guards a network.
}
# What somebody is in any trade at all: two titles that share no more than these share no trade.
HEADS = words(
    """advocate consultant advisor manager representative coordinator registrar educator analyst
    specialist technician associate director officer administrator agent assistant executive
    supervisor lead leader head intern trainee senior junior principal chief clerk"""
)
_FEMININE = {
    "ienne": "ien",
    "euse": "eur",
    "eure": "eur",
    "trice": "teur",
    "iere": "ier",
    "adora": "ador",
    "tora": "tor",
    "era": "ero",
    "erin": "er",
    "torin": "tor",
    "urin": "ur",
    "istin": "ist",
}
_ES = ("ches", "shes", "sses", "xes", "zes")
_KEEP = ("ss", "us", "is", "js", "ios", "aws")


@lru_cache(maxsize=65536)
def lemma(word: str) -> str:
    """Return the singular of a folded word; where wrong, it is wrong the same way everywhere."""
    if word in _ABBREVIATED:
        return _ABBREVIATED[word]
    if len(word) <= 3 or not word.endswith(("s", "innen", "men")):
        return word
    if word.endswith("innen"):
        return word[:-3]
    if word.endswith("men"):
        return f"{word[:-3]}man"
    if word.endswith(_KEEP):
        return word
    if word.endswith("wives"):
        return f"{word[:-3]}fe"
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    if word.endswith(_ES) or (word.endswith("ores") and len(word) > 6):
        word = word[:-1] if word.endswith("ches") and len(word) < 6 else word[:-2]
    else:
        word = word[:-1]
    return _ABBREVIATED.get(word, word)


def masculine(word: str) -> str:
    """Return what a feminine form of French, Spanish or German is built from: soudeuse, soudeur.

    Of a word that is none the answer means nothing, so only a known title may be read by it.
    """
    for ending, plain in _FEMININE.items():
        if word.endswith(ending) and len(word) - len(ending) > 2:
            return word.removesuffix(ending) + plain
    return word


@lru_cache(maxsize=16384)
def phrase_key(phrase: str) -> str:
    """Return the lookup key of a phrase."""
    if phrase.isascii() and phrase.replace(" ", "").isalpha():
        return " ".join(lemma(word) for word in phrase.lower().split())
    return " ".join(lemma(word) for word in tokenise(phrase).words)


@lru_cache(maxsize=16384)
def telling(key: str) -> frozenset[str]:
    """Return the words of a lookup key that tell one trade from another."""
    return frozenset(key.split()) - HEADS
