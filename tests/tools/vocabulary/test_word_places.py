"""Passing quickly over a text finds what reading every letter of it would."""

from __future__ import annotations

import re
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools.evidence.wording import phrase_sought
from tools.vocabulary.word_places import Sought, begins_of, lowered

PHRASES = ("SQL", "sks", "food safety", "C++", "R", "café", "İzmir", "is", "a-i", "()", "", " - ")
PIECES = st.sampled_from(
    [
        *PHRASES,
        "ſQL",
        "ſKS",
        "SKŞ",
        "KſK",
        "food-safety",
        "İS",
        "ıs",
        "iS",
        "is",
        " ",
        "_",
        "\n",
        "x",
        "s",
    ]
)
texts = st.lists(st.one_of(PIECES, st.text(max_size=3)), max_size=30).map("".join)
spots = st.one_of(st.integers(0, 60), st.just(sys.maxsize))


@given(st.sampled_from(PHRASES), texts, st.integers(0, 60), spots)
def test_a_phrase_stands_where_its_pattern_matches(
    phrase: str, text: str, start: int, end: int
) -> None:
    sought = phrase_sought(phrase)
    read = [match.span() for match in sought.pattern.finditer(text, start, end)]
    assert [match.span() for match in sought.places(text, start, end)] == read


@given(texts)
def test_of_several_beginnings_the_first_match_wins(text: str) -> None:
    pattern = re.compile(r"(?<!\w)(?:(sk\w*)|(s)|(is s))", re.IGNORECASE)
    sought = Sought(pattern, begins_of(["sk", "s", "is s"]))
    read = [(match.span(), match.lastindex) for match in pattern.finditer(text)]
    assert [(match.span(), match.lastindex) for match in sought.places(text)] == read


@given(texts)
def test_small_letters_stand_where_the_letters_did(text: str) -> None:
    assert len(lowered(text)) == len(text)


def test_no_letter_is_taken_for_one_of_ascii_but_those_told() -> None:
    beyond = "".join(map(chr, range(128, sys.maxunicode + 1)))
    taken = re.findall(r"[a-z]", beyond, re.IGNORECASE)
    assert all(lowered(letter).isascii() for letter in taken)
    assert len(taken) == 4  # long s, dotless i, dotted I, and the sign of kelvin


@pytest.mark.parametrize("words", [["é"], ["sql", "ç"]])
def test_beginnings_beyond_ascii_are_not_told(words: list[str]) -> None:
    assert begins_of(words) is None
