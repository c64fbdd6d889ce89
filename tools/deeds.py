"""Says what a résumé tells of a deed, whoever asks "what did she sell?": its own sentences."""

from __future__ import annotations

import re
from functools import lru_cache

from tools.candidates import Candidate
from tools.evidence.finding import Span
from tools.evidence.inflection import ways_of
from tools.results import Evidence
from tools.topics import MOST_TOLD, sentences_at

_NOUNS = {
    "sell": "sales?",
    "teach": "teachers?|lessons?|classes",
    "buy": "purchas(?:e|es|ed|ing)|procure(?:d|s|ment)?",
    "earn": "earnings|salary",
    "lead": "leadership|head(?:ed)?|heads",
    "drive": "drivers?",
    "write": "authored|writers?",
    "use": "using|utili[sz](?:e|es|ed|ing)",
    "win": "award(?:s|ed)?|winners?",
    "build": "builders?|constructed",
    "make": "produc(?:e|es|ed|ing)",
    "publish": "publications?",
    "achieve": "achievements?|accomplish\\w*",
    "accomplish": "achiev\\w*",
}
"""Further words by which a résumé tells of a deed."""


def deeds_told(person: Candidate, deed: str) -> tuple[Evidence, ...]:
    """Return the sentences that speak of a deed, named by one verb; those in positions first."""
    places = _speaks_of(deed.casefold()).finditer(person.text)
    found = [_beyond_heading(person.text, *m.span()) for m in places]
    held = [span for span in found if _in_position(person, span)]
    apart = [span for span in found if span not in held]
    told = dict.fromkeys([*sentences_at(person, held), *sentences_at(person, apart)])
    return tuple(told)[:MOST_TOLD]


def _beyond_heading(text: str, start: int, end: int) -> Span:
    """Return a place, up to the line below where it stands in a heading: "TEACHING"."""
    left, right = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    if right < 0 or not text[left:right].isupper():
        return start, end
    below = text.find("\n", right + 1)
    return start, below if below >= 0 else len(text)


def _in_position(person: Candidate, span: Span) -> bool:
    return any(p.start <= span[0] < p.end for p in person.profile.positions)


@lru_cache(maxsize=256)
def _speaks_of(verb: str) -> re.Pattern[str]:
    """Return the pattern of the forms of a verb, and of the nouns that tell the same."""
    forms = [rf"{re.escape(begin)}(?:{end})" for begin, end in ways_of(verb)]
    forms += [_NOUNS[base] for base in _NOUNS if base == verb or _is_form(verb, base)]
    return re.compile(rf"\b(?:{'|'.join(forms)})\b", re.IGNORECASE)


def _is_form(word: str, verb: str) -> bool:
    return any(re.fullmatch(f"{re.escape(b)}(?:{e})", word) for b, e in ways_of(verb))
