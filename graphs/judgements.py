"""Finds what is no statement of evidence: verdicts on people, contact data, disguised letters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from graphs.bags import Bag
from tools.pattern_table import patterns
from tools.toolbox import TOOL_NAMES

_SAID = patterns("graphs", "words/judgements.tsv")

_DATES_ONLY = re.compile(r"[\s\d()./-]*(?:19|20)\d\d[\s\d()./-]*")
_MARKUP = re.compile(r"</?[A-Za-z!][^>]*>?|<\||\|>|\[/?INST\]|&(?:#\w+|\w?[a-z]{2,}\d*|AMP|LT|GT);")
_NO_PROSE = re.compile(
    r"^\s*(?:event|data|id|retry):\s|^\s*[{\[]\s*[\"{\[]"
    r"|\"(?:name|tool|tool_calls?|arguments|function|args)\"\s*:"
    rf"|\b(?:{'|'.join(name for name in TOOL_NAMES if '_' in name)})\s*\(",
    re.IGNORECASE,
)
_SPACED = re.compile(r"(?<!\w)(?:[^\W\d_][ .·*_-]){3,}[^\W\d_](?!\w)")
_LATIN_AND = re.compile(r"[^\W\d_]+")


def judges(text: str, people: Sequence[Bag]) -> str | None:
    """Return a fault when a text ranks, rates or recommends a person; code ranks, people choose."""
    for found in _SAID["praise"].finditer(text):
        if not any(found[0].casefold() in bag.text for bag in people):
            return f"judges a person: {found[0]}"
    return f"gives a score: {_scored(text)}" if _SAID["scored"].search(text) else None


def no_statement(sentence: str, people: Sequence[Bag]) -> str | None:
    """Return a fault for contact data, links, markup, tool calls and talk about the prompt."""
    for found in _SAID["contact"].finditer(sentence):
        plain = found[0].strip()
        if _DATES_ONLY.fullmatch(plain) or any(plain.casefold() in b.text for b in people):
            continue
        return "gives a link or contact data"
    if _MARKUP.search(sentence):
        return "holds markup"
    if _NO_PROSE.search(sentence):
        return "is no prose"
    return "speaks of its instructions" if _SAID["leak"].search(sentence) else None


def disguised(sentence: str) -> str | None:
    """Return a fault for words that mix alphabets or are spelt out letter by letter."""
    for found in _LATIN_AND.finditer(sentence):
        if len(alphabets(found[0])) > 1:
            return f"disguises a word: {found[0][:40]}"
    spaced = _SPACED.search(sentence)
    return f"disguises a word: {spaced[0][:40]}" if spaced else None


def alphabets(word: str) -> frozenset[str]:
    """Return which of the alphabets that look alike a word is written in."""
    if word.isascii():
        return frozenset(["LATIN"])
    names = (unicodedata.name(letter, "").split(" ", 1)[0] for letter in word)
    return frozenset(
        n for n in names if n in ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE")
    )


def clean(text: str) -> str:
    """Return text without the characters nobody sees, in the form that evidence is kept in."""
    if text.isascii():
        return text
    kept = "".join(c for c in text if unicodedata.category(c) not in ("Cf", "Co", "Cs"))
    composed = unicodedata.normalize("NFC", kept)
    # A few letters have no composed form and would only be taken apart.
    return composed if len(composed) <= len(kept) else kept


def bare(sentence: str) -> str:
    """Return a sentence as it is checked: without emphasis, in plain letters and digits."""
    plain = sentence.replace("**", "").replace("~~", "").replace("__", "")
    plain = re.sub(r"(?<=\w)[*`](?=\w)", "", plain)
    if plain.isascii():
        return plain
    return "".join(_plain(c) for c in plain)


def _plain(character: str) -> str:
    """Return the plain form of a letter or digit, such as a full-width or encircled one."""
    if character in "…½™®²³":
        return character
    folded = unicodedata.normalize("NFKC", character)
    return folded if folded.isalnum() else character


def _scored(text: str) -> str:
    found = _SAID["scored"].search(text)
    return found[0][:60] if found else ""
