"""Decide which capitalised words of a text are places, because many cities share their names."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from tools.vocabulary.matcher_tokens import Tokens, joined
from tools.vocabulary.place_beside import beside
from tools.vocabulary.place_evidence import STRONG_CUES, Span, accepts
from tools.vocabulary.place_index import corrected, options, starts
from tools.vocabulary.place_tables import Place, everyday_words, iso_codes
from tools.vocabulary.token_cache import tokens_of

_INFLECTED = ("ing", "tion", "sion", "ment", "ness", "ed", "ly", "ers", "ical")
_FRAGMENT_WORDS = 2
_DACH = re.compile(r"\b(?:DE|AT|CH)(?:\s*(?:,|/|&|\bor\b|\band\b)\s*(?:DE|AT|CH))+\b")
"""Codes of countries that mean Delaware and less where they stand alone: "DE or AT"."""


class PlaceMention(NamedTuple):
    """A place and where the text says it."""

    place: Place
    start: int
    end: int


def scan(text: str, trusted: bool) -> Iterator[PlaceMention]:
    """Yield every place in order and without overlap."""
    tokens = tokens_of(text)
    listed = [run.span() for run in _DACH.finditer(text)] if trusted else []
    index = 0
    while index < len(tokens.words):
        at = tokens.starts[index]
        code = iso_codes().get(tokens.words[index]) if listed else None
        if code and any(start <= at < end for start, end in listed):
            found: tuple[Place, int] | None = (code.place, index)
        else:
            found = _mention(text, tokens, index, trusted)
        if found is None:
            index += 1
            continue
        place, last = found
        yield PlaceMention(place, tokens.starts[index], tokens.ends[last])
        index = last + 1


def _mention(text: str, tokens: Tokens, index: int, trusted: bool) -> tuple[Place, int] | None:
    if not trusted and text[tokens.starts[index]].islower():
        return None
    span = _longest(text, tokens, index)
    if span is None:
        return _mistyped(text, tokens, index) if trusted else None
    told = beside(text, tokens, span, trusted)
    if told is not None:
        return told
    refused: set[str | None] = set()
    for known in options(span.key):
        # What is no Virginia of the United States here is none of South Africa either.
        if refused and known.place.country not in refused:
            continue
        if accepts(text, tokens, span, known, trusted):
            return known.place, span.last
        if known.kind == "region" and known.weak:
            refused.add(known.place.country)
    return None


def _longest(text: str, tokens: Tokens, index: int) -> Span | None:
    words = tokens.words
    limit = starts().get(words[index], 0)
    stop = min(index + limit, len(words))
    for at in range(index + 1, stop):
        gap = text[tokens.ends[at - 1] : tokens.starts[at]]
        if gap != ". " and (
            "\n" in gap or not joined(text, tokens.ends[at - 1], tokens.starts[at])
        ):
            stop = at
            break
    for last in range(stop - 1, index - 1, -1):
        key = " ".join(words[index : last + 1])
        if options(key):
            return Span(key, index, last)
    return None


def _mistyped(text: str, tokens: Tokens, index: int) -> tuple[Place, int] | None:
    word = tokens.words[index]
    before = tokens.words[index - 1] if index else ""
    alone = len(tokens.words) <= _FRAGMENT_WORDS and text[tokens.starts[index]].isupper()
    if (before not in STRONG_CUES and not alone) or word in everyday_words():
        return None
    if word.endswith(_INFLECTED):
        return None
    key = corrected(word)
    return (options(key)[0].place, index) if key else None
