"""Keeps what no vocabulary knows yet carries meaning: "led kitchens of 20+"."""

from __future__ import annotations

import re
from typing import NamedTuple

from tools.pattern_table import patterns
from tools.request.filler import FILLER, SOFT_SKILLS
from tools.request.terms import Cover

_SAID = patterns(__package__, "phrases.tsv")

LONGEST_PHRASE = 8
"""Words of a phrase that becomes a wish; a longer one is cut after them."""

WORD = re.compile(r"[^\W_]+(?:(?:[-'.&/+#]*|,(?=\d{3}\b))[^\W_]+)*(?:[+#%](?!\w))*")
"""A word as people write it: "C++", "node.js", "50%", "3,000"."""
_LETTER = re.compile(r"[A-Za-zÀ-ɏ]")
_CONJUNCTION = re.compile(r"\s*(?:\b(?:and|or)\b|&)\s*$|^\s*(?:(?:and|or)\b|&)", re.IGNORECASE)
_FOR_US = re.compile(
    r"\bfor (?:our|my|us|the|an?|his|her|their|this|these|new)\b.*", re.IGNORECASE | re.DOTALL
)
_OF_US = re.compile(r"\b(?:we|we're|our|ours|us|i|i'm|my|you|your|you'll)\b", re.IGNORECASE)
_REASON = re.compile(r"\b(?:because|since|as)(?: of)?\s*$", re.IGNORECASE)
_OF_THE_FIRM = re.compile(r"\s*(?:our|we|the|it|they|this)\b", re.IGNORECASE)
_UNAFRAID = re.compile(r"(?:afraid|shy|scared|bothered|worried)\b", re.IGNORECASE)
_TRUSTED = re.compile(r"\b(?:can|could|will|would) (?:\w+ )?(?:trust|rely|depend|count)\b", re.I)
"""What is said of a character by those who meet it."""
_COLOUR = re.compile(r"\b(?:home|client|site|team|company|town)(?=\s+$)", re.IGNORECASE)
"""Filler without which the one word behind it says too little: "home visits"."""
_EDGE_WORDS = FILLER | {"amp"}
_GRADE = re.compile(r"level \d+ [a-z]", re.IGNORECASE)
"""Filler that is part of a name: "level 2 trauma"."""


class Phrase(NamedTuple):
    """Meaningful words at text[start:end] that no vocabulary names."""

    words: str
    start: int
    end: int


def find_phrases(text: str, start: int, end: int, covered: Cover, breaks: Cover) -> list[Phrase]:
    """Return the phrases of text[start:end] outside covered and breaks, trimmed of filler.

    A single word that stands right beside something covered is not returned: it only colours it.
    """
    found = []
    for left, right, beside in _runs(text, start, end, covered, breaks):
        phrase = _trimmed(text, left, right)
        if phrase is None or _is_reason(text, left):
            continue
        if _UNAFRAID.match(phrase.words) or _TRUSTED.search(phrase.words):
            continue
        if _SAID["does"].fullmatch(phrase.words) and _runs_into(text, phrase.end, covered):
            continue
        telling = [w for w in _words(phrase.words) if w not in FILLER]
        if len(telling) < 2 and beside:
            continue
        if all(w in SOFT_SKILLS or w.isdigit() for w in telling) or _OF_US.search(phrase.words):
            continue
        found.append(phrase)
    return found


def _runs_into(text: str, end: int, covered: Cover) -> bool:
    """Return whether what is understood begins right behind the words, as a deed's object does."""
    return text[end : end + 1] == " " and covered.touches(end + 1, end + 2)


def is_soft(phrase: str) -> bool:
    """Return whether the phrase only describes a character ("strong communication skills")."""
    if _SAID["leaning"].match(phrase):
        return True
    words = [w for w in _words(phrase) if w not in FILLER]
    soft = sum(w in SOFT_SKILLS for w in words)
    return not words or soft * 2 >= len(words)


def _runs(
    text: str, start: int, end: int, covered: Cover, breaks: Cover
) -> list[tuple[int, int, bool]]:
    """Return (start, end, beside something covered) of the stretches between breaks and covers."""
    cuts: list[tuple[int, int, bool]] = [(s, e, True) for s, e in covered.spans(start, end)]
    cuts += [(s, e, False) for s, e in breaks.spans(start, end)]
    cuts += [(m.start(), m.end(), False) for m in _SAID["break"].finditer(text, start, end)]
    runs = []
    at, beside = start, False
    for left, right, cover in [*sorted(cuts), (end, end, False)]:
        if left > at:
            said = text[at:left]
            glued = (beside and not _CONJUNCTION.match(said)) or (
                cover and not _CONJUNCTION.search(said[-6:])
            )
            runs.append((at, left, glued))
        if right > at or right == left:
            at, beside = max(at, right), cover
    return runs


def _is_reason(text: str, start: int) -> bool:
    """Return whether the words only say why: "because our parent company is listed"."""
    before = _REASON.search(text, max(0, start - 12), start)
    return before is not None and _OF_THE_FIRM.match(text, start) is not None


def _trimmed(text: str, start: int, end: int) -> Phrase | None:
    stop = _FOR_US.search(text, start, end)
    if stop:
        end = stop.start()
    words = list(WORD.finditer(text, start, end))
    while (
        words
        and words[0].group().lower() in _EDGE_WORDS
        and not _GRADE.match(text, words[0].start())
    ):
        words.pop(0)
    words = words[:LONGEST_PHRASE]
    while words and words[-1].group().lower() in _EDGE_WORDS:
        if len(words) > 1 and _SAID["kind_of_people"].fullmatch(words[-2].group()):
            break
        words.pop()
    if words and (another := _SAID["another_deed"].search(text, words[0].end(), words[-1].end())):
        words = [word for word in words if word.end() <= another.start()]
    if len(words) == 1 and (colour := _COLOUR.search(text, start, words[0].start())):
        words.insert(0, colour)
    if not words or not any(_LETTER.search(w.group()) for w in words):
        return None
    if len(words) == 1 and len(words[0].group()) < 3:
        return None
    first, last = words[0].start(), words[-1].end()
    return Phrase(" ".join(text[first:last].split()), first, last)


def _words(phrase: str) -> list[str]:
    return [w.lower() for w in WORD.findall(phrase)]
