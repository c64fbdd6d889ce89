"""Takes out of a résumé what speaks to a machine instead of telling of a person."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

import msgspec

from tools.ingest.given import GivenFields
from tools.ingest.instruction_words import words

_QUOTED = 90
"""Characters of what was left out that the warning repeats."""

_REACH = 200
"""Characters around a telling word in which a pattern may match."""

_WRAPPED = re.compile(r"(?<=[^\s.!?:;])\n(?=[a-zà-þ(])")
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
    plain = _WRAPPED.sub(" ", _plain(text))
    for low, high in _windows(plain):
        for pattern in (words().orders, words().forged):
            for found in pattern.finditer(plain, low, high):
                yield _line_from(text, plain, *found.span())
    for found in _SPACED.finditer(text):
        yield from _spelt_out(text, found)


def _windows(plain: str) -> list[tuple[int, int]]:
    """Return the stretches around the words without which no pattern matches."""
    folded = plain.lower()
    if len(folded) != len(plain):  # one letter may become two
        folded = "".join(c.lower() if len(c.lower()) == 1 else c for c in plain)
    found = []
    for anchor in words().anchors:
        at = folded.find(anchor)
        while at >= 0:
            low = plain.rfind("\n", 0, max(0, at - _REACH))
            found.append((max(0, low), min(len(plain), at + len(anchor) + _REACH)))
            at = folded.find(anchor, at + _REACH)
    return _merged(iter(found))


def _line_from(text: str, plain: str, start: int, end: int) -> tuple[int, int]:
    while start < end and plain[start].isspace():
        start += 1
    left = 0
    for stop in _SENTENCE_START.finditer(plain, max(0, start - 400), start):
        left = stop.end()
    if left == 0 and start > 400:
        left = start
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
