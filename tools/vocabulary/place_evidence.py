"""Weigh whether a word that is a place somewhere is meant as that place here."""

import re
from typing import NamedTuple

from tools.vocabulary.matcher_tokens import Tokens
from tools.vocabulary.place_index import has_part
from tools.vocabulary.place_tables import Known, everyday_words, fold
from tools.vocabulary.word_sets import words

STRONG_CUES = words("in near around outside nearby bei nahe en dans cerca")
_CUES = STRONG_CUES | words("to from within at aus nach vers desde de area located based")
_FOLLOW = words(
    """with and or who area region for from within that must need only preferably ideally plus
    please metro having speaking as mit und qui"""
)
NEVER_LOWER = words(
    """sale enterprise male man oral hub metro shaping springs tours best us most much time page in
    or me hi ok oh pa ma la de id al co ct il va wa md mo ne the an act as is"""
)
JOINING = words("in or me hi ok oh ma de id al co as is us ne mo")
"""Words that are codes of a place as well and, in small letters before another, are not meant."""
_WELL_KNOWN_CODES = frozenset(
    {"nyc", "usa", "uk", "uae", "dach", "eu", "latam", "benelux", "nsw", "qld"}
)
_NICKNAMES = frozenset({"sf", "la", "slc"})
_OF_NAMED = words("university college institute school bank universidad state")
_SMALL_WORDS = words("of the am an de la le les del der do da upon sur main rhein")
_POSTAL = re.compile(r"[a-z]{1,2}\d{1,2}[a-z]?")
_BIG = 100
SHORT_CODE = 3


class Span(NamedTuple):
    """The words of a text that may name a place."""

    key: str
    first: int
    last: int


def capitalised(text: str, tokens: Tokens, span: Span) -> bool:
    """Tell whether every main word begins with a capital."""
    return all(
        text[tokens.starts[at]].isupper() or tokens.words[at] in _SMALL_WORDS
        for at in range(span.first, span.last + 1)
    )


def accepts(text: str, tokens: Tokens, span: Span, known: Known, trusted: bool) -> bool:
    """Tell whether words that can be this place are meant as it."""
    surface = text[tokens.starts[span.first] : tokens.ends[span.last]]
    before = tokens.words[span.first - 1] if span.first else ""
    big = known.kind != "city" or known.thousands > _BIG
    if _is_code(known, span.key):
        return _accepts_code(surface, known, span.key, before, trusted)
    if len(span.key) < SHORT_CODE:
        return False
    risky = known.weak or span.key in everyday_words()
    if trusted:
        return _accepts_request(text, tokens, span, big, risky)
    if not capitalised(text, tokens, span) or surface.isupper():
        return False
    if before == "of" and span.first > 1 and tokens.words[span.first - 2] in _OF_NAMED:
        return False
    cue = before in STRONG_CUES or (before in _CUES and not risky)
    if risky and not (cue and big):
        return False
    if not cue and not big:
        return False
    return _with_its_part(text, tokens, span, known) or not _beside_capital(
        text, tokens, span, after_only=cue
    )


def _is_code(known: Known, key: str) -> bool:
    """Whether a name is only letters standing for a place: "TX", "UAE", "NYC"."""
    return len(key) <= SHORT_CODE + 1 and (
        key in _WELL_KNOWN_CODES
        or key in _NICKNAMES
        or (known.kind != "city" and fold(known.place.name) != key)
    )


def _accepts_code(surface: str, known: Known, key: str, before: str, trusted: bool) -> bool:
    plain = surface.replace(".", "")
    if plain.isupper() and key in {*_WELL_KNOWN_CODES, "us"}:
        return True
    if trusted and key in _WELL_KNOWN_CODES:
        return True
    if before not in STRONG_CUES:
        return False
    # Alone, state codes are everyday abbreviations in a résumé: "OR", "PA", "AR".
    asked = trusted or known.kind != "region"
    return (plain.isupper() and asked) or (trusted and key in _NICKNAMES)


def _accepts_request(text: str, tokens: Tokens, span: Span, big: bool, risky: bool) -> bool:
    before = tokens.words[span.first - 1] if span.first else ""
    lower = text[tokens.starts[span.first]].islower()
    if lower and span.key in NEVER_LOWER:
        return False
    whole = span.first == 0 and span.last == len(tokens.words) - 1
    if not risky:
        return big or whole or before in _CUES
    if before not in STRONG_CUES and not (before in _CUES and not lower):
        return False
    at = span.last + 1
    if at >= len(tokens.words) or not text[tokens.ends[span.last] : tokens.starts[at]].isspace():
        return big or not lower
    return tokens.words[at] in _FOLLOW and (big or not lower)


def _with_its_part(text: str, tokens: Tokens, span: Span, known: Known) -> bool:
    """Whether a postal district or a part of the city follows: "London E17", "Berlin-Wedding"."""
    at = span.last + 1
    if at >= len(tokens.words):
        return False
    gap = text[tokens.ends[span.last] : tokens.starts[at]]
    if gap == " ":
        return _POSTAL.fullmatch(tokens.words[at]) is not None
    return gap == "-" and has_part(known, tokens.words[at])


def _beside_capital(text: str, tokens: Tokens, span: Span, after_only: bool) -> bool:
    """Whether the words are part of a longer name: "Boston University", "Paris Hilton"."""
    end = tokens.ends[span.last]
    after = text[end : end + 2]
    if len(after) == 2 and after[0] in " -" and after[1].isupper():
        return True
    return not after_only and follows_capital(text, tokens, span)


def follows_capital(text: str, tokens: Tokens, span: Span) -> bool:
    """Tell whether the words end a longer name: "New Mexico State University"."""
    start = tokens.starts[span.first]
    if not span.first or text[start - 1] not in " -":
        return False
    previous = tokens.starts[span.first - 1]
    return tokens.ends[span.first - 1] == start - 1 and text[previous].isupper()
