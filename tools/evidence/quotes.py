"""Cuts quotes: the sentence around a place in a résumé, verbatim, with its offsets."""

from __future__ import annotations

import re
from functools import lru_cache

from tools.evidence.finding import Span
from tools.results import Evidence

LONGEST_QUOTE = 240
"""Characters a quote may have; a longer sentence is cut at a word on either side."""

# It begins with a set of characters, so that whatever lies between them is passed over quickly.
_SENTENCE_END = re.compile(
    r"[.!?…\n•▪●◦■►;](?:(?<=[.!?…])(?=[\s\"”»)]+[A-ZÀ-Þ0-9“«(])|(?<=\n)"
    r"|(?<=\s[•▪●◦■►])(?=\s)|(?<=;)\s)"
)
_EDGE = " \t\r\n-–—•▪●◦■►*·|,;:"
_ABBREVIATION = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Sr|Jr|St|Inc|Ltd|Co|Corp|vs|e\.g|i\.e|approx|No)$"
    r"|(?:^|[\u2013\u2014,(]\s?|\b[A-Z]\.\s?|\b(?:at|for|with|by|of|to)\s)[A-Z]$"
)
_STOPS = frozenset(".!?…:;")
_WRAPPED_LINE = 60
"""A line shorter than this ends where its writer ended it, unless it ends in the middle of one."""
_RUNS_ON = re.compile(r"\b(?:an?|and|at|by|for|from|in|including|of|or|the|to|with)[ \t]*$")
_GOES_ON = re.compile(r"\n[ \t]*(?=[^\W_])")
_LONGEST_TAIL = len("including ")
_LONGEST_ABBREVIATION = len("approx")
TOKEN_BEGINS, TOKEN_ENDS = "⟨", "⟩"
_IDENTITY = re.compile(rf"{TOKEN_BEGINS}[a-z ]+{TOKEN_ENDS}")


def quote_around(text: str, start: int, end: int) -> Evidence:
    """Return the sentence or line of `text` that holds [start, end), at most LONGEST_QUOTE long.

    Tokens that stand for an identity are left outside, and what the place holds beyond one.
    """
    start, end = without_identity(text, start, end)
    left = _left_edge(text, start)
    right = _right_edge(text, end)
    for token in _IDENTITY.finditer(text, left, right):
        if token.end() <= start:
            left = token.end()
        elif token.start() >= end:
            right = token.start()
            break
    if right - left > LONGEST_QUOTE:
        left, right = _within(text, (left, right), (start, end), LONGEST_QUOTE)
    while left < start and text[left] in _EDGE:
        left += 1
    while right > end and text[right - 1] in _EDGE:
        right -= 1
    if right > end and text[right - 1] == ")" and "(" not in text[left:right]:
        right -= 1  # the name it stood behind was left outside with the bracket
    return Evidence(text[left:right], left, right, start, end)


def shortened(quote: str, proof: str, most: int) -> str:
    """Return what stays of a quote in so many characters: whole words, and always its proof."""
    if len(quote) <= most:
        return quote
    at = quote.find(proof)
    place = (at, at + len(proof)) if at >= 0 else (0, 0)
    left, right = _within(quote, (0, len(quote)), place, most)
    return quote[left:right].strip() or quote[:most]  # one long word has no edge to cut at


def without_identity(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the part of a place before the first token in it that has words; it may have none."""
    at = start
    for token in _IDENTITY.finditer(text, start, end):
        if words := text[at : token.start()].rstrip(_EDGE):
            return at, at + len(words)
        at = token.end()
    while start < at < end and text[at] in _EDGE:
        at += 1
    return at, end


@lru_cache(maxsize=64)
def statement_ends(text: str) -> tuple[int, ...]:
    """Return where the sentences and lines of a text end, in order."""
    ends = (stop for stop in _SENTENCE_END.finditer(text))
    return tuple(
        s.end() for s in ends if not (_abbreviates(text, 0, s.start()) or _is_wrap(text, s.start()))
    )


def _left_edge(text: str, start: int) -> int:
    window = max(0, start - 2 * LONGEST_QUOTE)
    for stop in reversed(list(_SENTENCE_END.finditer(text, window, start))):
        if not (_abbreviates(text, window, stop.start()) or _is_wrap(text, stop.start())):
            return stop.end()
    return window


def _abbreviates(text: str, begin: int, stop: int) -> bool:
    """Return whether an abbreviation that begins at `begin` or later ends at `stop`."""
    return bool(_ABBREVIATION.search(text, max(begin, stop - _LONGEST_ABBREVIATION - 1), stop))


def _is_wrap(text: str, at: int) -> bool:
    """Return whether a sentence runs on over this line end.

    It does where a long line is followed by small letters, and where a line ends in "of the".
    """
    if text[at] != "\n" or text[at - 1 : at] in _STOPS:
        return False
    if _GOES_ON.match(text, at) and _RUNS_ON.search(text, max(0, at - _LONGEST_TAIL), at):
        return True
    if not text[at + 1 : at + 2].islower():
        return False
    return at - text.rfind("\n", 0, at) > _WRAPPED_LINE


def _right_edge(text: str, end: int) -> int:
    limit = min(len(text), end + 2 * LONGEST_QUOTE)
    for stop in _SENTENCE_END.finditer(text, max(0, end - 1), limit):
        if stop.end() < end or _abbreviates(text, end - 6, stop.start()):
            continue
        if _is_wrap(text, stop.start()):
            continue
        return stop.end() if text[stop.start()] in ".!?…" else max(end, stop.start())
    return limit


def _within(text: str, whole: Span, place: Span, most: int) -> Span:
    """Return edges at most `most` apart that keep the place and break between words."""
    (left, right), (start, end) = whole, place
    room = max(0, most - (end - start))
    new_left = max(left, start - room // 2)
    new_right = min(right, max(end, new_left + most))
    new_left = max(left, min(new_left, new_right - most))
    if new_left > left:
        space = text.find(" ", new_left, start)
        new_left = space + 1 if space >= 0 else start
    if new_right < right:
        space = text.rfind(" ", end, new_right)
        new_right = space if space >= 0 else end
    return new_left, new_right
