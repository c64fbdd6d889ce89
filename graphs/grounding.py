"""The filter every sentence about people passes: what the evidence lacks never reaches a door."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from graphs.claims import clashing_verdict, subjects
from graphs.known import SPELT_NUMBERS, WORD, Bag, Known, numbers_in
from graphs.sentences import Sentences
from tools.people import PERSON_MARK
from tools.vocabulary.skills import find_skills

_QUOTED = re.compile(r"“([^”]*)”?|«([^»]*)»?|\"([^\"]*)\"?")
_LIST_MARK = re.compile(r"^\s*(?:[-*•–]\s+|\d{1,3}[.)]\s+|#{1,4}\s+|>\s+)?")
_OPENING = re.compile(r"(?:^|[.!?…:;|(\[“\"]|[-–—•]\s|\*\*)\s*[*_“\"'(\[]*$")
_RANK = re.compile(r"#(\d{1,4})\b")
_ALWAYS = frozenset(["i", "ok", "cv", "cvs", "pdf", "i'm", "i'll", "i've", "i'd"])
_COMMANDS = frozenset(
    [
        "show",
        "more",
        "undo",
        "start",
        "over",
        "compare",
        "and",
        "why",
        "is",
        "a",
        "good",
        "match",
        "for",
        "drop",
        "the",
        "add",
        "to",
        "shortlist",
        "which",
        "of",
        "these",
        "knows",
        "find",
        "me",
        "only",
        "with",
        "or",
        "not",
        "find",
        "search",
        "new",
        "next",
        "say",
        "remove",
        "list",
        "who",
        "what",
        "about",
        "tell",
        "in",
        "from",
    ]
)


class Grounding:
    """Takes chunks of a model's prose and hands out the sentences that the evidence carries.

    `removed` collects the others, each with the reason.
    """

    def __init__(self, known: Known) -> None:
        self._known = known
        self._sentences = Sentences()
        self._about: tuple[str, ...] = ()
        self.removed: list[dict[str, Any]] = []

    def feed(self, text: str) -> list[str]:
        """Return the sentences that `text` completes and the evidence carries."""
        return [s for s in self._sentences.feed(text) if self._passes(s)]

    def finish(self) -> list[str]:
        """Return the last sentence, if the evidence carries it."""
        return [s for s in self._sentences.finish() if self._passes(s)]

    def _passes(self, sentence: str) -> bool:
        if not sentence.strip():
            return True
        reason = self._fault(sentence)
        marks = tuple(mark[0] for mark in PERSON_MARK.finditer(sentence))
        if reason is None:
            self._about = marks or self._about
            return True
        self.removed.append({"sentence": sentence.strip(), "reason": reason})
        return False

    def _fault(self, sentence: str) -> str | None:
        """Return why a sentence must not be said, or None."""
        for mark in PERSON_MARK.finditer(sentence):
            if not self._known.knows(mark[0]):
                return "speaks of a person this turn has no evidence for"
        about = subjects(sentence, self._about)
        bags = self._known.about(about) if about else self._known.everything()
        return (
            _unquotable(sentence, bags)
            or _uncounted(sentence, bags, self._known)
            or _unskilled(sentence, bags)
            or _unnamed(sentence, bags)
            or clashing_verdict(sentence, about, self._known)
        )


def _unquotable(sentence: str, bags: Sequence[Bag]) -> str | None:
    """Return a fault when something in quotation marks is not said verbatim in the evidence."""
    for found in _QUOTED.finditer(sentence):
        quote = next((g for g in found.groups() if g is not None), "").strip()
        if quote and not _is_said(quote, bags):
            return f"quotes what the evidence does not say: {quote[:80]}"
    return None


def _is_said(quote: str, bags: Sequence[Bag]) -> bool:
    core = quote.rstrip(".,;…").strip()
    if any(core in text for bag in bags for text in bag.texts):
        return True
    # A hint such as “drop Spark” is made of commands and of wishes, and claims nothing.
    words = [word.casefold() for word in WORD.findall(PERSON_MARK.sub("", quote))]
    return all(w in _COMMANDS or w.isdigit() or w in bags[0].words for w in words)


def _uncounted(sentence: str, bags: Sequence[Bag], known: Known) -> str | None:
    """Return a fault when a number, a year or a rank stands nowhere in the evidence."""
    body = PERSON_MARK.sub(" ", _LIST_MARK.sub("", sentence, count=1))
    for rank in _RANK.finditer(body):
        if not known.knows(f"⟨#{rank[1]}⟩"):
            return f"speaks of #{rank[1]}, whom this turn has no evidence for"
    for number, measured in numbers_in(_RANK.sub(" ", body)):
        if not any(bag.has_number(number, measured) for bag in bags):
            return f"gives a number the evidence lacks: {number:g}"
    return None


def _unskilled(sentence: str, bags: Sequence[Bag]) -> str | None:
    """Return a fault when a skill is named that the evidence does not name."""
    body = PERSON_MARK.sub(" ", sentence)
    for mention in find_skills(body):
        surface = body[mention.start : mention.end].casefold()
        said = any(surface in bag.text or mention.name.casefold() in bag.text for bag in bags)
        if not said and not any(mention.name in bag.skills for bag in bags):
            return f"names a skill the evidence lacks: {mention.name}"
    return None


def _unnamed(sentence: str, bags: Sequence[Bag]) -> str | None:
    """Return a fault when a name (of a person, employer, place, month …) is not in the evidence."""
    body = PERSON_MARK.sub("⟨⟩", sentence)
    for word, opening in _capitalised(body):
        folded = word.casefold()
        if folded in _ALWAYS or any(_has_word(bag, folded) for bag in bags):
            continue
        if opening and folded.removesuffix("'s").removesuffix("’s") in _plain_words():
            continue
        return f"names what the evidence lacks: {word[:40]}"
    return None


def _capitalised(body: str) -> Iterator[tuple[str, bool]]:
    """Yield every word with a capital letter, and whether it opens a sentence or a list item."""
    start = _LIST_MARK.match(body)
    opened = start.end() if start else 0
    for found in WORD.finditer(body, opened):
        word = found[0].rstrip("'’-./&")
        if word == word.lower():
            continue
        opening = found.start() == opened or bool(_OPENING.search(body, opened, found.start()))
        yield word, opening and word[1:] == word[1:].lower()


def _has_word(bag: Bag, folded: str) -> bool:
    if folded in bag.words:
        return True
    base = re.sub(r"['’]s$|s$", "", folded)
    if base in bag.words or f"{folded}s" in bag.words:
        return True
    parts = [part for part in re.split(r"[\W_]+", folded) if part]
    return len(parts) > 1 and all(part in bag.words for part in parts)


@cache
def _plain_words() -> frozenset[str]:
    text = files("graphs").joinpath("plain_words.txt").read_text(encoding="utf-8")
    return SPELT_NUMBERS.union(text.split())
