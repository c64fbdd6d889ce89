"""Know trades by what is done in them: who lays bricks is a mason, who keeps books a bookkeeper."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from tools.vocabulary.tables import parts, read_rows
from tools.vocabulary.verb_forms import verb_forms


class Deed(NamedTuple):
    """What somebody does at text[start:end], and the trades in which it is done.

    `titles` are the trades the deed alone tells; `also` are further ones it belongs to; `leading`
    is the trade of whoever leads others in it; `thing` is where its object starts.
    """

    titles: tuple[str, ...]
    also: tuple[str, ...]
    leading: tuple[str, ...]
    start: int
    end: int
    thing: int


class _Pattern(NamedTuple):
    objects: str
    titles: tuple[str, ...]
    also: tuple[str, ...]
    leading: tuple[str, ...]


_NO_OBJECT = (
    r"(?!(?:and|or|who|whose|that|which|with|without|for|from|at|in|to|by|as|on|into|but|not|no|if"
    r"|when|while|how|than|is|are|we|i)\b)"
)
"""No word of these stands between a verb and the object it takes."""
_COORDINATED = r"(?:(?:,\s+[a-z]+)*,?\s+(?:(?:and|or)\b|&)(?:\s+(?:also|then))?\s+[a-z]+)?"
"""Further verbs of the same object: "designs, writes and delivers training"."""
_BEFORE_OBJECT = (
    rf"(?:{_COORDINATED}(?:\s+{_NO_OBJECT}[\w'’-]+){{0,4}}?\s+"
    r"|\s+(?:(?:the|our)\s+)?[\w-]+,?\s+(?:and|or)\s+(?:(?:the|our)\s+)?)"
)
_AFTER_OBJECT = (
    r"(?=\s*(?:$|[.,;:!?()/&\n]|-\s)|\s+(?:and|or|for|in|at|to|of|on|from|with|by|who|that|which"
    r"|when|while|during|across|around|round|through|over|under|into|as|is|are|our|we|the|an?|all"
    r"|every|each|per|near|within|without|using|so|but|if|because|until|before|after|between|up|out"
    r"|off|back|down|like|since|plus|too|also|etc|long|long-haul|overnight|nights|weekends|part"
    r"|full|abroad|again|this|next|these|today|now|tomorrow|some|more|well|properly|nicely|fast"
    r"|quickly|daily|weekly|please|based|\w+ly)\b)"
)
"""An object that goes on names another thing: who sells car insurance sells no car."""
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_MOST_WORDS = 3
"""Words of the longest verb: "take care of"."""
_FAR = 90
"""Characters behind a verb within which its object ends."""
_NOUN_BEFORE = re.compile(
    r"\b(?:the|an?|our|your|their|his|her|its|my|this|some|any|no|own)\s+$", re.IGNORECASE
)
_OF = re.compile(r"\bof\s+$", re.IGNORECASE)
_THEIRS = re.compile(
    r"\b(?:people|staff|workers|employees|children|kids|students|pupils|clients|customers|learners"
    r"|guests|others|them|users|teams?|managers|colleagues)\s+to\s+$",
    re.IGNORECASE,
)
"""Whose deed it is that somebody else only brings about: "trains staff to drive forklifts"."""


def find_deeds(text: str, start: int, end: int) -> list[Deed]:
    """Return what text[start:end] says that somebody does, to each object once.

    Of objects of one verb that share words the longest is meant: a wedding dress is no dress.
    """
    found: dict[tuple[int, int], Deed] = {}
    for deed in _deeds(text, start, end):
        alike = [
            key
            for key, d in found.items()
            if d.start == deed.start and d.thing < deed.end and deed.thing < d.end
        ]
        key = deed.start, deed.thing
        if any(_size(found[k]) > _size(deed) for k in alike):
            continue
        if key in found and found[key].end == deed.end:
            found[key] = _either(found[key], deed)
            continue
        for k in alike:
            del found[k]
        found[key] = deed
    return sorted(found.values(), key=lambda d: (d.start, d.thing))


def _size(deed: Deed) -> int:
    return deed.end - deed.thing


def _deeds(text: str, start: int, end: int) -> Iterator[Deed]:
    for word in _WORD.finditer(text, start, end):
        if _is_no_deed(text, start, word):
            continue
        for verb_end in _ends(text, word.start(), end):
            spoken = " ".join(text[word.start() : verb_end].casefold().split())
            for known in _patterns().get(spoken, ()):
                told = _taken(known.objects).match(text, verb_end, min(end, verb_end + _FAR))
                if told:
                    at = word.start(), told.end(), told.start("thing")
                    yield Deed(known.titles, known.also, known.leading, *at)


def _is_no_deed(text: str, start: int, word: re.Match[str]) -> bool:
    """Return whether the word tells nothing of whoever is sought: "our design", "of repair"."""
    if _NOUN_BEFORE.search(text, max(start, word.start() - 8), word.start()):
        return True
    if _THEIRS.search(text, max(start, word.start() - 20), word.start()):
        return True
    of = _OF.search(text, max(start, word.start() - 4), word.start())
    return of is not None and not word.group().endswith("ing")


def _ends(text: str, start: int, end: int) -> Iterator[int]:
    """Yield where the first word of a verb ends, and its first two and three."""
    for count, word in enumerate(_WORD.finditer(text, start, end)):
        if count == _MOST_WORDS:
            return
        yield word.end()


def _either(one: Deed, other: Deed) -> Deed:
    """Return the deed of two trades that do the same."""
    return one._replace(
        titles=tuple(dict.fromkeys((*one.titles, *other.titles))),
        also=tuple(dict.fromkeys((*one.also, *other.also))),
        leading=one.leading if one.leading == other.leading else (),
    )


@cache
def _patterns() -> dict[str, list[_Pattern]]:
    """Return the patterns of every form of every verb."""
    patterns: dict[str, list[_Pattern]] = {}
    for row in read_rows("deeds.tsv"):
        pattern = _Pattern(
            row["objects"],
            parts(row["titles"]),
            parts(row["also"]),
            parts(row["leading"]),
        )
        for form in {form for verb in parts(row["verbs"]) for form in verb_forms(verb)}:
            patterns.setdefault(form, []).append(pattern)
    return patterns


@cache
def _taken(objects: str) -> re.Pattern[str]:
    """Return the pattern of what follows a verb that takes one of the objects."""
    either = "|".join(map(_spelled, sorted(parts(objects), key=len, reverse=True)))
    return re.compile(rf"{_BEFORE_OBJECT}(?P<thing>{either}){_AFTER_OBJECT}", re.IGNORECASE)


def _spelled(thing: str) -> str:
    """Return the pattern of a thing, one or several: "policy" is also "policies"."""
    words = r"\s+".join(map(re.escape, thing.split()))
    return rf"{words[:-1]}(?:y|ies)" if re.search(r"[^aeiou]y$", thing) else rf"{words}(?:e?s)?"
