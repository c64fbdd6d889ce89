"""Decide which capitalised words of a text are places, because many cities share their names."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from tools.vocabulary.matcher_tokens import Tokens, joined
from tools.vocabulary.place_evidence import (
    JOINING,
    NEVER_LOWER,
    SHORT_CODE,
    STRONG_CUES,
    Span,
    accepts,
    capitalised,
)
from tools.vocabulary.place_index import (
    corrected,
    options,
    region_within,
    starts,
    wider,
    within,
)
from tools.vocabulary.place_tables import Place, everyday_words, iso_codes
from tools.vocabulary.token_cache import tokens_of

_QUALIFIED = re.compile(r"[ \t\xa0]{0,2},[ \t\xa0]{0,3}|[ \t\xa0]{1,2}\(?|[ \t\xa0]?[/-][ \t\xa0]?")
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
    qualified = _qualified(text, tokens, span, trusted)
    if qualified is not None:
        return qualified
    for known in options(span.key):
        if accepts(text, tokens, span, known, trusted):
            return known.place, span.last
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


def _qualified(text: str, tokens: Tokens, span: Span, trusted: bool) -> tuple[Place, int] | None:
    """Read "Austin, TX" or "Munich, Bavaria, Germany"."""
    if not trusted and not capitalised(text, tokens, span):
        return None
    after = _qualifier(text, tokens, span.last, trusted)
    if after is None or _small_word(text, tokens, span):
        return None
    outer = wider(after.key)
    known = within(span.key, outer) or region_within(span.key, outer)
    if known is None:
        return None
    last = after.last
    again = _qualifier(text, tokens, last, trusted)
    if again and any(unit.place.country == known.place.country for unit in wider(again.key)):
        last = again.last
    return known.place, last


def _small_word(text: str, tokens: Tokens, span: Span) -> bool:
    """Whether a word only leads to the next one: "in US" is no Indiana, "la, california" is LA."""
    start, end = tokens.starts[span.first], tokens.ends[span.last]
    return text[start].islower() and span.key in JOINING and not text.startswith(",", end)


def _qualifier(text: str, tokens: Tokens, last: int, trusted: bool) -> Span | None:
    start = last + 1
    if start >= len(tokens.words):
        return None
    gap = text[tokens.ends[last] : tokens.starts[start]]
    if not _QUALIFIED.fullmatch(gap):
        return None
    for stop in range(min(start + 4, len(tokens.words)) - 1, start - 1, -1):
        span = Span(" ".join(tokens.words[start : stop + 1]), start, stop)
        if not wider(span.key):
            continue
        surface = text[tokens.starts[start] : tokens.ends[stop]]
        code = len(surface) <= SHORT_CODE
        if surface.isupper() or (not code and surface[0].isupper()):
            return span if "," in gap or not code or surface.isupper() else None
        if trusted and ("," in gap or not code) and (not code or span.key not in NEVER_LOWER):
            return span
        if trusted and "," in gap and stop == len(tokens.words) - 1:
            return span
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
