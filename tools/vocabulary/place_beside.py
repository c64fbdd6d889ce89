"""Read what stands beside a city, for the region or country there says which one is meant."""

import re
from bisect import bisect_left

from tools.vocabulary.matcher_tokens import Tokens
from tools.vocabulary.place_evidence import (
    JOINING,
    NEVER_LOWER,
    SHORT_CODE,
    Span,
    capitalised,
    follows_capital,
)
from tools.vocabulary.place_index import (
    cities,
    is_big,
    is_metropolis,
    options,
    region_within,
    sure,
    unlisted,
    wider,
    within,
)
from tools.vocabulary.place_tables import PART, Known, Place, everyday_words, fold, units

_QUALIFIED = re.compile(r"[ \t\xa0]{0,2},[ \t\xa0]{0,3}|[ \t\xa0]{1,2}\(?|[ \t\xa0]?[/-][ \t\xa0]?")
_LED = re.compile(r"[ \t\xa0]?[,:/|][ \t\xa0]{0,2}|[ \t\xa0][\u2013\u2014-][ \t\xa0]")
_BETWEEN = re.compile(r",[ \t\xa0]{0,3}([^,;:|\n\u27e8]{2,32}),[ \t\xa0]{0,3}(?=[^\W\d_])")
_GOES_ON = re.compile(
    r"[ \t\xa0](?:and|or|und|et|y|e)\b|[ \t\xa0]?[/,&][ \t\xa0]?[^\W\d_]|[ \t\xa0][A-Z\xc0-\xde]"
)
"""What follows a region that belongs to a list or to a longer name: "Leeds, Wales and Bath"."""
_WORDS = 4


def beside(text: str, tokens: Tokens, span: Span, trusted: bool) -> tuple[Place, int] | None:
    """Read "Austin, TX", "Brest, Finistère, France" or "Spain: Valencia", and where it ends."""
    if not trusted and not capitalised(text, tokens, span):
        return None
    after = _qualifier(text, tokens, span.last, trusted)
    if after is not None and _small_word(text, tokens, span):
        return None
    outer = _units(text, tokens, after, trusted) if after else ()
    known = within(span.key, outer) or region_within(span.key, outer)
    if known and after:
        end = _end(text, tokens, after, known.place, trusted)
        if (end > after.last and not trusted) or not _own_city(after.key, known):
            return known.place, end
    if not sure(outer):
        known = known or _further(text, tokens, span, trusted) or _led(text, tokens, span)
    if known:
        return known.place, span.last
    return _small_town(text, tokens, span, after) if after else None


def _units(text: str, tokens: Tokens, after: Span, trusted: bool) -> tuple[Known, ...]:
    """Return what the words after a city may be, as far as the country after them says."""
    outer = wider(after.key)
    again = _qualifier(text, tokens, after.last, trusted)
    abroad = {unit.place.country for unit in wider(again.key)} if again else set()
    return tuple(unit for unit in outer if unit.place.country in abroad) or outer


def _own_city(key: str, known: Known) -> bool:
    """Whether a province is a big city as well, which may be meant: "Córdoba, Sevilla"."""
    if sure(wider(key)):
        return False
    return any(is_big(k) and k.place.region == known.place.region for k in cities(key))


def _end(text: str, tokens: Tokens, after: Span, place: Place, trusted: bool) -> int:
    again = _qualifier(text, tokens, after.last, trusted)
    if again and any(unit.place.country == place.country for unit in sure(wider(again.key))):
        return again.last
    return after.last


def _further(text: str, tokens: Tokens, span: Span, trusted: bool) -> Known | None:
    """Return the city that the country after one more name says: "Brest, Lambézellec, France"."""
    between = _BETWEEN.match(text, tokens.ends[span.last])
    after = between and _unit(text, tokens, bisect_left(tokens.starts, between.end()), ",", trusted)
    if not between or not after or (_is_metropolis(span) and options(fold(between[1]))):
        return None
    return within(span.key, sure(wider(after.key)))


def _led(text: str, tokens: Tokens, span: Span) -> Known | None:
    """Return the city of the country before it: "Spain: Valencia"."""
    end = tokens.ends[span.first - 1] if span.first else 0
    gap = text[end : tokens.starts[span.first]]
    if not end or not _LED.fullmatch(gap) or ("," in gap and _is_metropolis(span)):
        return None
    for first in range(max(0, span.first - _WORDS), span.first):
        named = wider(" ".join(tokens.words[first : span.first]))
        start = tokens.starts[first]
        if (
            named
            and text[start].isupper()
            and end - start > SHORT_CODE
            and "\n" not in text[start:end]
        ):
            return within(span.key, tuple(unit for unit in named if unit.kind == "country"))
    return None


def _is_metropolis(span: Span) -> bool:
    return any(map(is_metropolis, cities(span.key)[:1]))


def _small_town(text: str, tokens: Tokens, span: Span, after: Span) -> tuple[Place, int] | None:
    """Read a town too small for the table that has the name of a known one: "Springfield, NJ"."""
    named, outer = options(span.key), sure(wider(after.key))
    if not outer or any(k.kind != "city" or is_metropolis(k) for k in named):
        return None
    if "," not in text[tokens.ends[span.last] : tokens.starts[after.first]]:
        return None
    if span.key in everyday_words() or follows_capital(text, tokens, span):
        return None
    end = tokens.ends[after.last]
    if end - tokens.starts[after.first] <= SHORT_CODE:
        if after.key not in units():
            return None
    elif _GOES_ON.match(text, end) or any(map(is_big, cities(after.key))):
        return None
    town = unlisted(text[tokens.starts[span.first] : tokens.ends[span.last]], outer)
    return (town, _end(text, tokens, after, town, trusted=False)) if town else None


def _needs_comma(unit: Known) -> bool:
    """Whether a word right after a city is no unit of it yet: "Holland America", "Alba Cuneo"."""
    return unit.kind == PART or (unit.kind == "country" and unit.weak)


def _small_word(text: str, tokens: Tokens, span: Span) -> bool:
    """Whether a word only leads to the next one: "in US" is no Indiana, "la, california" is LA."""
    start, end = tokens.starts[span.first], tokens.ends[span.last]
    return text[start].islower() and span.key in JOINING and not text.startswith(",", end)


def _qualifier(text: str, tokens: Tokens, last: int, trusted: bool) -> Span | None:
    start = last + 1
    if start >= len(tokens.words):
        return None
    gap = text[tokens.ends[last] : tokens.starts[start]]
    return _unit(text, tokens, start, gap, trusted) if _QUALIFIED.fullmatch(gap) else None


def _unit(text: str, tokens: Tokens, start: int, gap: str, trusted: bool) -> Span | None:
    """Return the longest name of a region or a country that begins at a word."""
    for stop in range(min(start + _WORDS, len(tokens.words)) - 1, start - 1, -1):
        span = Span(" ".join(tokens.words[start : stop + 1]), start, stop)
        named = wider(span.key)
        if not named:
            continue
        surface = text[tokens.starts[start] : tokens.ends[stop]]
        code = len(surface) <= SHORT_CODE and all(fold(u.place.name) != span.key for u in named)
        if not (code or "," in gap or "(" in gap) and all(map(_needs_comma, named)):
            continue
        if surface.isupper() or (not code and text[tokens.starts[stop]].isupper()):
            return span if "," in gap or not code or surface.isupper() else None
        if trusted and ("," in gap or not code) and (not code or span.key not in NEVER_LOWER):
            return span
        if trusted and "," in gap and stop == len(tokens.words) - 1:
            return span
    return None
