"""Takes out of a résumé what speaks to a machine instead of telling of a person."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Set
from functools import lru_cache

import msgspec

from tools.ingest.given_fields import GivenFields
from tools.ingest.guards.instruction_words import BEGINNING, words
from tools.ingest.guards.orders import foreign_orders

_QUOTED = 90
"""Characters of what was left out that the warning repeats."""

_REACH = 200
"""Characters around a telling word in which a pattern may match."""

_WRAPPED = re.compile(r"(?<=[^\s.!?:;])\n(?=[a-zà-þ(])")
_LINE_END = re.compile(r"[ \t]*\n\s*(?:•\s+)?")
_SENTENCE_START = re.compile(r"[.!?](?=[\s\"”)])|[\n•|]|\s{2,}")
_SPACED = re.compile(r"(?<!\w)(?:[^\W\d_][ .·_-]){4,}[^\W\d_](?!\w)")
_LOOKALIKES = str.maketrans(
    "аеорсухіјѕԁһӏкмтнвАЕОРСУХІЈЅКМТНВΑΒΕΖΗΙΚΜΝΟΡΤΥΧορνι",
    "aeopcyxijsdhlkmtnbAEOPCYXIJSKMTHBABEZHIKMNOPTYXopvi",
)
_MIXED = re.compile(r"\b(?=\w*[A-Za-z])(?=\w*[\u0370-\u04ff])\w+")
"""A word of several alphabets."""
_BRACKETS = str.maketrans("⟨⟩", "‹›")


def without_instructions(text: str) -> tuple[str, tuple[str, ...]]:
    """Return a normalised text without the sentences that order a machine about, and a warning.

    A sentence goes with the rest of its line. The brackets of our own placeholders never remain.
    """
    spans = _merged(_spans(text))
    kept, at = [], 0
    for start, end in spans:
        kept.append(text[at:start])
        at = end
    clean = _mended("".join([*kept, text[at:]]), bool(spans)).translate(_BRACKETS)
    return clean, tuple(_warning(text[start:end]) for start, end in spans[:3])


def fields_without_instructions(given: GivenFields | None) -> tuple[GivenFields | None, list[str]]:
    """Return the given fields, those that order a machine about emptied, and warnings."""
    if given is None:
        return None, []
    warnings: list[str] = []

    def clean(value: str) -> str:
        kept, told = without_instructions(value)
        warnings.extend(told)
        return kept

    return (
        msgspec.structs.replace(
            given,
            name=clean(given.name),
            title=clean(given.title),
            skills=tuple(skill for skill in map(clean, given.skills) if skill),
            location=clean(given.location),
            extra={clean(key): clean(value) for key, value in given.extra.items()},
        ),
        warnings,
    )


def speaks_to_a_machine(text: str) -> bool:
    """Return whether a text holds an order to a machine, or forges a mark of ours."""
    return next(_spans(text), None) is not None


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield where instructions stand, each with the rest of its sentence and of its line."""
    plain = _plain(text)
    for start, end in list(_places(plain)):
        yield _line_from(text, _WRAPPED.sub(" ", plain), start, end)
    for found in _SPACED.finditer(text):
        yield from _spelt_out(text, found)


def _places(plain: str) -> Iterator[tuple[int, int]]:
    """Yield the places of orders and of forged marks."""
    joined = _Joined(plain)
    lowered = _lowered(joined.text)
    beginnings = set(BEGINNING.findall(lowered))
    for low, high in _windows(joined.text, lowered, beginnings):
        for order in words().orders.finditer(joined.text, low, high):
            yield joined.places(*order.span())
        for forged in words().forged.finditer(plain, *joined.places(low, high)):
            yield forged.span()
    for start, end in foreign_orders(lowered, beginnings):
        yield joined.places(start, end)


class _Joined:
    """A text in one line, so that an order is found that is parted by the ends of lines."""

    def __init__(self, plain: str) -> None:
        self.text = _LINE_END.sub(" ", plain)
        self._at: list[int] = []
        self._lost: list[int] = [0]
        for end in _LINE_END.finditer(plain):
            self._at.append(end.start() - self._lost[-1])
            self._lost.append(self._lost[-1] + end.end() - end.start() - 1)

    def places(self, start: int, end: int) -> tuple[int, int]:
        """Return two places of the one line as places of the text itself."""
        before, until = bisect_left(self._at, start), bisect_left(self._at, end)
        return start + self._lost[before], end + self._lost[until]


def _lowered(plain: str) -> str:
    """Return the text in small letters, character for character."""
    lowered = plain.lower()
    if len(lowered) == len(plain):
        return lowered
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in plain)  # one may become two


def _windows(plain: str, folded: str, beginnings: Set[str]) -> list[tuple[int, int]]:
    """Return the stretches around the words without which no pattern matches."""
    found = []
    led = [anchor for beginning, anchor in words().anchors if beginning in beginnings]
    for anchor in (*words().anywhere, *led):
        at = folded.find(anchor)
        while at >= 0:
            low = plain.rfind(" ", 0, max(0, at - _REACH))
            found.append((max(0, low), min(len(plain), at + len(anchor) + _REACH)))
            at = folded.find(anchor, at + _REACH)
    return _merged(iter(found))


def _line_from(text: str, plain: str, start: int, end: int) -> tuple[int, int]:
    while start < end and plain[start].isspace():
        start += 1
    stops = _SENTENCE_START.finditer(plain, max(0, start - 400), start)
    left = max((stop.end() for stop in stops), default=start if start > 400 else 0)
    right = plain.find("\n", end)
    return _whole_line(text, left, len(text) if right < 0 else right)


def _whole_line(text: str, left: int, right: int) -> tuple[int, int]:
    """Return the place with its line end when nothing else stands on the line."""
    start = text.rfind("\n", 0, left) + 1
    if text[start:left].strip(" •*|-") or right >= len(text):
        return left, right
    return start, right + 1


def _spelt_out(text: str, found: re.Match[str]) -> Iterator[tuple[int, int]]:
    """Yield the line of letters set apart ("I g n o r e …") when they read as an instruction."""
    start = found.start()
    end = text.find("\n", found.end())
    end = len(text) if end < 0 else end
    line = re.sub(r"(?<=\S)[ .·_-](?=\S(?:[ .·_-]|$))", "", text[start:end])
    squeezed = re.sub(r"[^a-z]", "", line.casefold())
    if re.search(r"(?:ignore|disregard|forget)(?:all|any|the)*(?:previous|prior|above)", squeezed):
        yield _whole_line(text, start, end)


def _plain(text: str) -> str:
    """Return the text, character for character, in plain letters that patterns can read."""
    if text.isascii():
        return text
    mixed = _MIXED.sub(lambda word: word[0].translate(_LOOKALIKES), text)
    return "".join(map(_plain_one, mixed))


@lru_cache(4096)
def _plain_one(character: str) -> str:
    folded = unicodedata.normalize("NFKC", character)
    return folded if len(folded) == 1 else character


def _merged(spans: Iterator[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged


def _mended(text: str, is_cut: bool) -> str:
    """Return a text with the gaps closed that a cut left: empty lines and bullets."""
    if not is_cut:
        return text
    text = re.sub(r"(?m)^• *$\n?|[ \t]+$", "", text)
    return re.sub(r"\n{3,}", "\n\n", text).strip()


def _warning(left_out: str) -> str:
    flat = " ".join(left_out.split()).translate(_BRACKETS)
    shown = flat if len(flat) <= _QUOTED else f"{flat[:_QUOTED].rstrip()} …"
    return f"Text that gives orders to a machine was left out: “{shown}”"
