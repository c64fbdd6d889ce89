"""Decides whether a sentence speaks of a tool by its name: made with it, used, or among others."""

from functools import cache

from tools.vocabulary.matcher_places import Place, near_in_sentence, paired
from tools.vocabulary.matcher_tokens import Tokens
from tools.vocabulary.tables import parts, read_rows
from tools.vocabulary.word_sets import words

_MADE = words(
    """written wrote built coded programmed developed implemented created programs scripts scripted
    models modelled modeled service services app apps application applications code tools backend
    prototyped migrated ported rewrote rewritten analysis analyses analysed analyzed plots macros
    automated designed deployed hosted pipeline pipelines parser"""
)
_SKILLED = words("strong proficient skilled experienced fluent expert versed competent proficiency")
_MADE_OF = words("in on with using to from")
"""How what a thing is made of is told: "services written in Go", "strong in R"."""
_USED = words("use used uses utilize utilized utilizes utilizing utilise utilised utilising")
_LONGEST_LETTERS = 2
_WORDS_BACK = 5
_REACH = 8
_LINE_BEGINS = ".!?\n\u2022\u25cf*"


def is_at_work(text: str, tokens: Tokens, technical: list[Place], first: int, last: int) -> bool:
    """Return whether the words first..last, a name in its own capitals, are meant as one.

    A letter or two must be what a thing is made with, or paired with a technical name.
    """
    start, end = tokens.starts[first], tokens.ends[last]
    before = tokens.words[max(0, first - _WORDS_BACK) : first]
    if _is_in_longer_name(text, tokens, first, last):
        return False
    if before and before[-1] in _MADE_OF and not (_MADE | _SKILLED).isdisjoint(before):
        return True
    if paired(technical, text, start, end):
        return True
    if end - start <= _LONGEST_LETTERS:
        return False
    if before and before[-1] in _USED:
        return True
    return not _begins(text, start) and near_in_sentence(technical, text, start, end)


def _begins(text: str, start: int) -> bool:
    """Return whether a sentence or a line begins there, so that its capital tells nothing."""
    before = text[max(0, start - _REACH) : start].rstrip(" ")
    return not before or before[-1] in _LINE_BEGINS


def _is_in_longer_name(text: str, tokens: Tokens, first: int, last: int) -> bool:
    """Return whether another capital word stands right beside it: "Taylor Swift", "Go Math"."""
    if _are_capitals(text, tokens, last):
        return True
    before = first - 1
    return _are_capitals(text, tokens, before) and not _begins(text, tokens.starts[before])


def _are_capitals(text: str, tokens: Tokens, at: int) -> bool:
    """Return whether a word and the one right behind it both begin with a capital."""
    if not 0 <= at < len(tokens.words) - 1:
        return False
    gap = text[tokens.ends[at] : tokens.starts[at + 1]]
    capitals = (text[tokens.starts[word]].isupper() for word in (at, at + 1))
    return gap in (" ", "-") and all(capitals)


def goes_on_as_a_word(word: str, after: str) -> bool:
    """Return whether the word after it makes a name an everyday word: "rest days"."""
    return after in _neighbours().get(word, ())


@cache
def _neighbours() -> dict[str, frozenset[str]]:
    rows = read_rows("everyday_neighbours.tsv")
    return {row["word"]: frozenset(parts(row["after"])) for row in rows}
