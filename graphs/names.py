"""Finds the names a sentence gives (people, employers, places) that no evidence carries."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from graphs.bags import WORD, Bag
from graphs.facts import Proven, check_facts, lives_within
from graphs.lexicon import anywhere, german_nouns, hollow, is_german, plain_words
from tools.pattern_table import patterns
from tools.people import PERSON_MARK
from tools.people.name_evidence import is_ordinary_name

_SAID = patterns("graphs", "words/names.tsv")

_OPENING = re.compile(r"(?:^|[.!?…:;|(\[“\"¿¡]|[-–—•]\s|\*\*)\s*[*_“\"'(\[¿¡]*$")


def unnamed(sentence: str, within: tuple[int, int], opened: int, bags: Sequence[Bag]) -> str | None:
    """Return a fault when a word with a capital letter is no plain word and not in the evidence.

    `within` is the part of the sentence to look at, `opened` where its first word may begin.
    """
    text = PERSON_MARK.sub(lambda m: "⟨" + " " * (len(m[0]) - 2) + "⟩", sentence)
    facts = check_facts(text, [bags])
    spans = facts.spans if isinstance(facts, Proven) else ()
    for start, word, opening in capitalised(text, opened):
        if not within[0] <= start < within[1] or any(a <= start < b for a, b in spans):
            continue
        if not _may_be_said(text, start, word, opening, bags):
            return f"names what the evidence lacks: {word[:40]}"
    return None


def capitalised(body: str, opened: int) -> Iterator[tuple[int, str, bool]]:
    """Yield every word with a capital letter: its place, itself, and whether it opens something."""
    for found in WORD.finditer(body, opened):
        word = found[0].rstrip("'’-./&")
        if word == word.lower():
            continue
        opening = found.start() == opened or bool(_OPENING.search(body, opened, found.start()))
        yield found.start(), word, opening and word[1:] == word[1:].lower()


def _may_be_said(text: str, start: int, word: str, opening: bool, bags: Sequence[Bag]) -> bool:
    folded = word.casefold()
    if folded in anywhere() or any(_has_word(bag, folded) for bag in bags):
        return True
    if opening and _is_plain(folded, text, start + len(word)):
        return True
    if folded in german_nouns() and is_german(text):
        return True
    return lives_within(_run_of_names(text, start), bags)


def _is_plain(folded: str, text: str, end: int) -> bool:
    """Return whether a word that opens a sentence is no name."""
    base = re.sub(r"['’]s$", "", folded)
    if base not in plain_words():
        return False
    return base in hollow() or not (is_ordinary_name(base) and _SAID["finite"].match(text, end))


def _run_of_names(text: str, start: int) -> str:
    """Return the words with capital letters around a place: "United States"."""
    left = re.search(r"(?:[A-ZÀ-Þ][\w'’.-]*\s)*$", text[:start])
    right = re.match(r"[\w'’-]+(?:\s[A-ZÀ-Þ][\w'’-]*)*", text[start:])
    return (left[0] if left else "") + (right[0] if right else "")


def _has_word(bag: Bag, folded: str) -> bool:
    if folded in bag.words:
        return True
    base = re.sub(r"['’]s$|s$", "", folded)
    if base in bag.words or f"{folded}s" in bag.words:
        return True
    parts = [part for part in re.split(r"[\W_]+", folded) if part]
    return len(parts) > 1 and all(part in bag.words for part in parts)
